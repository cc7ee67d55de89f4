// What a person says about what Mirror found: commands, kept in the order they were given and replayed on every new run.
import { z } from 'zod';
import { EvidenceRef } from './evidence.ts';
import { CorrectionId, ElementId, FindingId, ProcessId, RecordingId } from './ids.ts';
import { FindingStatus } from './insights.ts';
import { Question } from './question.ts';

/** The lists of an extraction; each holds one kind of element. */
export const ElementKind = z.enum([
  'steps',
  'handoffs',
  'waits',
  'decisions',
  'exceptions',
  'judgements',
  'rework',
  'transfers',
]);
export type ElementKind = z.infer<typeof ElementKind>;

/** The lists of the insights; each holds one kind of finding. */
export const FindingKind = z.enum([
  'handoffs',
  'bottlenecks',
  'exceptions',
  'judgements',
  'rework',
  'transfers',
  'openEnds',
  'decisions',
  'waits',
  'differences',
]);
export type FindingKind = z.infer<typeof FindingKind>;

/** What a person can put right, beside the label: roles, places, things, ISO 8601 durations, reasons. */
export const CorrectableField = z.enum([
  'actor',
  'system',
  'artifact',
  'duration',
  'cause',
  'handling',
  'from',
  'to',
  'what',
]);
export type CorrectableField = z.infer<typeof CorrectableField>;

const ValueName = z.enum(['label', ...CorrectableField.options, 'durationMin', 'durationMax']);

/** What an element says, by field; a decision's label is its question. Fields its kind does not have are left out. */
export const Values = z.partialRecord(ValueName, z.string().nullable());
export type Values = z.infer<typeof Values>;

const Label = z.string().trim().min(1).max(200);
const Elements = z.array(ElementId).min(1).max(1000);
const Words = z.string().trim().min(1).max(2000);

const SetField = z.object({
  do: z.literal('set'),
  elements: Elements,
  field: CorrectableField,
  value: Words.nullable(),
});

/** `confirmed` locks what is said now. `dismissed` folds it away and counts it nowhere. `open` takes either back. */
const Judge = z.object({ do: z.literal('judge'), elements: Elements, status: FindingStatus });

/** Steps of any recordings are the same doing (`same`: one activity), are not (`apart`), or Mirror decides (`open`). */
const Relate = z.object({
  do: z.literal('relate'),
  elements: z.array(ElementId).min(2).max(1000),
  as: z.enum(['same', 'apart', 'open']),
  /** Of the one activity and of these steps, with `same`; null leaves them their names. */
  label: Label.nullable(),
});

/**
 * What event logs name is the same doing as these steps (`same`), is not (`apart`), or Mirror decides (`open`). Several
 * names with `same` are one activity, which bears the first. Kept by the names the logs themselves give.
 */
const RelateLog = z.object({
  do: z.literal('relateLog'),
  elements: z.array(ElementId).max(1000),
  logLabels: z.array(Label).min(1).max(50),
  as: z.enum(['same', 'apart', 'open']),
});

const JudgeFinding = z.object({ do: z.literal('judgeFinding'), finding: FindingId, status: FindingStatus });

/** One correction. Those of several elements concern all steps of an activity, and are taken back as one. */
export const Command = z.discriminatedUnion('do', [
  /** `logLabel`: how the event logs call the activity, when they know it; null otherwise. */
  z.object({
    do: z.literal('rename'),
    elements: z.array(ElementId).max(1000),
    logLabel: Label.nullable(),
    label: Label,
  }),
  SetField,
  Judge,
  /** It is none at all: it is left out. */
  z.object({ do: z.literal('delete'), elements: Elements }),
  z.object({ do: z.literal('restore'), elements: Elements }),
  /** Cuts a step in two before a character of a segment; the first keeps the id, both are named. */
  z.object({
    do: z.literal('split'),
    element: ElementId,
    segment: z.int().min(0),
    char: z.int().min(0),
    labels: z.tuple([Label, Label]),
  }),
  /** Steps of one recording are one step; the first named stays and takes the words of the others. */
  z.object({ do: z.literal('merge'), elements: z.array(ElementId).min(2).max(100), label: Label }),
  /** A step of the same recording is done right before or right after another. */
  z.object({
    do: z.literal('reorder'),
    element: ElementId,
    place: z.enum(['before', 'after']),
    other: ElementId,
  }),
  Relate,
  RelateLog,
  JudgeFinding,
]);
export type Command = z.infer<typeof Command>;

/** What an answer changes. */
export const AnswerEffect = z.discriminatedUnion('do', [
  SetField,
  Judge,
  Relate,
  RelateLog,
  JudgeFinding,
  /** Work goes from one to the other, right after the step or handoff named. */
  z.object({ do: z.literal('handOver'), element: ElementId, from: Label.nullable(), to: Label }),
  /** A decision has one branch more. */
  z.object({ do: z.literal('branch'), element: ElementId, condition: Label, note: Words }),
  /** Nothing but that these elements were spoken of: the question was skipped, or the answer is only kept. */
  z.object({ do: z.literal('nothing'), elements: Elements }),
]);
export type AnswerEffect = z.infer<typeof AnswerEffect>;

/** What a person said when Mirror asked; the words are evidence of what they change. Null words: skipped. */
export const Answer = z.object({
  do: z.literal('answer'),
  question: Question,
  words: Words.nullable(),
  effect: AnswerEffect,
});
export type Answer = z.infer<typeof Answer>;

/** Takes one correction back, or (when that one is itself an undo) brings what it took back again. */
export const Undo = z.object({ do: z.literal('undo'), correction: CorrectionId });
export type Undo = z.infer<typeof Undo>;

/**
 * Where the thing was and what it said when it was corrected, so that it is found again when a new extraction cuts it
 * a little differently, and can be shown when it is not found.
 */
export const Anchor = z.object({
  kind: z.enum([...ElementKind.options, ...FindingKind.options]),
  /** Its first words; of what was only seen or logged, its first event or rows. */
  ref: EvidenceRef,
  values: Values,
});
export type Anchor = z.infer<typeof Anchor>;

/** One entry of the log. Entries are added and never changed; `atMs` only rises within a process. */
export const Correction = z.object({
  id: CorrectionId,
  processId: ProcessId,
  /** Null when it concerns several recordings, or none. */
  recordingId: RecordingId.nullable(),
  /** Milliseconds since 1970, UTC. */
  atMs: z.int(),
  command: z.discriminatedUnion('do', [...Command.options, Answer, Undo]),
  /** What taking it back appends. */
  inverse: Undo,
  /** One for each element or finding the command names, in the same order. */
  anchors: z.array(Anchor),
});
export type Correction = z.infer<typeof Correction>;

/** `standing`: in force. `undone`: taken back. `stale`: in force, but (some of) what it was said of is not there now. */
export const CorrectionState = z.enum(['standing', 'undone', 'stale']);
export type CorrectionState = z.infer<typeof CorrectionState>;

/** All corrections of a process, oldest first, without the entries that only take others back. */
export const CorrectionList = z.object({
  corrections: z.array(z.object({ correction: Correction, state: CorrectionState })),
  canUndo: z.boolean(),
  canRedo: z.boolean(),
});
export type CorrectionList = z.infer<typeof CorrectionList>;
