import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import type { Command } from '../domain/correction.ts';
import type { Step } from '../domain/extraction.ts';
import type { ProcessId } from '../domain/ids.ts';
import type { ProcessView } from '../domain/views.ts';
import { type Core, createCore } from './core.ts';
import { applyCorrections } from '../steps/corrections/apply.ts';
import { randomLog } from '../steps/corrections/corrections.sample.ts';
import { runFlow } from './flow.ts';
import { extractStored } from './flow/find-steps.ts';
import { findRecordingSource } from './sources.ts';
import { createTestCore, createTestFolder, finish, TEST_TIME_MS, writeTranscript } from './testing.ts';

const AS_ONE: Readonly<Record<string, string>> = { Ida: 'support agent', Omar: 'support agent' };

async function takeIn(
  core: Core,
  { actor = 'Ida', file = writeTranscript(createTestFolder()) } = {},
): Promise<ProcessId> {
  const source = findRecordingSource(file, { actor, role: AS_ONE[actor], title: undefined });
  const { process } = await finish(runFlow(core.host, { process: { name: 'refunds' }, sources: [source] }));
  return process.id;
}

/** The steps of the recordings, oldest first, as a window is shown them. */
async function showSteps(core: Core, processId: ProcessId): Promise<Step[]> {
  const shown = core.host.store.listRecordings(processId);
  const views = await Promise.all(shown.map(({ id }) => core.client.recording.open({ recordingId: id })));
  return views.flatMap(({ extraction }) => extraction.steps);
}

const labelsOf = (steps: readonly Step[]): string[] => steps.map(({ label }) => label);

function renamed({ id }: Pick<Step, 'id'>, label: string): Command {
  return { do: 'rename', elements: [id], logLabel: null, label };
}

async function statesOf(core: Core, processId: ProcessId): Promise<string[]> {
  const { corrections } = await core.client.corrections.list({ processId });
  return corrections.map(({ state }) => state);
}

async function extractAgain(core: Core, processId: ProcessId): Promise<void> {
  for (const { id } of core.host.store.listRecordings(processId)) await extractStored(core.host, id);
}

test('what was corrected stands after the steps were extracted again, and more can be corrected', async () => {
  const core = await createTestCore();
  const processId = await takeIn(core);
  const [open, check] = await showSteps(core, processId);
  await core.client.corrections.apply({ processId, command: renamed(open!, 'open case') });
  await extractAgain(core, processId);
  const set = { do: 'set' as const, elements: [check!.id], field: 'actor' as const, value: 'refund clerk' };
  await core.client.corrections.apply({ processId, command: set });
  await extractAgain(core, processId);
  const [first, second] = await showSteps(core, processId);
  expect(first).toMatchObject({
    label: 'open case',
    provenance: 'confirmed',
    confidence01: 1,
    evidence: open!.evidence,
  });
  expect(second).toMatchObject({ label: check!.label, actor: 'refund clerk' });
  const { graph } = await core.client.process.open({ processId });
  expect(graph.activities.find(({ label }) => label === 'open case')).toMatchObject({ provenance: 'confirmed' });
  expect(graph.activities.find(({ label }) => label === check!.label)?.roles).toEqual([
    { name: 'refund clerk', count: 1 },
  ]);
  // What is stored stays as it was extracted.
  expect(core.host.store.listNarrated(processId)[0]?.extraction.steps[0]).toEqual(open);
});

test('undo and redo reach over restarts, and undoing all gives the map as it was', async () => {
  const workspace = join(createTestFolder(), 'workspace');
  const open = async (): Promise<Core> => {
    const core = await createCore({ workspace, door: 'terminal', nowMs: () => TEST_TIME_MS });
    onTestFinished(() => core.close());
    return core;
  };
  let core = await open();
  const processId = await takeIn(core);
  const before: ProcessView = await core.client.process.open({ processId });
  const steps = await showSteps(core, processId);
  await core.client.corrections.apply({ processId, command: renamed(steps[0]!, 'open case') });
  await core.client.corrections.apply({ processId, command: { do: 'delete', elements: [steps[1]!.id] } });
  await core.close();
  core = await open();
  expect(labelsOf(await showSteps(core, processId))).toEqual(['open case', ...labelsOf(steps.slice(2))]);
  await core.client.corrections.undo({ processId });
  await core.client.corrections.undo({ processId });
  expect(await core.client.corrections.undo({ processId })).toBeNull();
  expect(await core.client.process.open({ processId })).toEqual(before);
  expect(await core.client.corrections.list({ processId })).toMatchObject({ canUndo: false, canRedo: true });
  await core.close();
  core = await open();
  await core.client.corrections.redo({ processId });
  expect(labelsOf(await showSteps(core, processId))).toEqual(['open case', ...labelsOf(steps.slice(1))]);
  expect(await statesOf(core, processId)).toEqual(['standing', 'undone']);
});

test('a correction whose words are gone is shown as stale, and holds again when they are back', async () => {
  const core = await createTestCore();
  const processId = await takeIn(core);
  const { store } = core.host;
  const [recording] = store.listRecordings(processId);
  const segments = store.listSegments(recording!.id);
  const [open] = await showSteps(core, processId);
  await core.client.corrections.apply({ processId, command: renamed(open!, 'open case') });
  const other = segments.map((segment) => ({
    ...segment,
    text: 'On Mondays Ruben waters the office plants and hums.',
  }));
  store.saveRecording({ recording: recording!, tracks: [], segments: other, events: [] });
  await extractAgain(core, processId);
  expect(await statesOf(core, processId)).toEqual(['stale']);
  expect(labelsOf(await showSteps(core, processId))).not.toContain('open case');
  store.saveRecording({ recording: recording!, tracks: [], segments, events: [] });
  await extractAgain(core, processId);
  expect(await statesOf(core, processId)).toEqual(['standing']);
  expect(labelsOf(await showSteps(core, processId))).toContain('open case');
});

test('activities told by two people in their own words become one, with the words of both', async () => {
  const core = await createTestCore();
  const file = join(createTestFolder(), 'other.vtt');
  writeFileSync(
    file,
    'WEBVTT\n\n00:00:01.000 --> 00:00:05.000\nFirst I scan the parcel label.\n\n00:00:06.000 --> 00:00:09.000\nThen I weigh the parcel.\n',
  );
  const processId = await takeIn(core);
  await takeIn(core, { actor: 'Omar', file });
  const steps = await showSteps(core, processId);
  const mine = steps[0]!;
  const theirs = steps.find(({ recordingId }) => recordingId !== mine.recordingId)!;
  const relate = {
    do: 'relate' as const,
    elements: [mine.id, theirs.id],
    as: 'same' as const,
    label: 'take in return',
  };
  await core.client.corrections.apply({ processId, command: relate });
  const { graph } = await core.client.process.open({ processId });
  const activity = graph.activities.find(({ label }) => label === 'take in return');
  expect(activity).toMatchObject({ sources: { log: 0, recordings: 2 }, stepIds: [mine.id, theirs.id] });
  expect(activity?.evidence).toEqual([...mine.evidence, ...theirs.evidence]);
  await core.client.corrections.apply({ processId, command: { ...relate, as: 'apart', label: null } });
  const apart = await core.client.process.open({ processId });
  const holding = apart.graph.activities.filter(({ stepIds }) => stepIds.some((id) => relate.elements.includes(id)));
  expect(holding.map(({ stepIds }) => stepIds)).toEqual([[mine.id], [theirs.id]]);
  // Nothing that quotes a removed recording stays behind.
  core.host.store.removeRecording(theirs.recordingId);
  expect(core.host.store.listCorrections(processId)).toEqual([]);
});

test('a dismissed finding stays on the list and does not count', async () => {
  const core = await createTestCore();
  const processId = await takeIn(core);
  const before = await core.client.process.open({ processId });
  const [handoff] = before.insights.handoffs.filter(({ unsure }) => !unsure);
  const command = { do: 'judgeFinding' as const, finding: handoff!.id, status: 'dismissed' as const };
  await core.client.corrections.apply({ processId, command });
  const after = await core.client.process.open({ processId });
  expect(after.headline.handoffs).toBe(before.headline.handoffs - 1);
  expect(after.insights.handoffs.find(({ id }) => id === handoff!.id)).toEqual({ ...handoff, status: 'dismissed' });
  expect((await core.client.process.list())[0]?.headline).toEqual(after.headline);
  // The judgement holds through new mining, even where the place has another name by then.
  const [open] = await showSteps(core, processId);
  await core.client.corrections.apply({ processId, command: renamed(open!, 'open case') });
  expect((await core.client.process.open({ processId })).headline.handoffs).toBe(after.headline.handoffs);
  await core.client.corrections.undo({ processId });
  await core.client.corrections.undo({ processId });
  expect(await core.client.process.open({ processId })).toEqual(before);
});

test('on the bundled recordings, replaying on the result changes nothing', async () => {
  const core = await createTestCore();
  const { processId } = await finish(await core.client.samples.load());
  for (const narrated of core.host.store.listNarrated(processId)) {
    for (let seed = 1; seed <= 40; seed += 1) {
      const log = randomLog(seed, narrated);
      const once = applyCorrections(narrated.extraction, log).extraction;
      expect(applyCorrections(once, log).extraction, `${narrated.recording.title}, seed ${seed}`).toEqual(once);
    }
  }
});

test('a run killed between correcting and mining is made up for at the next opening', async () => {
  const workspace = join(createTestFolder(), 'workspace');
  const first = await createTestCore(workspace);
  const processId = await takeIn(first);
  const [open] = await showSteps(first, processId);
  const entry = await first.client.corrections.apply({ processId, command: renamed(open!, 'open case') });
  await first.client.corrections.undo({ processId });
  const redone = { ...entry, id: `${entry.id}-again` as typeof entry.id, atMs: entry.atMs + 10 };
  first.host.store.appendCorrection(redone);
  await first.close();
  const second = await createTestCore(workspace);
  const { graph } = await second.client.process.open({ processId });
  expect(graph.activities.map(({ label }) => label)).toContain('open case');
});
