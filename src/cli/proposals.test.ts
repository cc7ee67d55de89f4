// What agents propose, decided on the terminal.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createTestCore, createTestFolder, finish } from '../host/testing.ts';
import { runFlow } from '../host/flow.ts';
import { runMirror } from './testing.ts';

test('proposals are listed with their reasons, and accepted or declined by number', async () => {
  const folder = createTestFolder();
  const workspace = join(folder, 'workspace');
  const file = join(folder, 'orders.csv');
  writeFileSync(file, 'case,activity,time\n1,ship order,2026-01-01T10:00:00Z\n1,close case,2026-01-01T11:00:00Z\n');
  const core = await createTestCore(workspace);
  await finish(runFlow(core.host, { process: { name: 'Orders' }, sources: [{ kind: 'log', file, columns: {} }] }));
  const caller = { session: 's', name: 'Scribe', version: '1', staysHere: true, agreedBy: null, mayPropose: true };
  for (const [activity, label] of [
    ['ship order', 'send goods'],
    ['close case', 'stop'],
  ]) {
    const input = { process: 'Orders', what: 'rename', activity, label, why: 'So it is\ncalled.' };
    await core.client.agents.call({ caller, wish: { tool: 'propose_correction', input } });
  }
  await core.close();

  const mirror = async (...args: readonly string[]) => {
    const { code, stdout, stderr } = await runMirror(['proposals', '--process', 'Orders', ...args], workspace);
    return [code, code === 0 ? stdout : stderr];
  };
  const [first, second] = ['Call “ship order” “send goods” instead', 'Call “close case” “stop” instead'];
  expect(await mirror()).toEqual([
    0,
    `2 open proposals:\n   1  ${first}\n      Scribe 1: So it is called.\n   2  ${second}\n      Scribe 1: So it is called.\n`,
  ]);
  expect(await mirror('--accept', '1')).toEqual([
    0,
    `1 open proposal:\n   1  ${second}\n      Scribe 1: So it is called.\n`,
  ]);
  expect(await mirror('--decline', '2')).toEqual([
    2,
    'mirror: This proposal is not open any more. Look at the list of proposals again.\n',
  ]);
  expect(await mirror('--decline', '1')).toEqual([0, 'No agent proposes anything.\n']);
  const graph = await runMirror(['graph', '--process', 'Orders', '--json'], workspace);
  const { activities } = JSON.parse(graph.stdout) as { activities: { label: string }[] };
  expect(activities.map(({ label }) => label).toSorted()).toEqual(['close case', 'send goods']);
});
