// Corrections through the door: what is refused, and in which words.
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Command } from '../domain/correction.ts';
import { ElementId, FindingId, ProcessId } from '../domain/ids.ts';
import type { Core } from '../host/core.ts';
import { runFlow } from '../host/flow.ts';
import { findRecordingSource } from '../host/sources.ts';
import { createTestCore, createTestFolder, finish, writeTranscript } from '../host/testing.ts';
import { readProblem } from './client.ts';

const LOG = 'case,activity,time\n1,Open return,2026-03-02T09:00:00Z\n1,Pay out,2026-03-02T10:00:00Z\n';

async function openRefunds(core: Core) {
  const folder = createTestFolder();
  const log = join(folder, 'log.csv');
  writeFileSync(log, LOG);
  const source = findRecordingSource(writeTranscript(folder), {
    actor: 'Ida',
    role: 'support agent',
    title: undefined,
  });
  const columns = { case: 'case', activity: 'activity', timestamp: 'time' };
  const sources = [source, { kind: 'log' as const, file: log, columns }];
  const { process } = await finish(runFlow(core.host, { process: { name: 'refunds' }, sources }));
  const [recording] = core.host.store.listRecordings(process.id);
  const { extraction } = await core.client.recording.open({ recordingId: recording!.id });
  return { processId: process.id, extraction };
}

test('what is not there and what makes no sense is refused in plain words, and nothing is stored', async () => {
  const core = await createTestCore();
  const { processId, extraction } = await openRefunds(core);
  const [one, other] = extraction.steps.map(({ id }) => id);
  const refusal = async (command: Command): Promise<string | undefined> => {
    const failure: unknown = await core.client.corrections
      .apply({ processId, command })
      .catch((error: unknown) => error);
    return readProblem(failure)?.code;
  };
  const gone = ElementId.parse('step-gone');
  const set = { do: 'set' as const, elements: [one!] };
  expect([
    await refusal({ do: 'delete', elements: [gone] }),
    await refusal({ do: 'judgeFinding', finding: FindingId.parse('gone'), status: 'confirmed' }),
    await refusal({ do: 'rename', elements: [], logLabel: 'Gone', label: 'gone' }),
  ]).toEqual(Array.from({ length: 3 }, () => 'element/missing'));
  expect([
    await refusal({ do: 'rename', elements: [], logLabel: null, label: 'nothing' }),
    await refusal({ do: 'rename', elements: [], logLabel: 'Pay out', label: 'Open return' }),
    await refusal({ ...set, field: 'duration', value: 'P1D' }),
    await refusal({ do: 'split', element: one!, segment: 0, char: 500, labels: ['a', 'b'] }),
    await refusal({ do: 'merge', elements: [one!, one!], label: 'twice' }),
    await refusal({ do: 'reorder', element: one!, place: 'after', other: one! }),
    await refusal({ do: 'relate', elements: [one!, extraction.waits[0]!.id], as: 'same', label: null }),
  ]).toEqual(Array.from({ length: 7 }, () => 'correction/unfit'));
  expect(await core.client.corrections.list({ processId })).toEqual({
    corrections: [],
    canUndo: false,
    canRedo: false,
  });
  expect(await refusal({ do: 'merge', elements: [one!, other!], label: 'open and check' })).toBeUndefined();
});

test('a process that is not there has no corrections', async () => {
  const core = await createTestCore();
  const processId = ProcessId.parse('nothing');
  const failure: unknown = await core.client.corrections.list({ processId }).catch((error: unknown) => error);
  expect(readProblem(failure)?.code).toBe('process/missing');
});

test('an activity that a log names is renamed on the map, and its rows still count', async () => {
  const core = await createTestCore();
  const { processId } = await openRefunds(core);
  const before = await core.client.process.open({ processId });
  const activity = before.graph.activities.find(({ label }) => label === 'Pay out')!;
  const command: Command = { do: 'rename', elements: activity.stepIds, logLabel: 'Pay out', label: 'pay the customer' };
  await core.client.corrections.apply({ processId, command });
  const after = await core.client.process.open({ processId });
  expect(after.graph.activities.find(({ label }) => label === 'pay the customer')).toMatchObject({
    count: activity.count,
    sources: activity.sources,
  });
  expect(after.graph.transitions.length).toBe(before.graph.transitions.length);
  expect((await core.client.corrections.list({ processId })).corrections).toMatchObject([{ state: 'standing' }]);
});

test('any correction can be taken back, not only the last', async () => {
  const core = await createTestCore();
  const { processId, extraction } = await openRefunds(core);
  const [one, other] = extraction.steps;
  const apply = (command: Command) => core.client.corrections.apply({ processId, command });
  const first = await apply({ do: 'delete', elements: [one!.id] });
  await apply({ do: 'rename', elements: [other!.id], logLabel: null, label: 'verify receipt' });
  await core.client.corrections.undo({ processId, correctionId: first.id });
  const { corrections } = await core.client.corrections.list({ processId });
  expect(corrections.map(({ state }) => state)).toEqual(['undone', 'standing']);
  const shown = await core.client.recording.open({ recordingId: one!.recordingId });
  expect(shown.extraction.steps.map(({ label }) => label).slice(0, 2)).toEqual([one!.label, 'verify receipt']);
});
