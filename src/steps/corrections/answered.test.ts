import { expect, test } from 'vitest';
import type { AnswerEffect, Correction } from '../../domain/correction.ts';
import { QuestionId } from '../../domain/ids.ts';
import { applyToClusters } from './apply-to-clusters.ts';
import { applyCorrections } from './apply.ts';
import { idOf, logOf, rename, set, tell, told, undoOf } from './corrections.sample.ts';
import { narrowTo } from './effective.ts';

const { recording, extraction } = told();

const answer = (words: string | null, effect: AnswerEffect): Correction['command'] => ({
  do: 'answer',
  question: {
    id: QuestionId.parse('question'),
    recordingId: recording.id,
    kind: 'sure',
    text: 'Is it so?',
    about: [idOf('a0')],
    evidence: extraction.steps[0]!.evidence,
    answerKind: 'text',
    choices: [],
    unblocks: 1,
  },
  words,
  effect,
});

const refOf = (number: number, quote: string) => ({ kind: 'answer', correctionId: `correction-${number}`, quote });

test('an answer sets what was asked and confirms nothing else', () => {
  const log = logOf(
    [told()],
    [
      answer('three days', { do: 'set', elements: [idOf('a-wait')], field: 'duration', value: 'P3D' }),
      answer('yes', { do: 'judge', elements: [idOf('a1')], status: 'confirmed' }),
      answer(null, { do: 'nothing', elements: [idOf('a3')] }),
    ],
  );
  const { extraction: corrected, stale } = applyCorrections(extraction, log);
  const [wait] = extraction.waits;
  expect(stale).toEqual([]);
  expect(corrected.waits).toEqual([
    {
      ...wait,
      duration: 'P3D',
      durationMin: null,
      durationMax: null,
      evidence: [...wait!.evidence, refOf(0, 'three days')],
    },
  ]);
  expect(corrected.steps[1]).toEqual({
    ...extraction.steps[1],
    provenance: 'confirmed',
    confidence01: 1,
    evidence: [...extraction.steps[1]!.evidence, refOf(1, 'yes')],
  });
  expect(corrected.steps[3]).toEqual(extraction.steps[3]);
});

test('a receiver becomes a handoff, another way a branch; replaying adds them once, undoing takes them back', () => {
  const commands = [
    answer('the customer', { do: 'handOver', element: idOf('a3'), from: 'support agent', to: 'the customer' }),
    answer('I close it', { do: 'branch', element: idOf('a-decision'), condition: 'otherwise', note: 'I close it' }),
  ];
  const log = logOf([told()], commands);
  const { extraction: corrected } = applyCorrections(extraction, log);
  expect(corrected.handoffs.slice(1)).toEqual([
    {
      id: corrected.handoffs[1]?.id,
      recordingId: recording.id,
      startMs: 15_000,
      endMs: 19_000,
      by: 'answer',
      kind: 'actor',
      from: 'support agent',
      to: 'the customer',
      what: extraction.steps[3]!.object,
      stepId: 'a3',
      evidence: [...extraction.steps[3]!.evidence, refOf(0, 'the customer')],
      provenance: 'stated',
      confidence01: 0.9,
      unsure: false,
    },
  ]);
  expect(corrected.decisions[0]?.branches.slice(1)).toEqual([{ condition: 'otherwise', then: [], note: 'I close it' }]);
  expect(applyCorrections(corrected, log).extraction).toEqual(corrected);
  // What was answered can be put right as anything else.
  const id = corrected.handoffs[1]!.id;
  const fixed = applyCorrections(extraction, logOf([told()], [...commands, set(id, 'to', 'Ida')])).extraction;
  expect(fixed.handoffs[1]).toMatchObject({ to: 'Ida', provenance: 'confirmed' });
  expect(applyCorrections(extraction, logOf([told()], [...commands, undoOf(0), undoOf(1)])).extraction).toEqual(
    extraction,
  );
});

test('steps two people call the same are one activity, with the answer beside the words of both', () => {
  const other = tell('b', ['I open the request', 'I verify the receipt']);
  const both = [told(), other];
  const same = { do: 'relate' as const, elements: [idOf('a1'), idOf('b1')], as: 'same' as const, label: null };
  const log = logOf(both, [answer('yes', same)]);
  const clusters = both.flatMap((each) => each.extraction.steps.map(({ id, label }) => ({ label, stepIds: [id] })));
  const joined = applyToClusters(clusters, log, both).clusters.filter(({ stepIds }) => stepIds.length > 1);
  expect(joined).toEqual([{ label: extraction.steps[1]!.label, stepIds: ['a1', 'b1'], isConfirmed: true }]);
  const steps = both.map(
    (each) => applyCorrections(each.extraction, narrowTo(each.recording.id, log)).extraction.steps[1],
  );
  expect(steps.map((step) => [step?.label, step?.evidence.at(-1)])).toEqual([
    [extraction.steps[1]!.label, refOf(0, 'yes')],
    [other.extraction.steps[1]!.label, refOf(0, 'yes')],
  ]);
});

test('an answer about what is not there any more is stale', () => {
  const log = logOf(
    [told()],
    [
      rename('a0', 'open case'),
      answer('Atlas', { do: 'set', elements: [idOf('a4')], field: 'system', value: 'Atlas' }),
    ],
  );
  const without = { ...extraction, steps: extraction.steps.slice(0, 4) };
  expect(applyCorrections(without, log).stale.map(({ id }) => id)).toEqual(['correction-1']);
});
