// In: a command as a person gave it. Out: the places it is about, and a refusal when it is about nothing or makes no sense.
import type { Anchor, Answer, Command, Correction } from '../domain/correction.ts';
import { MirrorError } from '../domain/errors.ts';
import type { NarratedRecording } from '../domain/extraction.ts';
import type { ProcessId } from '../domain/ids.ts';
import type { Store } from '../needs/store.ts';
import { anchorElement, anchorFinding } from '../steps/corrections/anchors.ts';
import { restOf } from '../steps/corrections/bench.ts';
import { type Deed, deedOf, targetsOf } from '../steps/corrections/effective.ts';
import { relabelLog } from '../steps/corrections/relabel-log.ts';
import { correctAll, readLogLabels, type ToldProcess } from './corrected.ts';

const UNFIT: Readonly<Record<Deed['do'], string>> = {
  rename: 'This has no name that could be changed',
  set: 'This cannot be said of it',
  judge: 'This cannot be confirmed or dismissed',
  delete: 'This cannot be deleted',
  restore: 'This cannot be restored',
  split: 'A step is split between two of its words, and this is no such place',
  merge: 'Only different steps of one recording can be merged, and not the two parts of a split step',
  reorder: 'A step can be put before or after another step of its recording',
  relate: 'Only different steps can be put together or kept apart',
  relateLog: 'Only steps and activities of an event log, or several of its activities, can be put together',
  judgeFinding: 'This cannot be confirmed or dismissed',
  handOver: 'Work is handed over after a step or another handoff',
  branch: 'Only a decision has branches',
  nothing: 'There is nothing to answer',
};

/**
 * One anchor for each element or finding the command names, as it is now.
 * @throws element/missing
 */
export function anchorCommand(store: Store, processId: ProcessId, given: Given): Anchor[] {
  const { command, told } = given;
  const deed = deedOf(command);
  if (deed.do === 'judgeFinding') {
    const mined = store.findMined(processId);
    return [mustBeThere(mined ? anchorFinding(mined.insights, deed.finding) : undefined)];
  }
  // What was deleted is only in the machine's own extraction, and can be restored.
  const places = [...told.corrected, ...told.narrated];
  return targetsOf(deed).map((id) => {
    const anchors = places.map(({ extraction }) => anchorElement(extraction, id));
    return mustBeThere(anchors.find((anchor) => anchor !== undefined));
  });
}

interface Given {
  readonly command: Command | Answer;
  readonly told: ToldProcess;
}

/**
 * The command with the logs' own names for their activities, whatever they are called now: a name given on the map
 * may be taken back.
 * @throws element/missing for a name no activity of a log has
 */
export function nameAsInLogs<T extends Command | Answer>(
  store: Store,
  processId: ProcessId,
  { command, told }: { readonly command: T; readonly told: ToldProcess },
): T {
  const deed = deedOf(command);
  if (deed.do !== 'relateLog') return command;
  const labels = readLogLabels(store, processId);
  const names = relabelLog(labels, told.log).labels;
  const logLabels = deed.logLabels.flatMap((name) => {
    const own = labels.filter((_, at) => names[at] === name);
    mustBeThere(own[0] === undefined ? undefined : own);
    return own;
  });
  const renamed = { ...deed, logLabels: [...new Set(logLabels)] };
  // Safe: an answer keeps its shape with another effect, any other command is the deed itself.
  return (command.do === 'answer' ? { ...command, effect: renamed } : renamed) as T;
}

/**
 * Replays the log with the new entry at its end, storing nothing; answers the recordings as corrected by it.
 * @throws correction/unfit, element/missing for a label no log has
 */
export function checkFits(store: Store, entry: Correction, told: ToldProcess): readonly NarratedRecording[] {
  const { processId, command, anchors } = entry;
  if (command.do === 'undo') return told.corrected;
  if (command.do === 'rename') checkRename(store, processId, command);
  const { recordings, stale } = correctAll(told.narrated, [...told.log, entry]);
  const targets = targetsOf(command);
  const isDistinct = new Set(targets).size === targets.length;
  const deed = deedOf(command);
  const isOfSteps = (deed.do !== 'relate' && deed.do !== 'relateLog') || anchors.every(({ kind }) => kind === 'steps');
  const isOfSeveral = deed.do !== 'relateLog' || targets.length + deed.logLabels.length > 1;
  if (!isDistinct || !isOfSteps || !isOfSeveral || stale.has(entry.id)) throw unfit(UNFIT[deed.do]);
  if (command.do !== 'split') return recordings;
  const rest = restOf(command.element, command);
  const isCut = recordings.some(({ extraction }) => extraction.steps.some(({ id }) => id === rest));
  if (!isCut) throw unfit(UNFIT.split);
  return recordings;
}

/** A log's label is its activity: two of them must not read the same. */
function checkRename(store: Store, processId: ProcessId, command: Extract<Command, { do: 'rename' }>): void {
  const { elements, logLabel, label } = command;
  if (logLabel === null) {
    if (elements.length === 0) throw unfit(UNFIT.rename);
    return;
  }
  const logged = store.findMined(processId)?.graph.activities.filter(({ sources }) => sources.log > 0) ?? [];
  mustBeThere(logged.find((activity) => activity.label === logLabel));
  const isTaken = label !== logLabel && logged.some((activity) => activity.label === label);
  if (isTaken) throw unfit(`There is already an activity named "${label}" in the event log`);
}

function mustBeThere<T extends object>(found: T | undefined): T {
  if (found === undefined) throw new MirrorError('element/missing');
  return found;
}

const unfit = (detail: string): MirrorError => new MirrorError('correction/unfit', { data: { detail } });
