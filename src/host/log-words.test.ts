import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Activity, ProcessGraph } from '../domain/graph.ts';
import type { ProcessId } from '../domain/ids.ts';
import type { Core } from './core.ts';
import { runFlow } from './flow.ts';
import { extractStored } from './flow/find-steps.ts';
import { findRecordingSource } from './sources.ts';
import { createTestCore, createTestFolder, finish, writeTranscript } from './testing.ts';

/** As the recording tells it, in the words of a system: only "Open return request" is clearly the same. */
const LOG = [
  'case,activity,timestamp,resource,role',
  ...['1', '2', '3'].flatMap((id) => [
    `${id},Open return request,2026-03-0${id}T09:00:00Z,Ida,support agent`,
    `${id},Validate proof,2026-03-0${id}T10:00:00Z,Ida,support agent`,
    `${id},${id === '3' ? 'Pay refund' : 'Refund paid'},2026-03-0${id}T12:00:00Z,Ida,support agent`,
  ]),
].join('\n');

async function takeIn(core: Core): Promise<ProcessId> {
  const folder = createTestFolder();
  writeFileSync(join(folder, 'returns.csv'), LOG);
  const told = findRecordingSource(writeTranscript(folder), { actor: 'Ida', role: 'support agent', title: undefined });
  const sources = [{ kind: 'log' as const, file: join(folder, 'returns.csv'), columns: {} }, told];
  const { process } = await finish(runFlow(core.host, { process: { name: 'returns' }, sources }));
  return process.id;
}

const openGraph = async (core: Core, processId: ProcessId): Promise<ProcessGraph> =>
  (await core.client.process.open({ processId })).graph;

const find = ({ activities }: ProcessGraph, label: string): Activity | undefined =>
  activities.find((activity) => activity.label === label);

/** Where counts and words of an activity come from. */
const tell = (activity: Activity | undefined) =>
  activity && {
    count: activity.count,
    sources: activity.sources,
    evidence: [...new Set(activity.evidence.map(({ kind }) => kind))],
    provenance: activity.provenance,
  };

test('counts and times come from the log, words from the recording; what one side alone knows is that side’s', async () => {
  const core = await createTestCore();
  const graph = await openGraph(core, await takeIn(core));
  expect(tell(find(graph, 'Open return request'))).toEqual({
    count: 3,
    sources: { log: 3, recordings: 1 },
    evidence: ['log', 'speech'],
    provenance: 'observed',
  });
  expect(tell(find(graph, 'Validate proof'))).toEqual({
    count: 3,
    sources: { log: 3, recordings: 0 },
    evidence: ['log'],
    provenance: 'observed',
  });
  expect(tell(find(graph, 'enter amount'))).toEqual({
    count: 1,
    sources: { log: 0, recordings: 1 },
    evidence: ['speech'],
    provenance: 'stated',
  });
  // A manual step the log does not know stands on the way, as told, with no time of its own.
  const ids = (one: string, other: string) => [find(graph, one)!.id, find(graph, other)!.id];
  const [receipt, amount] = ids('check receipt', 'enter amount');
  expect(graph.transitions.find(({ source, target }) => source === receipt && target === amount)).toMatchObject({
    count: 1,
    sources: { log: 0, recordings: 1 },
    wait: null,
  });
});

test('what may be the same is asked; the answer holds through a new extraction and import, and can be taken back', async () => {
  const core = await createTestCore();
  const processId = await takeIn(core);
  const before = await core.client.process.open({ processId });
  const ask = async () => (await core.client.questions.list({ processId })).find(({ kind }) => kind === 'logged');
  const question = await ask();
  expect(question).toMatchObject({
    text: 'Is “check receipt” the same as “Validate proof” in the event log?',
    answerKind: 'yes-no',
    state: 'open',
  });
  expect(question!.evidence.map(({ kind }) => kind)).toEqual(['speech', 'log']);

  const answer = await core.client.questions.answer({ processId, questionId: question!.id, value: 'yes' });
  const joined = { count: 3, sources: { log: 3, recordings: 1 }, evidence: ['log', 'speech', 'answer'] };
  expect(tell(find(await openGraph(core, processId), 'Validate proof'))).toEqual({ ...joined, provenance: 'observed' });

  // A name given later does not loosen it, and neither do new runs over the same evidence.
  const command = { do: 'rename' as const, elements: [], logLabel: 'Validate proof', label: 'check proof' };
  await core.client.corrections.apply({ processId, command });
  for (const { id } of core.host.store.listRecordings(processId)) await extractStored(core.host, id);
  await takeIn(core);
  expect(tell(find(await openGraph(core, processId), 'check proof'))).toMatchObject(joined);
  const { corrections } = await core.client.corrections.list({ processId });
  expect(corrections.map(({ state }) => state)).toEqual(['standing', 'standing']);

  await core.client.corrections.undo({ processId });
  await core.client.corrections.undo({ processId, correctionId: answer.id });
  expect((await core.client.process.open({ processId })).graph).toEqual(before.graph);
  expect(await ask()).toEqual(question);

  await core.client.questions.answer({ processId, questionId: question!.id, value: 'no' });
  expect((await openGraph(core, processId)).doubts).toEqual([]);
  expect(find(await openGraph(core, processId), 'check receipt')?.sources).toEqual({ log: 0, recordings: 1 });
});

test('two activities of the log are put together as one, and taking it back leaves both as they were', async () => {
  const core = await createTestCore();
  const processId = await takeIn(core);
  const before = await core.client.process.open({ processId });
  const put = (...logLabels: string[]) =>
    core.client.corrections.apply({ processId, command: { do: 'relateLog', elements: [], logLabels, as: 'same' } });
  const given = await put('Pay refund', 'Refund paid');
  expect(given.command).toEqual({
    do: 'relateLog',
    elements: [],
    logLabels: ['Pay refund', 'Refund paid'],
    as: 'same',
  });
  const graph = await openGraph(core, processId);
  expect(find(graph, 'Refund paid')).toBeUndefined();
  expect(find(graph, 'Pay refund')).toMatchObject({ count: 3, cases: 3, sources: { log: 3, recordings: 0 } });
  expect(graph.variants.count).toBe(1);
  await core.client.corrections.undo({ processId });
  expect(await core.client.process.open({ processId })).toEqual(before);

  await expect(put('Pay refund')).rejects.toMatchObject({ data: { code: 'correction/unfit' } });
  await expect(put('Pay refund', 'Nothing')).rejects.toMatchObject({ data: { code: 'element/missing' } });
  expect(await core.client.process.open({ processId })).toEqual(before);
});

test('a told activity that was put to one of the log is taken back as it was', async () => {
  const core = await createTestCore();
  const processId = await takeIn(core);
  const before = await core.client.process.open({ processId });
  const amount = find(before.graph, 'enter amount')!;
  const command = {
    do: 'relateLog' as const,
    elements: amount.stepIds,
    logLabels: ['Pay refund'],
    as: 'same' as const,
  };
  await core.client.corrections.apply({ processId, command });
  const graph = await openGraph(core, processId);
  expect(find(graph, 'enter amount')).toBeUndefined();
  expect(find(graph, 'Pay refund')).toMatchObject({ count: 1, stepIds: amount.stepIds });
  await core.client.corrections.undo({ processId });
  expect(await core.client.process.open({ processId })).toEqual(before);
});
