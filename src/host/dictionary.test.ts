// What people put right in one recording is known when another of the process is read.
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { CorrectableField } from '../domain/correction.ts';
import type { Step } from '../domain/extraction.ts';
import type { ProcessId } from '../domain/ids.ts';
import type { Core } from './core.ts';
import { runFlow } from './flow.ts';
import { extractStored } from './flow/find-steps.ts';
import { findRecordingSource } from './sources.ts';
import { createTestCore, createTestFolder, finish } from './testing.ts';

async function takeIn(core: Core, actor: string, lines: readonly string[]): Promise<ProcessId> {
  const file = join(createTestFolder(), `${actor}.vtt`);
  const cues = lines.map((line, at) => `00:00:${10 + at * 5}.000 --> 00:00:${13 + at * 5}.000\n${line}\n`);
  writeFileSync(file, ['WEBVTT', '', ...cues].join('\n'));
  const source = findRecordingSource(file, { actor, role: 'support agent', title: undefined });
  const { process } = await finish(runFlow(core.host, { process: { name: 'refunds' }, sources: [source] }));
  return process.id;
}

/** As the machine extracted them, without corrections. */
const storedSteps = (core: Core, processId: ProcessId, actor: string): Step[] =>
  core.host.store.listNarrated(processId).find(({ recording }) => recording.actor === actor)!.extraction.steps;

const tell = ({ label, actor, system }: Step) => [label, actor, system];

const IDA = ['I check the return in Atlas.', 'Then Noor approves the refund.'];
const OMAR = ['I check the parcel in Atlas.', 'Then Noor approves the credit note.'];

test('verbs, roles and systems put right in one recording are known in another', async () => {
  const core = await createTestCore();
  const processId = await takeIn(core, 'Ida', IDA);
  await takeIn(core, 'Omar', OMAR);
  const before = storedSteps(core, processId, 'Omar');
  expect(before.map(tell)).toEqual([
    ['check parcel', 'support agent', 'Atlas'],
    ['approve credit note', 'Noor', null],
  ]);

  const [check, approve] = storedSteps(core, processId, 'Ida');
  const { apply } = core.client.corrections;
  const set = (step: Step, field: CorrectableField, value: string) =>
    apply({ processId, command: { do: 'set', elements: [step.id], field, value } });
  await apply({ processId, command: { do: 'rename', elements: [check!.id], logLabel: null, label: 'verify return' } });
  await set(check!, 'system', 'Atlas CRM');
  await set(approve!, 'actor', 'finance');
  for (let round = 0; round < 2; round += 1) {
    for (const { id } of core.host.store.listRecordings(processId)) await extractStored(core.host, id);
    const after = storedSteps(core, processId, 'Omar');
    expect(after.map(tell)).toEqual([
      ['verify parcel', 'support agent', 'Atlas CRM'],
      ['approve credit note', 'finance', null],
    ]);
    expect(after.map(({ id, evidence }) => [id, evidence])).toEqual(before.map(({ id, evidence }) => [id, evidence]));
  }

  for (let count = 0; count < 3; count += 1) await core.client.corrections.undo({ processId });
  for (const { id } of core.host.store.listRecordings(processId)) await extractStored(core.host, id);
  expect(storedSteps(core, processId, 'Omar')).toEqual(before);
});
