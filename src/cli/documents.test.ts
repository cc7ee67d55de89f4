import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createTestFolder, writeTranscript } from '../host/testing.ts';
import { makeDocx, makeLockedPdf, makePdf } from '../ingest/documents/documents.sample.ts';
import { runMirror } from './testing.ts';

test('a folder is taken in whole; documents are listed, renamed and removed by name', async () => {
  const folder = createTestFolder();
  const given = join(folder, 'monday');
  mkdirSync(join(given, 'mails'), { recursive: true });
  writeTranscript(given, 'refund.vtt');
  writeFileSync(join(given, 'mails', 'rules.pdf'), makePdf(['Cutoff is 2:30 pm'], { title: 'Order rules' }));
  writeFileSync(join(given, 'locked.pdf'), makeLockedPdf());
  writeFileSync(
    join(given, 'log.csv'),
    'case,activity,time\n1,open,2026-03-02T08:00:00Z\n1,close,2026-03-02T09:00:00Z\n',
  );
  writeFileSync(join(given, 'prices.csv'), 'item,price\npipe,4.20\n');
  writeFileSync(join(given, 'notes.txt'), 'Ask Noor.');
  writeFileSync(join(given, 'tool.exe'), 'MZ');
  writeFileSync(join(given, 'nothing.md'), '');
  const workspace = join(folder, 'workspace');
  const ingest = await runMirror(['ingest', given, '--process', 'refunds', '--json'], workspace);
  expect(JSON.parse(ingest.stdout)).toMatchObject({ ingested: 1, logs: 1, documents: 3, cases: 1 });
  expect(JSON.parse(ingest.stdout).warnings).toEqual(
    expect.arrayContaining([
      'left out: tool.exe: Mirror does not read this kind of file',
      'left out: nothing.md: it is empty',
      'left out: locked.pdf: the document asks for a password. Save a copy without the password, and add that.',
    ]),
  );
  await runMirror(['rename', '--process', 'refunds', '--document', 'rules.pdf', '--to', 'Rules of 2026'], workspace);
  const removed = await runMirror(['remove', '--process', 'refunds', '--document', 'notes.txt', '--yes'], workspace);
  expect(removed.stdout).toBe('The document "notes.txt" is gone.\n');
  const list = await runMirror(['list'], workspace);
  expect(list.stdout.split('\n')[0]).toBe('refunds: 1 recording, 1 event log, 2 documents');
  expect(list.stdout).toMatch(/Rules of 2026 \(pdf, 1 page\)/);
});

test('a document is taken in by its name; others with --as document; a folder of nothing is refused', async () => {
  const folder = createTestFolder();
  const [docx, text] = [join(folder, 'policy.docx'), join(folder, 'notes.txt')];
  writeFileSync(docx, makeDocx(['Credit rules']));
  writeFileSync(text, 'Ask Noor.');
  const workspace = join(folder, 'workspace');
  const one = await runMirror(['ingest', docx, '--process', 'credit'], workspace);
  expect(one.stdout).toMatch(/^1 document taken into "credit"\./);
  const as = await runMirror(['ingest', text, '--as', 'document', '--process', 'credit'], workspace);
  expect(as.stdout).toMatch(/^1 document taken into "credit"\./);
  mkdirSync(join(folder, 'empty'));
  const refused = await runMirror(['ingest', join(folder, 'empty'), '--process', 'credit'], workspace);
  expect({ code: refused.code, stderr: refused.stderr }).toEqual({
    code: 2,
    stderr: 'mirror: empty: nothing in this folder is of a kind that Mirror reads. See `mirror --help`.\n',
  });
});
