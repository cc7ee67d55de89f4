import { expect, test } from 'vitest';
import type { Correction } from '../../domain/correction.ts';
import type { Extraction, Step } from '../../domain/extraction.ts';
import { CorrectionId } from '../../domain/ids.ts';
import { applyCorrections } from './apply.ts';
import { restOf } from './bench.ts';
import { idOf, logOf, randomLog, rename, reword, set, told } from './corrections.sample.ts';

const { extraction } = told();
const correct = (commands: readonly Correction['command'][]) => applyCorrections(extraction, logOf([told()], commands));
const stepOf = (found: Extraction, id: string): Step | undefined => found.steps.find((step) => step.id === id);

test('a renamed step keeps its words and is known from a person', () => {
  const { extraction: corrected, stale } = correct([rename('a1', 'log in to portal')]);
  expect(stepOf(corrected, 'a1')).toEqual({
    ...stepOf(extraction, 'a1')!,
    label: 'log in to portal',
    verb: 'log in',
    object: 'to portal',
    provenance: 'confirmed',
    confidence01: 1,
    unsure: false,
  });
  expect(corrected.steps.filter(({ id }) => id !== 'a1')).toEqual(extraction.steps.filter(({ id }) => id !== 'a1'));
  expect(stale).toEqual([]);
});

test('every field is set on the kinds that have it, and nowhere else', () => {
  const { extraction: corrected, stale } = correct([
    set('a2', 'actor', 'team lead'),
    set('a2', 'system', 'Ledgerly'),
    set('a2', 'artifact', 'approval form'),
    set('a-wait', 'duration', 'PT4H'),
    set('a-wait', 'cause', 'one person signs'),
    set('a-handoff', 'from', 'support agent'),
    set('a-handoff', 'to', null),
    set('a-wait', 'duration', 'four hours'),
    set('a-decision', 'actor', 'finance'),
    rename('a-decision', 'Does finance agree?'),
  ]);
  expect(stepOf(corrected, 'a2')).toMatchObject({ actor: 'team lead', system: 'Ledgerly', artifact: 'approval form' });
  expect(corrected.waits[0]).toMatchObject({
    duration: 'PT4H',
    durationMin: null,
    durationMax: null,
    cause: 'one person signs',
  });
  expect(corrected.handoffs[0]).toMatchObject({ from: 'support agent', to: 'finance', provenance: 'confirmed' });
  expect(corrected.decisions[0]).toMatchObject({ question: 'Does finance agree?' });
  expect(stale.map(({ command }) => 'value' in command && command.value)).toEqual([null, 'four hours', 'finance']);
});

test('a confirmed value survives an extraction that says something else, until it is opened again', () => {
  const changed = reword(extraction, { label: 'do something', actor: 'robot', system: 'Nowhere' });
  const confirmed = { do: 'judge' as const, elements: [idOf('a1')], status: 'confirmed' as const };
  const log = logOf([told()], [confirmed]);
  const step = stepOf(extraction, 'a1')!;
  expect(stepOf(applyCorrections(changed, log).extraction, 'a1')).toMatchObject({
    label: step.label,
    verb: step.verb,
    actor: step.actor,
    system: null,
    provenance: 'confirmed',
  });
  const opened = logOf([told()], [confirmed, { ...confirmed, status: 'open' }]);
  expect(applyCorrections(changed, opened).extraction).toEqual(changed);
});

test('only what was corrected is locked', () => {
  const changed = reword(extraction, { label: 'do something', actor: 'robot' });
  const { extraction: corrected } = applyCorrections(changed, logOf([told()], [set('a1', 'system', 'Atlas')]));
  expect(stepOf(corrected, 'a1')).toMatchObject({ label: 'do something', actor: 'robot', system: 'Atlas' });
});

test('what is dismissed is folded away, what is deleted is left out and named by nothing', () => {
  const { extraction: corrected } = correct([
    { do: 'judge', elements: [idOf('a-wait')], status: 'dismissed' },
    { do: 'delete', elements: [idOf('a-decision'), idOf('a2')] },
  ]);
  expect(corrected.waits[0]).toMatchObject({ unsure: true, confidence01: 0, provenance: 'stated' });
  expect(corrected.decisions).toEqual([]);
  expect(corrected.steps.map(({ id, when }) => [id, when])).toEqual([
    ['a0', 'always'],
    ['a1', 'always'],
    ['a3', 'always'],
    ['a4', 'always'],
  ]);
  expect(corrected.handoffs[0]?.stepId).toBeNull();
  expect(
    correct([
      { do: 'delete', elements: [idOf('a2')] },
      { do: 'restore', elements: [idOf('a2')] },
    ]).extraction,
  ).toEqual(extraction);
});

test('a split step becomes two, each with words of its own', () => {
  const cut = { segment: 1, char: 20 };
  const rest = restOf(idOf('a1'), cut);
  const split = {
    do: 'split' as const,
    element: idOf('a1'),
    ...cut,
    labels: ['check receipt', 'enter amount'] as [string, string],
  };
  const { extraction: corrected } = correct([split, set(rest, 'system', 'Ledgerly')]);
  const parts = corrected.steps.slice(1, 3);
  expect(parts.map(({ id, label, order, system, evidence }) => ({ id, label, order, system, evidence }))).toMatchObject(
    [
      {
        id: 'a1',
        label: 'check receipt',
        order: 1,
        evidence: [{ charStart: 0, charEnd: 19, quote: 'I check the receipt', startMs: 5000 }],
      },
      {
        id: rest,
        label: 'enter amount',
        order: 2,
        system: 'Ledgerly',
        evidence: [{ charStart: 20, charEnd: 42, quote: 'and I enter the amount', endMs: 9000 }],
      },
    ],
  );
  expect(corrected.waits[0]?.after).toBe(rest);
  expect(corrected.rework[0]?.to).toBe('a1');
  expect(corrected.steps.map(({ order }) => order)).toEqual([0, 1, 2, 3, 4, 5]);
});

test('a step is cut between its words only, and one that was only seen is not cut', () => {
  const seen = (evidence: Step['evidence']): Extraction => {
    const window = { kind: 'event' as const, recordingId: extraction.steps[0]!.recordingId, event: 0 };
    const ref = { ...window, startMs: 5000, endMs: 5000, title: 'Return 12 - Atlas' };
    const steps = extraction.steps.map((step) => (step.id === 'a1' ? { ...step, evidence: [...evidence, ref] } : step));
    return { ...extraction, steps };
  };
  const [said] = extraction.steps[1]!.evidence;
  for (const each of [seen([said!]), seen([])]) {
    const split = {
      do: 'split' as const,
      element: idOf('a1'),
      segment: 0,
      char: 3,
      labels: ['one', 'two'] as [string, string],
    };
    const log = logOf([{ ...told(), extraction: each }], [split]);
    expect(applyCorrections(each, log)).toEqual({ extraction: each, stale: log });
  }
  const only = seen([]);
  const log = logOf([{ ...told(), extraction: only }], [rename('a1', 'view return')]);
  const moved = {
    ...only,
    steps: only.steps.map((step) => (step.id === 'a1' ? { ...step, id: idOf('moved') } : step)),
  };
  expect(stepOf(applyCorrections(moved, log).extraction, 'moved')?.label).toBe('view return');
});

test('merged steps are one with the words of all, and what named one of them names the whole', () => {
  const { extraction: corrected, stale } = correct([
    { do: 'merge', elements: [idOf('a2'), idOf('a1')], label: 'get approval' },
    rename('a3', 'write note'),
  ]);
  expect(stale).toEqual([]);
  expect(corrected.steps.map(({ id }) => id)).toEqual(['a0', 'a2', 'a3', 'a4']);
  expect(corrected.steps[1]).toMatchObject({
    label: 'get approval',
    actor: 'support agent',
    startMs: 5000,
    endMs: 14_000,
  });
  expect(corrected.steps[1]?.evidence.map((ref) => ref.kind === 'speech' && ref.segment)).toEqual([2, 1]);
  expect(corrected.waits[0]?.after).toBe('a2');
  expect(corrected.rework[0]).toMatchObject({ from: 'a3', to: 'a2' });
});

test('moves are statements that all hold; of those that contradict, the later', () => {
  const orderOf = (moves: readonly [string, 'before' | 'after', string][]): string =>
    correct(
      moves.map(([element, place, other]) => ({ do: 'reorder', element: idOf(element), place, other: idOf(other) })),
    )
      .extraction.steps.map(({ id, order }) => `${id}:${order}`)
      .join(' ');
  expect(orderOf([['a0', 'after', 'a1']])).toBe('a1:0 a0:1 a2:2 a3:3 a4:4');
  expect(
    orderOf([
      ['a0', 'after', 'a1'],
      ['a1', 'after', 'a2'],
    ]),
  ).toBe('a2:0 a1:1 a0:2 a3:3 a4:4');
  expect(
    orderOf([
      ['a4', 'before', 'a0'],
      ['a0', 'before', 'a4'],
    ]),
  ).toBe('a1:0 a2:1 a3:2 a0:3 a4:4');
});

test('ids that shift a little are found by their words, other words in the same place are not', () => {
  const log = logOf([told()], [rename('a1', 'verify receipt')]);
  const recut = (id: string, from: number, text: string): Extraction => ({
    ...extraction,
    steps: extraction.steps.map((step) => {
      const [ref] = step.evidence;
      if (step.id !== 'a1' || ref?.kind !== 'speech') return step;
      const charEnd = from + text.length;
      return { ...step, id: idOf(id), evidence: [{ ...ref, charStart: from, charEnd, quote: text }] };
    }),
  });
  const shifted = applyCorrections(recut('other', 2, 'check the receipt and I enter'), log);
  expect([stepOf(shifted.extraction, 'other')?.label, shifted.stale]).toEqual(['verify receipt', []]);
  const replaced = recut('a1', 0, 'Yesterday it rained all day in our little town');
  expect(applyCorrections(replaced, log)).toEqual({ extraction: replaced, stale: log });
});

test('replaying on the result changes nothing, whatever was corrected', () => {
  for (let seed = 1; seed <= 600; seed += 1) {
    const log = randomLog(seed);
    const once = applyCorrections(extraction, log).extraction;
    expect(applyCorrections(once, log).extraction, `seed ${seed}`).toEqual(once);
  }
});

test('taking everything back gives the same extraction, byte for byte', () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const log = randomLog(seed);
    const back = log.flatMap(({ id, command }, at): Correction[] => {
      const undo = { do: 'undo' as const, correction: id };
      const entry = { ...log[at]!, id: CorrectionId.parse(`back-${at}`), atMs: 5000 + at, anchors: [], command: undo };
      return command.do === 'undo' ? [] : [entry];
    });
    const { extraction: again, stale } = applyCorrections(extraction, [...log, ...back]);
    expect([JSON.stringify(again), stale]).toEqual([JSON.stringify(extraction), []]);
  }
});

test('the order of the list does not matter, only the times', () => {
  for (let seed = 1; seed <= 50; seed += 1) {
    const log = randomLog(seed);
    expect(applyCorrections(extraction, log.toReversed())).toEqual(applyCorrections(extraction, log));
  }
});
