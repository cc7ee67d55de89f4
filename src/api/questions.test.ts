// Questions through the door: asked, answered, kept, taken back.
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { EvidenceRef } from '../domain/evidence.ts';
import { type ProcessId, QuestionId } from '../domain/ids.ts';
import type { AskedQuestion, QuestionKind } from '../domain/question.ts';
import type { Core } from '../host/core.ts';
import { runFlow } from '../host/flow.ts';
import { extractStored } from '../host/flow/find-steps.ts';
import { findRecordingSource } from '../host/sources.ts';
import { createTestCore, createTestFolder, finish } from '../host/testing.ts';
import { readProblem } from './client.ts';

const LINES = [
  'First I open the return request in Atlas.',
  'I check the receipt and I enter the amount in Ledgerly.',
  'If it is more than two hundred euros I send the receipt to Noor in finance.',
  'Then I send the note.',
  'I wait until finance answers.',
];

async function takeIn(core: Core): Promise<ProcessId> {
  const file = join(createTestFolder(), 'refund.vtt');
  const cues = LINES.map((line, at) => `00:00:${10 + at * 5}.000 --> 00:00:${13 + at * 5}.000\n${line}\n`);
  writeFileSync(file, ['WEBVTT', '', ...cues].join('\n'));
  const source = findRecordingSource(file, { actor: 'Ida', role: 'support agent', title: undefined });
  const { process } = await finish(runFlow(core.host, { process: { name: 'refunds' }, sources: [source] }));
  return process.id;
}

const listed = async (core: Core, processId: ProcessId): Promise<string[]> =>
  (await core.client.questions.list({ processId })).map(({ state, text, answer }) =>
    [state, text, answer].filter(Boolean).join(' | '),
  );

async function find(core: Core, processId: ProcessId, kind: QuestionKind): Promise<AskedQuestion> {
  const questions = await core.client.questions.list({ processId });
  return questions.find((each) => each.kind === kind)!;
}

async function extraction(core: Core) {
  const [{ process } = { process: undefined }] = await core.client.process.list();
  const [recording] = core.host.store.listRecordings(process!.id);
  return (await core.client.recording.open({ recordingId: recording!.id })).extraction;
}

const answersOf = ({ evidence }: { evidence: readonly EvidenceRef[] }): string[] =>
  evidence.flatMap((ref) => (ref.kind === 'answer' ? [ref.quote] : []));

const OPEN = [
  'open | Who receives the note after you send it?',
  'open | What happens if it is not more than two hundred euros?',
  'open | Who gets the receipt next, after finance?',
  'open | How long does that usually take: “I wait until finance answers”?',
];

test('what a recording leaves open is asked, and an answer is evidence of what it says', async () => {
  const core = await createTestCore();
  const processId = await takeIn(core);
  expect(await listed(core, processId)).toEqual(OPEN);
  const answer = async (kind: QuestionKind, value: string) => {
    const { id: questionId } = await find(core, processId, kind);
    return core.client.questions.answer({ processId, questionId, value });
  };
  const { id: correctionId } = await answer('duration', ' two or three days ');
  await answer('receiver', 'the customer');
  await answer('branch', 'I pay it out at once');
  expect(await listed(core, processId)).toEqual([
    OPEN[2],
    'answered | How long does that usually take: “I wait until finance answers”? | two or three days',
    'answered | Who receives the note after you send it? | the customer',
    'answered | What happens if it is not more than two hundred euros? | I pay it out at once',
  ]);
  const { waits, handoffs, decisions } = await extraction(core);
  expect(waits).toMatchObject([{ duration: 'P3D', provenance: 'stated', unsure: false }]);
  expect(handoffs.at(-1)).toMatchObject({
    kind: 'actor',
    from: 'support agent',
    to: 'the customer',
    what: 'note',
    provenance: 'stated',
    by: 'answer',
  });
  expect(decisions[0]?.branches.at(-1)).toEqual({ condition: 'otherwise', then: [], note: 'I pay it out at once' });
  expect([waits[0]!, handoffs.at(-1)!, decisions[0]!].map(answersOf)).toEqual([
    ['two or three days'],
    ['the customer'],
    ['I pay it out at once'],
  ]);
  const { insights } = await core.client.process.open({ processId });
  expect(insights.waits.map(answersOf)).toEqual([['two or three days']]);
  const [citation] = await core.client.evidence.cite({ refs: waits[0]!.evidence.slice(-1) });
  expect(citation).toEqual({
    ref: { kind: 'answer', correctionId, quote: 'two or three days' },
    source: 'refund',
    actor: 'Ida',
    role: 'support agent',
    text: 'two or three days',
    context: 'How long does that usually take: “I wait until finance answers”?',
    rows: [],
  });
});

test('answers outlive a new extraction and a restart, and are taken back one by one', async () => {
  const workspace = join(createTestFolder(), 'workspace');
  const first = await createTestCore(workspace);
  const processId = await takeIn(first);
  const before = await extraction(first);
  const { id: questionId } = await find(first, processId, 'duration');
  const { id } = await first.client.questions.answer({ processId, questionId, value: 'a week' });
  const { id: skipped } = await find(first, processId, 'receiver');
  await first.client.questions.skip({ processId, questionId: skipped });
  for (const recording of first.host.store.listRecordings(processId)) await extractStored(first.host, recording.id);
  await first.close();

  const second = await createTestCore(workspace);
  expect(await listed(second, processId)).toEqual([
    OPEN[1],
    OPEN[2],
    `answered${OPEN[3]!.slice('open'.length)} | a week`,
    `skipped${OPEN[0]!.slice('open'.length)}`,
  ]);
  expect((await extraction(second)).waits[0]?.duration).toBe('P7D');
  await second.client.corrections.undo({ processId, correctionId: id });
  await second.client.corrections.undo({ processId });
  expect(await listed(second, processId)).toEqual(OPEN);
  expect(await extraction(second)).toEqual(before);
  await second.client.corrections.redo({ processId });
  expect(await listed(second, processId)).toContain(`skipped${OPEN[0]!.slice('open'.length)}`);
});

test('work that nobody takes on ends there, in the words of the answer', async () => {
  const core = await createTestCore();
  const processId = await takeIn(core);
  const { id: questionId } = await find(core, processId, 'next');
  await core.client.questions.answer({ processId, questionId, value: 'nobody' });
  const after = await core.client.process.open({ processId });
  expect(after.insights.openEnds.map((end) => [end.to, end.status, answersOf(end)])).toEqual([
    ['finance', 'dismissed', ['nobody']],
  ]);
  await core.client.corrections.undo({ processId });
  const { insights } = await core.client.process.open({ processId });
  expect(insights.openEnds.map((end) => [end.status, answersOf(end)])).toEqual([['open', []]]);
});

test('what is no answer, or to no question, is refused in plain words', async () => {
  const core = await createTestCore();
  const processId = await takeIn(core);
  const { id: questionId } = await find(core, processId, 'duration');
  const refusal = async (id: QuestionId, value: string) => {
    const answered = core.client.questions.answer({ processId, questionId: id, value });
    return readProblem(await answered.catch((error: unknown) => error));
  };
  expect(await refusal(questionId, 'it depends')).toMatchObject({
    code: 'correction/unfit',
    title: 'This needs a span of time, such as “2 days” or “an hour”',
  });
  expect(await refusal(QuestionId.parse('gone'), 'yes')).toMatchObject({ code: 'question/missing' });
  expect(await listed(core, processId)).toEqual(OPEN);
});
