// In: a command as a person gave it. Out: the places it is about, and a refusal when it is about nothing or makes no sense.
import type { Anchor, Answer, Command, Correction } from '../domain/correction.ts';
import { MirrorError } from '../domain/errors.ts';
import type { ProcessId } from '../domain/ids.ts';
import type { Store } from '../needs/store.ts';
import { anchorElement, anchorFinding } from '../steps/corrections/anchors.ts';
import { restOf } from '../steps/corrections/bench.ts';
import { type Deed, deedOf, targetsOf } from '../steps/corrections/effective.ts';
import { correctAll, listCorrected } from './corrected.ts';

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
  judgeFinding: 'This cannot be confirmed or dismissed',
  handOver: 'Work is handed over after a step or another handoff',
  branch: 'Only a decision has branches',
  nothing: 'There is nothing to answer',
};

/**
 * One anchor for each element or finding the command names, as it is now.
 * @throws element/missing
 */
export function anchorCommand(store: Store, processId: ProcessId, command: Command | Answer): Anchor[] {
  const deed = deedOf(command);
  if (deed.do === 'judgeFinding') {
    const mined = store.findMined(processId);
    return [mustBeThere(mined ? anchorFinding(mined.insights, deed.finding) : undefined)];
  }
  // What was deleted is only in the machine's own extraction, and can be restored.
  const places = [...listCorrected(store, processId), ...store.listNarrated(processId)];
  return targetsOf(deed).map((id) => {
    const anchors = places.map(({ extraction }) => anchorElement(extraction, id));
    return mustBeThere(anchors.find((anchor) => anchor !== undefined));
  });
}

/**
 * Replays the log with the new entry at its end, storing nothing.
 * @throws correction/unfit, element/missing for a label no log has
 */
export function checkFits(store: Store, entry: Correction): void {
  const { processId, command, anchors } = entry;
  if (command.do === 'undo') return;
  if (command.do === 'rename') checkRename(store, processId, command);
  const log = [...store.listCorrections(processId), entry];
  const { recordings, stale } = correctAll(store.listNarrated(processId), log);
  const targets = targetsOf(command);
  const isDistinct = new Set(targets).size === targets.length;
  const deed = deedOf(command);
  const isOfSteps = deed.do !== 'relate' || anchors.every(({ kind }) => kind === 'steps');
  if (!isDistinct || !isOfSteps || stale.has(entry.id)) throw unfit(UNFIT[deed.do]);
  if (command.do !== 'split') return;
  const rest = restOf(command.element, command);
  const isCut = recordings.some(({ extraction }) => extraction.steps.some(({ id }) => id === rest));
  if (!isCut) throw unfit(UNFIT.split);
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
