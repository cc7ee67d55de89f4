import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ArtifactId } from '../../domain/ids.ts';
import type { EvidenceRef } from '../../domain/evidence.ts';
import type { Source } from '../../domain/source.ts';
import { makeDocx, makeEmail, makeLockedPdf, makePdf, makeXlsx, PNG } from '../../ingest/documents/documents.sample.ts';
import type { Core } from '../core.ts';
import { createTestCore, createTestFolder, finish, TEST_TIME_MS } from '../testing.ts';
import { createDocumentReader } from './document-reader.ts';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function write(folder: string, files: Readonly<Record<string, Uint8Array>>): Source[] {
  return Object.entries(files).map(([name, bytes]) => {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    return { kind: 'document', file, isOneOfMany: Object.keys(files).length > 1 };
  });
}

async function take(core: Core, sources: readonly Source[]) {
  const taken = await finish(await core.client.process.takeIn({ process: 'refunds', sources: [...sources] }));
  const { documents } = await core.client.process.contents({ processId: taken.process.id });
  return { taken, documents };
}

test('a document is kept by its hash, with its text page by page, and cites', async () => {
  const core = await createTestCore();
  const pdf = makePdf(['Cutoff is 2:30 pm', 'Above 500 a second signature is needed'], { title: 'Order rules' });
  const { taken, documents } = await take(core, write(createTestFolder(), { 'rules.pdf': pdf }));
  const [one] = documents;
  const artifactId = one!.artifact.id;
  expect({ ...taken, process: taken.process.name, headline: taken.headline.activities }).toEqual({
    process: 'refunds',
    headline: 0,
    events: 0,
    recordings: 0,
    logs: 0,
    documents: 1,
    warnings: [],
  });
  expect(documents).toEqual([
    {
      artifact: {
        id: artifactId,
        processId: taken.process.id,
        recordingId: null,
        parentId: null,
        name: 'rules.pdf',
        title: 'Order rules',
        mimeType: 'application/pdf',
        sizeBytes: pdf.length,
        createdAtMs: TEST_TIME_MS,
      },
      kind: 'pdf',
      pages: 2,
      warnings: [],
      url: `documents/${artifactId}`,
    },
  ]);
  expect(new Uint8Array(readFileSync(core.host.workspace.file(`artifacts/${sha256(pdf)}.pdf`)))).toEqual(pdf);
  expect(await core.client.document.page({ artifactId, page: 2 })).toEqual({
    page: 2,
    name: null,
    text: 'Above 500 a second signature is needed',
  });
  expect((await core.client.document.open({ artifactId })).pageList).toEqual([
    { page: 1, name: null, characters: 17 },
    { page: 2, name: null, characters: 38 },
  ]);
  const cite = (ref: Partial<EvidenceRef>) =>
    core.client.evidence.cite({ refs: [{ kind: 'artifact', artifactId, ...ref } as EvidenceRef] });
  expect(await cite({ page: 2, quote: 'second signature' })).toEqual([
    {
      ref: { kind: 'artifact', artifactId, page: 2, quote: 'second signature' },
      source: 'rules.pdf, page 2',
      actor: null,
      role: null,
      text: 'second signature',
      context: 'Above 500 a second signature is needed',
      rows: [],
    },
  ]);
  expect((await cite({ quote: '2:30 pm' }))[0]?.source).toBe('rules.pdf, page 1');
  expect((await cite({}))[0]?.text).toBe('Order rules');
  expect(await cite({ page: 1, quote: 'second signature' })).toEqual([null]);
  expect(await cite({ page: 3 })).toEqual([null]);
});

test('added again it is told, and nothing is there twice; a given name stays', async () => {
  const core = await createTestCore();
  const sources = write(createTestFolder(), { 'limits.xlsx': makeXlsx({ Limits: [['clerk', 500]] }) });
  const first = await take(core, sources);
  await core.client.document.rename({ artifactId: first.documents[0]!.artifact.id, name: 'Limits of 2026' });
  const again = await take(core, sources);
  expect(again.taken.warnings).toEqual([
    'limits.xlsx: already in this process; it was read again in its place, and nothing was added',
  ]);
  expect(again.documents.map(({ artifact }) => artifact.name)).toEqual(['Limits of 2026']);
  expect(readdirSync(core.host.workspace.file('artifacts')).length).toBe(1);
});

test('what is attached to a mail is a document of its own, and goes with it', async () => {
  const core = await createTestCore();
  const pdf = makePdf(['terms']);
  const inner = makeEmail({
    subject: 'First',
    text: 'hello',
    attachments: [{ name: 'dot.png', type: 'image/png', bytes: PNG }],
  });
  const mail = makeEmail({
    subject: 'Order 4711',
    text: 'See below.',
    attachments: [
      { name: '../../terms.pdf', type: 'application/pdf', bytes: pdf },
      { name: 'first.eml', type: 'message/rfc822', bytes: inner },
      { name: 'tool.exe', type: 'application/octet-stream', bytes: PNG },
      { name: 'locked.pdf', type: 'application/pdf', bytes: makeLockedPdf() },
    ],
  });
  const { taken, documents } = await take(core, write(createTestFolder(), { 'order.eml': mail }));
  const idOf = (name: string): ArtifactId | undefined =>
    documents.find(({ artifact }) => artifact.name === name)?.artifact.id;
  expect(documents.map(({ artifact, kind }) => [artifact.name, kind, artifact.parentId ?? null])).toEqual([
    ['order.eml', 'email', null],
    ['.. .. terms.pdf', 'pdf', idOf('order.eml')],
    ['first.eml', 'email', idOf('order.eml')],
    ['dot.png', 'image', idOf('first.eml')],
  ]);
  expect(taken.warnings.filter((warning: string) => warning.includes('left out'))).toEqual([
    'order.eml: "tool.exe" was left out: Mirror does not read this kind of file',
    'order.eml: "locked.pdf" was left out: it asks for a password',
  ]);
  expect(readdirSync(core.host.workspace.incoming)).toEqual([]);
  await core.client.document.remove({ artifactId: idOf('order.eml')! });
  expect(await core.client.process.contents({ processId: taken.process.id })).toMatchObject({ documents: [] });
  expect(readdirSync(core.host.workspace.file('artifacts'))).toEqual([]);
});

test('one bad document stops a single wish, and is left out of many', async () => {
  const core = await createTestCore();
  const bad = write(createTestFolder(), { 'a.pdf': makeLockedPdf() });
  await expect(take(core, bad)).rejects.toThrow('a.pdf: the document asks for a password');
  expect(await core.client.process.list()).toEqual([]);
  const folder = createTestFolder();
  const { taken, documents } = await take(
    core,
    write(folder, { 'a.pdf': makeLockedPdf(), 'b.docx': makeDocx(['Credit rules']) }),
  );
  expect(documents.map(({ artifact }) => artifact.name)).toEqual(['b.docx']);
  expect(taken.warnings).toEqual([
    'left out: a.pdf: the document asks for a password. Save a copy without the password, and add that.',
  ]);
});

test('a process with documents is backed up, restored and removed with them', async () => {
  const folder = createTestFolder();
  const core = await createTestCore(join(folder, 'workspace'));
  mkdirSync(join(folder, 'in'));
  const { taken, documents } = await take(
    core,
    write(join(folder, 'in'), { 'rules.docx': makeDocx(['Credit rules']) }),
  );
  const file = join(folder, 'backup.db');
  await core.client.workspace.backup({ file });
  const { artifact } = documents[0]!;
  const kept = core.host.store.findArtifact(artifact.id)!.path;
  await core.client.process.remove({ processId: taken.process.id });
  expect(existsSync(core.host.workspace.file(kept))).toBe(false);
  await core.close();
  const { restoreWorkspace } = await import('../restore.ts');
  await restoreWorkspace(join(folder, 'workspace'), file);
  const again = await createTestCore(join(folder, 'workspace'));
  expect(await again.client.document.page({ artifactId: artifact.id, page: 1 })).toMatchObject({
    text: 'Credit rules',
  });
});

test('the doctor names a file that is gone; the words of its document stay', async () => {
  const core = await createTestCore();
  const { documents } = await take(core, write(createTestFolder(), { 'rules.docx': makeDocx(['Credit rules']) }));
  const filesCheck = async () => (await core.client.app.doctor()).find(({ name }) => name === 'Files');
  expect(await filesCheck()).toMatchObject({
    state: 'ok',
    detail: 'all 1 files of recordings, documents and logs are there',
  });
  const artifactId = documents[0]!.artifact.id;
  const { path } = core.host.store.findArtifact(artifactId)!;
  rmSync(core.host.workspace.file(path));
  expect(await filesCheck()).toMatchObject({ state: 'problem', detail: `1 of 1 are missing, such as ${path}` });
  expect(await core.client.document.page({ artifactId, page: 1 })).toMatchObject({ text: 'Credit rules' });
});

test('a document that takes too long ends its thread, and the next one is read', async () => {
  const folder = createTestFolder();
  const slow = join(folder, 'slow.pdf');
  writeFileSync(slow, makePdf(Array.from({ length: 2000 }, (_, at) => `page ${at}`)));
  const quick = join(folder, 'quick.md');
  writeFileSync(quick, '# Quick');
  const hurried = createDocumentReader({ scratch: join(folder, 'scratch'), longestMs: 20 });
  await expect(hurried.read(slow, 'slow.pdf')).rejects.toThrow(
    'slow.pdf: the document is too large to be read (reading it takes longer than 0.02 s)',
  );
  await hurried.close();
  const reader = createDocumentReader({ scratch: join(folder, 'scratch') });
  await expect(reader.read(slow, 'slow.pdf', AbortSignal.abort(new Error('left')))).rejects.toThrow('left');
  expect((await reader.read(quick, 'quick.md')).title).toBe('Quick');
  await reader.close();
});
