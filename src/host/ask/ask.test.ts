// Questions asked by the API: of a period, and of a process that changes meanwhile.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runFlow } from '../flow.ts';
import { createTestCore, createTestFolder, finish } from '../testing.ts';

const ROWS = [
  'case,activity,start,end,resource,role',
  '1,enter order,2026-03-02T08:00:00Z,2026-03-02T08:30:00Z,Ann,clerk',
  '1,ship order,2026-03-02T10:00:00Z,2026-03-02T11:00:00Z,Bea,packer',
  '2,enter order,2026-04-20T08:00:00Z,2026-04-20T09:00:00Z,Ann,clerk',
  '2,ship order,2026-04-21T08:00:00Z,2026-04-21T08:30:00Z,Bea,packer',
];

test('a question of a period is answered from its cases, and of a process as it is now', async () => {
  const core = await createTestCore();
  const file = join(createTestFolder(), 'orders.csv');
  writeFileSync(file, `${ROWS.join('\n')}\n`);
  const sources = [{ kind: 'log' as const, file, columns: {} }];
  const { process } = await finish(runFlow(core.host, { process: { name: 'Orders' }, sources }));
  const ask = (question: string) => core.client.ask({ processId: process.id, question });

  const whole = await ask('How often is the order shipped?');
  const april = await ask('How often was the order shipped in April?');
  expect([whole.values, april.values, april.answer]).toEqual([
    { count: 2, cases: 2, ofCases: 2, share01: 1 },
    { count: 1, cases: 1, ofCases: 1, share01: 1 },
    'Of cases that start from 2026-04-01 to 2026-04-30: “ship order” is done 1 time, in 1 of 1 case.',
  ]);
  const cited = await core.client.evidence.cite({ refs: april.sentences.flatMap(({ citations }) => citations) });
  expect(cited.map((citation) => citation?.rows.map(({ case: name }) => name))).toEqual([['2']]);
  expect([april.model, april.egressBytes]).toEqual([null, 0]);
  expect((await ask('How many cases were there in May 2026?')).answer).toBe(
    'There are no cases that start from 2026-05-01 to 2026-05-31.',
  );

  // What the worker keeps of a process goes when the process changes: an activity has another name now.
  await core.client.corrections.apply({
    processId: process.id,
    command: { do: 'rename', elements: [], logLabel: 'ship order', label: 'dispatch goods' },
  });
  expect([
    (await ask('How often is the order shipped?')).isAnswered,
    (await ask('Who dispatches the goods?')).values,
  ]).toEqual([false, { role: 'packer', roles: ['packer'], people: ['Bea'] }]);
});
