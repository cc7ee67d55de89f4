import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SearchAnswer } from '../domain/search.ts';
import { createTestFolder, writeTranscript } from '../host/testing.ts';
import { runMirror } from './testing.ts';

test('search prints the moments, as words and as JSON, and says what it took for a slip', async () => {
  const folder = createTestFolder();
  const workspace = join(folder, 'workspace');
  await runMirror(['ingest', writeTranscript(folder), '--process', 'Refunds', '--actor', 'Ida'], workspace);

  const words = await runMirror(['search', 'enter', 'the', 'amuont'], workspace);
  expect(words).toEqual({
    code: 0,
    stdout: [
      '"amuont" stands nowhere; searched for amount.',
      'Refunds | refund | Ida | 0:05 | said',
      '    I check the receipt and I enter the amount in Ledgerly.',
      '',
    ].join('\n'),
    stderr: '',
  });

  const json = await runMirror(['search', 'Noor', '--process', 'Refunds', '--kind', 'speech', '--json'], workspace);
  const { hits, corrected, searched } = SearchAnswer.parse(JSON.parse(json.stdout));
  expect({ corrected, searched, hits: hits.length }).toEqual({ corrected: [], searched: 4, hits: 1 });
  expect(hits[0]).toMatchObject({
    kind: 'speech',
    text: 'If it is more than two hundred euros I send it to Noor in finance.',
    marks: [{ start: 50, end: 54 }],
    ref: { kind: 'speech', segment: 2, startMs: 10_000, endMs: 15_000 },
  });

  const nothing = await runMirror(['search', 'xylophone'], workspace);
  expect(nothing).toEqual({ code: 0, stdout: 'Nothing found for "xylophone" in 4 texts.\n', stderr: '' });
});

test('search refuses what it cannot look for, in one line', async () => {
  const folder = createTestFolder();
  const workspace = join(folder, 'workspace');
  await runMirror(['ingest', writeTranscript(folder), '--process', 'Refunds'], workspace);
  const signs = await runMirror(['search', '!!!'], workspace);
  expect({ code: signs.code, stdout: signs.stdout }).toEqual({ code: 2, stdout: '' });
  expect(signs.stderr).toContain('There is no word to look for');
  const nowhere = await runMirror(['search', 'refund', '--process', 'Payroll'], workspace);
  expect(nowhere.code).toBe(2);
  expect(nowhere.stderr.trim().split('\n')).toHaveLength(1);
});
