import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openTables } from '../../db/read-tables.ts';
import type { ProcessId } from '../domain/ids.ts';
import type { Progress } from '../domain/progress.ts';
import { EXPORTS } from '../exports/index.ts';
import { readXes } from '../ingest/read-xes.ts';
import type { Core } from './core.ts';
import { findExported } from './exports.ts';
import { runFlow } from './flow.ts';
import { findRecordingSource } from './sources.ts';
import { createTestCore, createTestFolder, finish, writeTranscript } from './testing.ts';

test('a process with a log leaves in every format, and nothing else is left in the folder', async () => {
  const { core, folder, processId } = await takeIn({ cases: 2 });
  const formats = await core.client.process.formats({ processId });
  expect(formats.map(({ format, missing }) => [format, missing])).toEqual(
    Object.keys(EXPORTS).map((format) => [format, null]),
  );
  const out = join(folder, 'out');
  mkdirSync(out);
  for (const { format, extension } of formats) await exportTo(core, processId, { format, name: `p.${extension}`, out });
  expect(readdirSync(out).toSorted()).toEqual(formats.map(({ extension }) => `p.${extension}`).toSorted());
  expect(await readAgain(join(out, 'p.xes'))).toMatchObject({ events: 4, cases: 2 });
  const tables = openTables(join(out, 'p.sqlite'));
  expect([...tables.rows('event', ['ocel_type'])].flat()).toEqual(['open', 'close', 'open', 'close']);
  tables.close();
});

test('events of a process without a log are the steps of its recordings', async () => {
  const core = await createTestCore();
  const folder = createTestFolder();
  const processId = await takeInRecording(core, folder);
  const { graph } = await core.client.process.open({ processId });
  await exportTo(core, processId, { format: 'xes', name: 'told.xes', out: folder });
  const { columns } = await readAgain(join(folder, 'told.xes'));
  expect(columns.activities.toSorted()).toEqual(graph.activities.map(({ label }) => label).toSorted());
});

test('what people renamed on the map bears its new name in the events', async () => {
  const { core, folder, processId } = await takeIn({ cases: 1 });
  const command = { do: 'rename' as const, logLabel: 'close', label: 'settle', elements: [] };
  await core.client.corrections.apply({ processId, command });
  await exportTo(core, processId, { format: 'xes', name: 'p.xes', out: folder });
  expect((await readAgain(join(folder, 'p.xes'))).columns.activities).toEqual(['open', 'settle']);
});

test('a link stays a link, and what stood there is replaced whole', async () => {
  const { core, folder, processId } = await takeIn({ cases: 1 });
  writeFileSync(join(folder, 'real.csv'), 'x'.repeat(100_000));
  symlinkSync(join(folder, 'real.csv'), join(folder, 'link.csv'));
  const { sizeBytes } = await exportTo(core, processId, { format: 'csv', name: 'link.csv', out: folder });
  expect(readFileSync(join(folder, 'real.csv'), 'utf8')).toHaveLength(sizeBytes);
  expect(readFileSync(join(folder, 'real.csv'), 'utf8').split('\r\n')).toHaveLength(4);
});

test('nothing is written over what Mirror keeps, by whatever path', async () => {
  const { core, folder, processId } = await takeIn({ cases: 1 });
  const { workspace } = core.host;
  symlinkSync(workspace.path, join(folder, 'way-in'));
  symlinkSync(workspace.database, join(folder, 'link.csv'));
  const own = [workspace.database, workspace.file('media/new.csv'), join(folder, 'way-in', 'mirror.db')];
  for (const file of [...own, join(folder, 'link.csv')]) {
    const refused = {
      data: { code: 'export/unwritable', title: `${file}: cannot be written (Mirror's own files are there)` },
    };
    const wish = { processId, format: 'csv', file };
    await expect(core.client.process.exportTo(wish).then(finish)).rejects.toMatchObject(refused);
    await expect(core.client.workspace.backup({ file })).rejects.toMatchObject(refused);
  }
  await exportTo(core, processId, { format: 'csv', name: 'p.csv', out: workspace.file('exports') });
  expect(readdirSync(workspace.file('exports'))).toEqual(['p.csv']);
});

test('a place that cannot be written to is named in one line', async () => {
  const { core, folder, processId } = await takeIn({ cases: 1 });
  const tell = (file: string, format = 'csv') =>
    core.client.process.exportTo({ processId, format, file }).then((steps) => steps.next());
  await expect(tell(folder)).rejects.toMatchObject({ data: { title: expect.stringContaining('it is no file') } });
  await expect(tell(join(folder, 'none', 'p.csv'))).rejects.toMatchObject({
    data: { code: 'export/unwritable', title: expect.stringContaining('there is no such folder') },
  });
  await expect(tell('p.csv')).rejects.toMatchObject({ data: { code: 'usage' } });
  await expect(tell(join(folder, 'p.x'), 'docx')).rejects.toMatchObject({ data: { code: 'export/unknown-format' } });
});

test.each(['xes', 'ocel-sqlite'])('leaving a long %s half-way leaves what was there before', async (format) => {
  const { core, folder, processId } = await takeIn({ cases: 8_000 });
  const out = join(folder, 'out');
  mkdirSync(out);
  writeFileSync(join(out, 'p'), 'before');
  const stop = new AbortController();
  const steps = await core.client.process.exportTo(
    { processId, format, file: join(out, 'p') },
    { signal: stop.signal },
  );
  const first = await steps.next();
  expect(first).toMatchObject({ done: false, value: { stage: 'export', total: null } });
  expect(
    readdirSync(out)
      .map((name) => name.replace(/^p\..*\.part/, 'half'))
      .toSorted(),
  ).toEqual(['half', 'p']);
  stop.abort();
  await expect(steps.next()).rejects.toThrow('aborted');
  expect(readdirSync(out)).toEqual(['p']);
  expect(readFileSync(join(out, 'p'), 'utf8')).toBe('before');

  const { told } = await exportTo(core, processId, { format, name: 'p', out });
  expect(told.length).toBeGreaterThan(0);
  expect(told.map(({ done }) => done)).toEqual(told.map(({ done }) => done).toSorted((a, b) => a - b));
});

test('an export for the window is kept until the next start, and only such a file is found by its address', async () => {
  const { core, processId } = await takeIn({ cases: 1 });
  const exported = await finish(await core.client.process.export({ processId, format: 'csv' }));
  expect(exported).toEqual({
    fileName: 'rückgabe-hier.csv',
    sizeBytes: expect.any(Number),
    url: `exports/${processId}/r%C3%BCckgabe-hier.csv`,
  });
  const { workspace } = core.host;
  expect(await findExported(workspace, `/${exported.url}`)).toMatchObject({
    fileName: 'rückgabe-hier.csv',
    mediaType: 'text/csv; charset=utf-8',
  });
  const secret = join(workspace.incoming, 'exports', 'secret.csv');
  writeFileSync(secret, 'x');
  const wrong = [
    `/exports/${processId}/other.csv`,
    `/exports/${processId}/..%2Fsecret.csv`,
    `/exports/${processId}/%2e%2e%2fsecret.csv`,
    '/exports/../secret.csv',
    `/exports/${processId}/%zz.csv`,
    `/exports/${processId}`,
  ];
  const found = await Promise.all(wrong.map((url) => findExported(workspace, url)));
  expect(found).toEqual(wrong.map(() => undefined));
  expect(existsSync(secret)).toBe(true);
});

interface Wish {
  readonly format: string;
  readonly name: string;
  readonly out: string;
}

/** Writes to a file of `out`; gives its size and all the progress that was told. */
async function exportTo(core: Core, processId: ProcessId, { format, name, out }: Wish) {
  const told: Progress[] = [];
  const steps = await core.client.process.exportTo({ processId, format, file: join(out, name) });
  for (;;) {
    const step = await steps.next();
    if (step.done) return { told, sizeBytes: step.value.sizeBytes };
    told.push(step.value);
  }
}

/** A process with a log of so many cases of two events each. */
async function takeIn({ cases }: { readonly cases: number }) {
  const core = await createTestCore();
  const folder = createTestFolder();
  const file = join(folder, 'log.xes');
  writeFileSync(file, writeLog(cases));
  const { process } = await finish(
    runFlow(core.host, { process: { name: 'Rückgabe, hier' }, sources: [{ kind: 'log', file, columns: {} }] }),
  );
  return { core, folder, processId: process.id };
}

async function takeInRecording(core: Core, folder: string): Promise<ProcessId> {
  const about = { actor: 'Ida', role: 'support agent', title: undefined };
  const source = findRecordingSource(writeTranscript(folder), about);
  return (await finish(runFlow(core.host, { process: { name: 'refunds' }, sources: [source] }))).process.id;
}

const writeLog = (cases: number): string =>
  `<log xes.version="1.0">${Array.from({ length: cases }, writeTrace).join('')}</log>`;

const writeTrace = (_: unknown, at: number): string => `<trace><string key="concept:name" value="${at}"/>
<event><string key="concept:name" value="open"/><date key="time:timestamp" value="2026-01-01T10:00:00Z"/></event>
<event><string key="concept:name" value="close"/><date key="time:timestamp" value="2026-01-01T11:00:00Z"/></event></trace>`;

const readAgain = (file: string) => readXes(readFileSync(file, 'utf8'), { file });
