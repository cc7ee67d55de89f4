import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { IntakeId } from '../../domain/intake.ts';
import { makePdf } from '../../ingest/documents/documents.sample.ts';
import type { Core } from '../core.ts';
import { createTestCore, finish } from '../testing.ts';
import { tidyPath } from './tidy-path.ts';

const VTT = 'WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nFirst I open the return request in Atlas.\n';
const CSV = 'Issue key,Status,Changed,Who\nA-1,Open,2026-03-02 08:00,Ann\nA-1,Done,2026-03-02 09:00,Bob\n';

/** Opens an intake and closes it by leaving, as a window does. */
async function openIntake({ client }: Core) {
  const place = await client.intake.open();
  const first = await place.next();
  if (first.done) throw new Error('the intake did not open');
  const { intakeId, limits } = first.value;
  return { intakeId, limits, leave: () => place.return(undefined) };
}

async function send(
  { client }: Core,
  intakeId: IntakeId,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const { file } = await client.intake.add({ intakeId, path, sizeBytes: bytes.length });
    const half = Math.floor(bytes.length / 2);
    for (const [offset, end] of [
      [0, half],
      [half, bytes.length],
    ] as const)
      await client.intake.chunk({ intakeId, file, offset, data: new Blob([bytes.slice(offset, end)]) });
  }
}

test('what is dropped is put together, confirmed and taken in as by the terminal', async () => {
  const core = await createTestCore();
  const { intakeId, leave } = await openIntake(core);
  await send(core, intakeId, {
    'day/talk.vtt': VTT,
    'day/jira.csv': CSV,
    'day/rules.pdf': makePdf(['x']),
    'day/.DS_Store': 'x',
    'day/a.zip': 'x',
  });
  const { parts, skipped } = await core.client.intake.arrange({ intakeId });
  expect(parts.map(({ part, kind, canBe, name, missing }) => ({ part, kind, canBe, name, missing }))).toEqual([
    { part: 0, kind: 'log', canBe: ['log', 'document'], name: 'jira.csv', missing: null },
    { part: 1, kind: 'document', canBe: ['document'], name: 'rules.pdf', missing: null },
    { part: 2, kind: 'recording', canBe: ['recording'], name: 'talk.vtt', missing: null },
  ]);
  expect(skipped).toEqual([{ path: 'day/a.zip', why: 'unpack it first' }]);
  const preview = await core.client.intake.preview({ intakeId, part: 0 });
  expect({ ...preview, firstEvents: preview.firstEvents.length }).toEqual({
    file: 'jira.csv',
    format: 'csv',
    encoding: 'utf-8',
    events: 2,
    cases: 1,
    csv: {
      delimiter: ',',
      header: ['Issue key', 'Status', 'Changed', 'Who'],
      rows: [
        ['A-1', 'Open', '2026-03-02 08:00', 'Ann'],
        ['A-1', 'Done', '2026-03-02 09:00', 'Bob'],
      ],
      columns: [
        { role: 'case', column: 'Issue key', by: 'name' },
        { role: 'activity', column: 'Status', by: 'name' },
        { role: 'timestamp', column: 'Changed', by: 'values' },
      ],
      dateFormats: { timestamp: 'iso' },
    },
    xes: null,
    ocel: null,
    firstEvents: 2,
    warnings: ['column "Changed": times without a zone were read as UTC'],
    problem: null,
  });
  const taken = await finish(
    await core.client.intake.adopt({
      intakeId,
      process: 'refunds',
      parts: [
        { part: 0, as: 'log', columns: { resource: 'Who' } },
        { part: 1, as: 'document' },
        { part: 2, as: 'recording', actor: 'Ida', role: 'clerk' },
      ],
    }),
  );
  expect({ recordings: taken.recordings, logs: taken.logs, documents: taken.documents, events: taken.events }).toEqual({
    recordings: 1,
    logs: 1,
    documents: 1,
    events: 2,
  });
  const { recordings, logs, documents } = await core.client.process.contents({ processId: taken.process.id });
  expect([recordings[0]?.recording.title, logs[0]?.name, documents[0]?.artifact.name]).toEqual([
    'talk',
    'jira.csv',
    'rules.pdf',
  ]);
  await leave();
  expect(readdirSync(core.host.workspace.incoming)).toEqual([]);
});

test('columns that cannot be told come back with their names, and choices settle it', async () => {
  const core = await createTestCore();
  const { intakeId } = await openIntake(core);
  await send(core, intakeId, { 'odd.csv': 'A;B;C\nx1;open;03/04/2026\nx1;done;04/04/2026\n' });
  const { parts } = await core.client.intake.arrange({ intakeId });
  expect(parts.map(({ kind, canBe }) => ({ kind, canBe }))).toEqual([{ kind: 'document', canBe: ['document', 'log'] }]);
  const unclear = await core.client.intake.preview({
    intakeId,
    part: 0,
    columns: { case: 'A', activity: 'B', timestamp: 'C' },
  });
  expect({ code: unclear.problem?.code, header: unclear.csv?.header }).toEqual({
    code: 'log/unclear-dates',
    header: ['A', 'B', 'C'],
  });
  const clear = await core.client.intake.preview({
    intakeId,
    part: 0,
    columns: { case: 'A', activity: 'B', timestamp: 'C' },
    choices: { dateFormat: 'dmy' },
  });
  expect({ problem: clear.problem, first: clear.firstEvents[0] }).toEqual({
    problem: null,
    first: { case: 'x1', activity: 'open', start: null, time: '2026-04-03T00:00:00.000Z', resource: null, role: null },
  });
});

test('a path given by a page leads nowhere', async () => {
  const core = await createTestCore();
  const { intakeId } = await openIntake(core);
  await send(core, intakeId, {
    '../../../mirror.db': 'x',
    'C:\\Windows\\evil.pdf': makePdf(['x']),
    '/etc/passwd': 'x',
  });
  const folder = join(core.host.workspace.incoming, intakeId);
  expect(readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()).toEqual([
    '0',
    '0/mirror.db',
    '1',
    '1/evil.pdf',
    '2',
    '2/passwd',
  ]);
  expect([tidyPath('..'), tidyPath('a/../b'), tidyPath('con.txt'), tidyPath('a\0b.pdf'), tidyPath('. .')]).toEqual([
    'file',
    'a/b',
    '_con.txt',
    'a b.pdf',
    'file',
  ]);
  expect(tidyPath(`${'ä'.repeat(300)}.pdf`)).toBe(`${'ä'.repeat(58)}.pdf`);
});

test('pieces out of order, too many bytes and half a file are refused; who left is known no more', async () => {
  const core = await createTestCore();
  const { client } = core;
  const { intakeId, limits, leave } = await openIntake(core);
  const { file } = await client.intake.add({ intakeId, path: 'a.vtt', sizeBytes: 4 });
  const chunk = (offset: number, text: string) =>
    client.intake.chunk({ intakeId, file, offset, data: new Blob([text]) });
  await expect(chunk(2, 'cd')).rejects.toThrow('a.vtt: the file changed while it was read');
  await expect(chunk(0, 'abcde')).rejects.toThrow('a.vtt: the file changed while it was read');
  expect(await chunk(0, 'ab')).toEqual({ receivedBytes: 2 });
  await expect(client.intake.arrange({ intakeId })).rejects.toThrow('a.vtt: the file changed while it was read');
  await expect(client.intake.add({ intakeId, path: 'b.webm', sizeBytes: limits.maxFileBytes * 2 })).rejects.toThrow(
    /^b\.webm: there is room for/,
  );
  await leave();
  await expect(chunk(2, 'cd')).rejects.toThrow('These files are not here any more');
  expect(existsSync(join(core.host.workspace.incoming, intakeId))).toBe(false);
});

test('a wish for what a part cannot be is refused, and nothing is taken in', async () => {
  const core = await createTestCore();
  const { intakeId } = await openIntake(core);
  await send(core, intakeId, { 'rules.pdf': makePdf(['x']) });
  const adopt = async (part: number) =>
    finish(await core.client.intake.adopt({ intakeId, process: 'refunds', parts: [{ part, as: 'log' }] }));
  await expect(adopt(0)).rejects.toThrow('rules.pdf cannot be taken in as that');
  await expect(adopt(7)).rejects.toThrow('These files are not here any more');
  expect(await core.client.process.list()).toEqual([]);
});
