// For tests: a told refund in two recordings, corrections of it with their anchors, and random logs of corrections.
import type { Command, Correction, Values } from '../../domain/correction.ts';
import type { SpeechRef } from '../../domain/evidence.ts';
import type { Extraction, NarratedRecording, Step } from '../../domain/extraction.ts';
import { CorrectionId, ElementId, type FindingId, ProcessId, RecordingId } from '../../domain/ids.ts';
import { createRandom } from '../../lib/random.ts';
import { anchorElement } from './anchors.ts';
import { applyCorrections } from './apply.ts';
import { restOf } from './bench.ts';
import { targetsOf } from './effective.ts';

export const processId = ProcessId.parse('process-refunds');
export const idOf = (name: string): ElementId => ElementId.parse(name);

/** One step for each sentence; segment n is the n-th sentence, ids are "a0", "a1" ... for recording "a". */
export function tell(name: string, sentences: readonly string[]): NarratedRecording {
  const recordingId = RecordingId.parse(`recording-${name}`);
  const steps = sentences.map((sentence, at) => makeStep(recordingId, { id: `${name}${at}`, sentence, at }));
  const recording = {
    id: recordingId,
    processId,
    title: name,
    actor: null,
    role: 'support agent',
    language: 'en',
    durationMs: 60_000,
    state: 'ready' as const,
    problem: null,
    startedAtMs: null,
    timeZone: null,
    createdAtMs: 0,
  };
  return { recording, extraction: { ...nothing, steps, ...tellAround(recordingId, name) } };
}

const nothing = {
  handoffs: [],
  waits: [],
  decisions: [],
  exceptions: [],
  judgements: [],
  rework: [],
  transfers: [],
  warnings: ['It is a sample.'],
};

export const told = (): NarratedRecording => tell('a', SENTENCES);

export const SENTENCES = [
  'I open the return request in Atlas',
  'I check the receipt and I enter the amount',
  'I ask finance for approval',
  'I send the customer a note',
  'I close the request',
];

function speak(recordingId: RecordingId, segment: number, quote: string): SpeechRef {
  const startMs = segment * 5000;
  return {
    kind: 'speech',
    recordingId,
    segment,
    startMs,
    endMs: startMs + 4000,
    charStart: 0,
    charEnd: quote.length,
    quote,
  };
}

function makeStep(recordingId: RecordingId, { id, sentence, at }: { id: string; sentence: string; at: number }): Step {
  const [, verb = 'do', ...object] = sentence.split(' ').filter((word) => word !== 'the' && word !== 'a');
  const ref = speak(recordingId, at, sentence);
  return {
    ...made(recordingId, id, ref),
    label: [verb, ...object].join(' '),
    verb,
    object: object.join(' '),
    actor: at === 2 ? null : 'support agent',
    system: at === 0 ? 'Atlas' : null,
    artifact: null,
    order: at,
    when: at === 3 ? idOf(`${id[0]}-decision`) : 'always',
  };
}

const made = (recordingId: RecordingId, id: string, ref: SpeechRef) => ({
  id: idOf(id),
  recordingId,
  startMs: ref.startMs,
  endMs: ref.endMs,
  by: 'rule:sample',
  evidence: [ref],
  provenance: 'stated' as const,
  confidence01: 0.6,
  unsure: false,
});

function tellAround(recordingId: RecordingId, name: string) {
  const after = (segment: number, id: string, quote: string) =>
    made(recordingId, id, speak(recordingId, segment, quote));
  return {
    handoffs: [
      {
        ...after(12, `${name}-handoff`, 'it goes to finance'),
        kind: 'actor' as const,
        from: null,
        to: 'finance',
        what: null,
        stepId: idOf(`${name}2`),
      },
    ],
    waits: [
      {
        ...after(13, `${name}-wait`, 'that takes two or three days'),
        label: 'approval',
        duration: 'P3D',
        durationMin: 'P2D',
        durationMax: 'P3D',
        cause: null,
        after: idOf(`${name}1`),
      },
    ],
    decisions: [
      {
        ...after(14, `${name}-decision`, 'if they say yes'),
        question: 'Is it approved?',
        branches: [{ condition: 'yes', then: [idOf(`${name}3`)], note: null }],
      },
    ],
    rework: [
      {
        ...after(15, `${name}-rework`, 'then I check it again'),
        label: 'check again',
        from: idOf(`${name}3`),
        to: idOf(`${name}1`),
      },
    ],
  };
}

/** A log whose entries were each given one after the other, on recordings as corrected so far. */
export function logOf(
  recordings: readonly NarratedRecording[],
  commands: readonly Correction['command'][],
): Correction[] {
  return commands.reduce<Correction[]>((log, command) => [...log, nextEntry(recordings, log, command)], []);
}

function nextEntry(
  recordings: readonly NarratedRecording[],
  log: readonly Correction[],
  command: Correction['command'],
): Correction {
  const id = CorrectionId.parse(`correction-${log.length}`);
  const views = recordings.flatMap(({ extraction }) => [applyCorrections(extraction, log).extraction, extraction]);
  const anchors = targetsOf(command).map((target) => {
    const anchor = views.map((extraction) => anchorElement(extraction, target)).find((each) => each !== undefined);
    if (!anchor) throw new Error(`the sample has no ${target}`);
    return anchor;
  });
  return {
    id,
    processId,
    recordingId: null,
    atMs: 1000 + log.length,
    command,
    inverse: { do: 'undo', correction: id },
    anchors,
  };
}

export const undoOf = (number: number): Correction['command'] => ({
  do: 'undo',
  correction: CorrectionId.parse(`correction-${number}`),
});

/** A judgement on a finding, which has an anchor of its own. */
export function judgeFinding(
  finding: FindingId,
  status: 'confirmed' | 'dismissed' | 'open',
  anchor: Correction['anchors'][number],
): Correction {
  const id = CorrectionId.parse(`correction-on-${finding}`);
  const command = { do: 'judgeFinding' as const, finding, status };
  return {
    id,
    processId,
    recordingId: null,
    atMs: 1,
    command,
    inverse: { do: 'undo', correction: id },
    anchors: [anchor],
  };
}

export const rename = (id: string, label: string): Command => ({
  do: 'rename',
  elements: [idOf(id)],
  logLabel: null,
  label,
});

export const set = (id: string, field: Extract<Command, { do: 'set' }>['field'], value: string | null): Command => ({
  do: 'set',
  elements: [idOf(id)],
  field,
  value,
});

/** A log of up to 12 corrections and undos on a recording, the same for a seed; no step is cut or joined twice. */
export function randomLog(seed: number, recording = told()): Correction[] {
  const random = createRandom(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  let log: Correction[] = [];
  const length = 1 + Math.floor(random() * 12);
  while (log.length < length) {
    const steps = applyCorrections(recording.extraction, log).extraction.steps.map(({ id }) => id);
    const command = randomCommand({ random, pick, steps, log, wait: recording.extraction.waits[0]?.id });
    const entry = command && nextEntry([recording], log, command);
    if (entry && isAccepted(recording, log, entry)) log = [...log, entry];
  }
  return log;
}

/** As at the door: what finds nothing to correct is refused. */
function isAccepted({ extraction }: NarratedRecording, log: readonly Correction[], entry: Correction): boolean {
  const { extraction: corrected, stale } = applyCorrections(extraction, [...log, entry]);
  const { command } = entry;
  const isCut = command.do !== 'split' || corrected.steps.some(({ id }) => id === restOf(command.element, command));
  return isCut && !stale.includes(entry);
}

interface Dice {
  readonly random: () => number;
  readonly pick: <T>(items: readonly T[]) => T;
  readonly steps: readonly ElementId[];
  readonly log: readonly Correction[];
  readonly wait: ElementId | undefined;
}

function randomCommand({ random, pick, steps, log, wait = steps[0] }: Dice): Correction['command'] | undefined {
  const element = steps.length > 0 ? pick(steps) : undefined;
  const other = steps.length > 0 ? pick(steps) : undefined;
  const label = `label ${Math.floor(random() * 100)}`;
  if (!element || !other || !wait) return undoOf(Math.max(0, log.length - 1));
  const cut = { segment: pick([0, 1, 2, 3, 4]), char: pick([6, 20, 21]) };
  const commands: (Correction['command'] | undefined)[] = [
    rename(element, label),
    set(element, pick(['actor', 'system', 'artifact']), pick(['finance', 'Ledgerly', null])),
    set(wait, 'duration', pick(['P1D', 'PT2H', null])),
    { do: 'judge', elements: [element, wait], status: pick(['open', 'confirmed', 'dismissed']) },
    { do: pick(['delete', 'restore']), elements: [element] },
    { do: 'split', element, ...cut, labels: [label, `${label} too`] },
    element === other ? undefined : { do: 'merge', elements: [element, other], label },
    element === other ? undefined : { do: 'reorder', element, place: pick(['before', 'after']), other },
    log.length > 0 ? undoOf(Math.floor(random() * log.length)) : undefined,
  ];
  const command = pick(commands);
  return isSecondCut(command, log) ? undefined : command;
}

function isSecondCut(command: Correction['command'] | undefined, log: readonly Correction[]): boolean {
  const cuts = log.map((entry) => entry.command).filter((each) => each.do === 'split' || each.do === 'merge');
  const touched = cuts.flatMap((each) => [
    ...targetsOf(each),
    ...(each.do === 'split' ? [restOf(each.element, each)] : []),
  ]);
  const isCut = command?.do === 'split' || command?.do === 'merge';
  return isCut && targetsOf(command).some((id) => touched.includes(id));
}

/** Another extraction of the same words that says other things of them. */
export function reword(extraction: Extraction, values: Values): Extraction {
  return { ...extraction, steps: extraction.steps.map((step) => ({ ...step, ...withoutNull(values) })) };
}

const withoutNull = (values: Values) => ({ ...values, label: values.label ?? 'do something' });
