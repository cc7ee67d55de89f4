// Comes in: the log of corrections. Goes out: those in force, and which one an undo or redo would be about.
import type { Answer, AnswerEffect, Command, Correction, Undo } from '../../domain/correction.ts';
import type { AnswerRef } from '../../domain/evidence.ts';
import type { CorrectionId, ElementId, RecordingId } from '../../domain/ids.ts';

/** What is done to elements or findings: an answer does what its effect says. */
export type Deed = Command | AnswerEffect;

/** An entry of the log, or the part of it that concerns one recording. */
export interface Entry extends Omit<Correction, 'command'> {
  readonly command: Deed | Answer | Undo;
  /** Words that did it; they are evidence of what they changed. */
  readonly answer?: AnswerRef | undefined;
}

/** A correction or answer, and no undo. */
export interface Ordinary extends Entry {
  readonly command: Deed;
}

/** The same entry with what an answer does in place of the answer. */
function unwrap(entry: Entry): Ordinary | (Entry & { readonly command: Undo }) {
  const { command, ...rest } = entry;
  if (command.do !== 'answer') return { ...rest, command } as ReturnType<typeof unwrap>; // an undo, or anything else
  const { words, effect } = command;
  const answer = words === null ? undefined : ({ kind: 'answer', correctionId: entry.id, quote: words } as const);
  return { ...rest, command: effect, answer };
}

/** What a command does. */
export const deedOf = (command: Command | Answer): Deed => (command.do === 'answer' ? command.effect : command);

/** Oldest first. */
export const inOrderOfTime = <T extends Entry>(log: readonly T[]): T[] =>
  [...log].sort((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : 1));

export const isOrdinary = (entry: Entry): boolean => entry.command.do !== 'undo';

/** Corrections in force, oldest first. An entry can only be taken back by a later one, so one pass from the end does. */
export function listEffective(log: readonly Entry[]): Ordinary[] {
  const undone = findUndone(log);
  return inOrderOfTime(log)
    .map(unwrap)
    .filter((entry): entry is Ordinary => isOrdinary(entry) && !undone.has(entry.id));
}

/** Ids of all entries that a later entry in force takes back. */
export function findUndone(log: readonly Entry[]): ReadonlySet<CorrectionId> {
  const undone = new Set<CorrectionId>();
  for (const { id, command } of inOrderOfTime(log).toReversed()) {
    if (command.do === 'undo' && !undone.has(id)) undone.add(command.correction);
  }
  return undone;
}

/** The correction that an undo takes back: the last in force. */
export const findUndoable = (log: readonly Correction[]): Correction | undefined => listStanding(log).at(-1);

/** As `listEffective`, each as it stands in the log. */
export function listStanding(log: readonly Correction[]): Correction[] {
  const undone = findUndone(log);
  return inOrderOfTime(log).filter((entry) => isOrdinary(entry) && !undone.has(entry.id));
}

/** The undo that a redo takes back: the last in force, unless something was corrected after it. */
export function findRedoable(log: readonly Correction[]): Correction | undefined {
  const undone = findUndone(log);
  const ordinary = new Set(log.filter(isOrdinary).map(({ id }) => id));
  const sorted = inOrderOfTime(log);
  const lastOrdinary = sorted.findLastIndex(isOrdinary);
  return sorted.findLast(
    ({ id, command }, at) =>
      at > lastOrdinary && command.do === 'undo' && ordinary.has(command.correction) && !undone.has(id),
  );
}

/** A judgement on a finding, or an entry that takes one back. */
export function isOnFinding({ command }: Correction, log: readonly Correction[]): boolean {
  if (command.do !== 'undo') return deedOf(command).do === 'judgeFinding';
  const target = log.find(({ id }) => id === command.correction);
  return target !== undefined && isOnFinding(target, log);
}

/** The elements a command names, in the order of its anchors. */
export function targetsOf(command: Entry['command']): readonly ElementId[] {
  switch (command.do) {
    case 'answer':
      return targetsOf(command.effect);
    case 'undo':
    case 'judgeFinding':
      return [];
    case 'split':
    case 'handOver':
    case 'branch':
      return [command.element];
    case 'reorder':
      return [command.element, command.other];
    default:
      return command.elements;
  }
}

/**
 * The part of a log that concerns the elements of one recording: commands on elements of several recordings are cut
 * down to those of this one, what concerns no element is left out. Steps put together under a name bear that name.
 */
export function narrowTo(recordingId: RecordingId, log: readonly Correction[]): Entry[] {
  return log.flatMap((correction) => narrow(recordingId, unwrap(correction)) ?? []);
}

function narrow(recordingId: RecordingId, correction: ReturnType<typeof unwrap>): Entry | undefined {
  const { command, anchors } = correction;
  const isOwn = (at: number): boolean => recordingOf(anchors[at]) === recordingId;
  switch (command.do) {
    case 'undo':
      return correction;
    case 'judgeFinding':
      return undefined;
    case 'relateLog':
      return correction.answer
        ? narrow(recordingId, { ...correction, command: { do: 'nothing', elements: command.elements } })
        : undefined;
    case 'relate': {
      const { elements, as, label } = command;
      // The answer is said of the steps, too; only that changes anything in one recording.
      if (correction.answer) return narrow(recordingId, { ...correction, command: { do: 'nothing', elements } });
      if (as !== 'same' || label === null) return undefined;
      return narrow(recordingId, { ...correction, command: { do: 'rename', elements, logLabel: null, label } });
    }
    case 'split':
    case 'merge':
    case 'reorder':
    case 'handOver':
    case 'branch':
      return isOwn(0) ? correction : undefined;
    default: {
      const elements = command.elements.filter((_, at) => isOwn(at));
      const own = { ...correction, command: { ...command, elements }, anchors: anchors.filter((_, at) => isOwn(at)) };
      return elements.length > 0 ? own : undefined;
    }
  }
}

/** The recording an anchor lies in; null for rows of a log. */
export const recordingOf = (anchor: Entry['anchors'][number] | undefined): RecordingId | null =>
  anchor && 'recordingId' in anchor.ref ? anchor.ref.recordingId : null;
