// What `mirror ask` prints, for people and for programs.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createTestFolder } from '../host/testing.ts';
import { runMirror } from './testing.ts';

test('mirror ask answers with citations, and says what it can answer where it cannot', async () => {
  const workspace = join(createTestFolder(), 'workspace');
  const log = join(createTestFolder(), 'orders.csv');
  writeFileSync(
    log,
    'case,activity,time,role\n1,enter order,2026-03-02T08:00:00Z,clerk\n1,ship order,2026-03-03T08:00:00Z,packer\n',
  );
  expect((await runMirror(['import', log, '--process', 'Orders'], workspace)).code).toBe(0);

  const json = await runMirror(['ask', 'Who ships the order?', '--process', 'Orders', '--json'], workspace);
  const answer = JSON.parse(json.stdout) as { values: object; model: null; egressBytes: number; sentences: unknown[] };
  expect([json.code, answer.values, answer.model, answer.egressBytes, answer.sentences.length]).toEqual([
    0,
    { role: 'packer', roles: ['packer'], people: [] },
    null,
    0,
    1,
  ]);
  const words = await runMirror(['ask', 'Who', 'ships', 'the', 'order?', '--process', 'Orders'], workspace);
  expect(words.stdout.split('\n').slice(0, 2)).toEqual([
    '“ship order” is done by packer (1 time).',
    '    orders.csv: 1 row of orders.csv',
  ]);
  const only = await runMirror(['ask', 'Who ships the order?'], workspace);
  expect([only.code, only.stdout]).toEqual([0, words.stdout]);
  expect((await runMirror(['import', log, '--process', 'Returns'], workspace)).code).toBe(0);
  const either = await runMirror(['ask', 'Who ships the order?'], workspace);
  expect([either.code, either.stderr]).toEqual([
    2,
    'mirror: There is more than one process. Name one with --process: Orders, Returns.\n',
  ]);
  const refused = await runMirror(['ask', 'Who faxes the order?', '--process', 'Orders'], workspace);
  expect([refused.code, refused.stdout.split('\n').slice(0, 3)]).toEqual([
    0,
    ['Nothing in this process is known by “faxes”.', '', 'What can be asked:'],
  ]);
});
