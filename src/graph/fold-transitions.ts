// Transitions: what follows what in logs, and what people tell to follow what.
import type { Grounds } from '../domain/evidence.ts';
import type { NarratedRecording, Step } from '../domain/extraction.ts';
import type { Transition } from '../domain/graph.ts';
import { type ActivityId, type ElementId, type ProcessId, type RecordingId, TransitionId } from '../domain/ids.ts';
import type { MinedTransition } from '../domain/mined-log.ts';
import { shortHash } from '../lib/short-hash.ts';
import type { GraphInput } from './graph-input.ts';
import type { FoldedActivities } from './fold-activities.ts';
import { chainGrounds, joinGrounds, loggedGrounds } from './grounds.ts';
import { mergeDurations } from './merge-durations.ts';
import type { RoleBook } from './role-book.ts';
import { stitchRecordings } from './stitch-recordings.ts';
import { tellOrder } from './told-order.ts';

interface LoggedPair {
  readonly source: ActivityId;
  readonly target: ActivityId;
  readonly mined: MinedTransition;
  readonly grounds: Grounds;
}

/** One recording's word that one activity follows another. */
export interface ToldPassage {
  readonly source: ActivityId;
  readonly target: ActivityId;
  readonly recordingId: RecordingId;
  /** Another role does the target. */
  readonly isHandoff: boolean;
  readonly grounds: Grounds;
}

export interface FoldedTransitions {
  /** The busiest first. */
  readonly transitions: readonly Transition[];
  /** Told between two activities of the log which never follow each other there; left off the map. */
  readonly contradicted: readonly ToldPassage[];
}

/** Where a log has both activities, the log decides whether they follow each other. */
export function foldTransitions(input: GraphInput, folded: FoldedActivities, roles: RoleBook): FoldedTransitions {
  const logged = listLoggedPairs(input, folded);
  const told = listPassages(input.recordings, folded, roles);
  const keyOf = ({ source, target }: { source: ActivityId; target: ActivityId }): string => `${source} ${target}`;
  const loggedOf = Map.groupBy(logged, keyOf);
  const inLog = new Set(folded.ofLabel.values());
  const contradicts = (passage: ToldPassage): boolean =>
    inLog.has(passage.source) && inLog.has(passage.target) && !loggedOf.has(keyOf(passage));
  const toldOf = Map.groupBy(
    told.filter((passage) => !contradicts(passage)),
    keyOf,
  );
  const keys = [...new Set([...loggedOf.keys(), ...toldOf.keys()])];
  const transitions = keys.map((key) =>
    foldPair(input.process.id, { logged: loggedOf.get(key) ?? [], told: toldOf.get(key) ?? [] }),
  );
  return {
    transitions: transitions.sort((a, b) => b.count - a.count),
    contradicted: told.filter(contradicts),
  };
}

function listLoggedPairs({ logs }: GraphInput, { ofLabel }: FoldedActivities): LoggedPair[] {
  return logs.flatMap(({ log, mined }) => {
    const idAt = (index: number): ActivityId => ofLabel.get(mined.activities[index]!.label)!;
    return mined.transitions.map((pair) => ({
      source: idAt(pair.source),
      target: idAt(pair.target),
      mined: pair,
      grounds: loggedGrounds([{ kind: 'log', logId: log.id, rows: pair.rows.slice(0, 5), count: pair.count }]),
    }));
  });
}

/** Everything the recordings say about what follows what: their order, their rework, and where one hands to another. */
export function listPassages(
  recordings: readonly NarratedRecording[],
  { ofStep }: Pick<FoldedActivities, 'ofStep'>,
  roles: RoleBook,
): ToldPassage[] {
  const toPassage = (source: Step, target: Step, grounds: Grounds): ToldPassage[] => {
    const [from, to] = [ofStep.get(source.id), ofStep.get(target.id)];
    if (!from || !to) return [];
    const isHandoff =
      source.actor !== null && target.actor !== null && roles.resolve(source.actor) !== roles.resolve(target.actor);
    return [{ source: from, target: to, recordingId: source.recordingId, isHandoff, grounds }];
  };
  const inOrder = recordings.flatMap(({ extraction }) =>
    tellOrder(extraction)
      .pairs.flatMap(({ source, target, direct }) =>
        toPassage(source, target, chainGrounds([source, target], direct ? 'stated' : 'inferred')),
      )
      // Saying the same thing twice in a row is not doing it twice.
      .filter(({ source, target }) => source !== target),
  );
  const rework = recordings.flatMap(({ extraction }) => {
    const stepOf = new Map<ElementId, Step>(extraction.steps.map((step) => [step.id, step]));
    return extraction.rework.flatMap((told) => {
      const [source, target] = [told.from && stepOf.get(told.from), told.to && stepOf.get(told.to)];
      return source && target ? toPassage(source, target, chainGrounds([told], 'stated')) : [];
    });
  });
  const stitches = stitchRecordings(recordings, { roles, ofStep }).flatMap(({ source, target, handoff }) =>
    toPassage(source, target, chainGrounds([handoff, target], 'inferred')),
  );
  return [...inOrder, ...rework, ...stitches.filter(({ source, target }) => source !== target)];
}

interface Pair {
  readonly logged: readonly LoggedPair[];
  readonly told: readonly ToldPassage[];
}

function foldPair(processId: ProcessId, { logged, told }: Pair): Transition {
  const { source, target } = (logged[0] ?? told[0])!;
  const tellers = new Set(told.map(({ recordingId }) => recordingId)).size;
  const count = logged.reduce((sum, { mined }) => sum + mined.count, 0);
  return {
    id: TransitionId.parse(shortHash(`${processId} transition ${source} ${target}`)),
    source,
    target,
    count: count > 0 ? count : tellers,
    sources: { log: count, recordings: tellers },
    wait: mergeDurations(logged.map(({ mined }) => mined.wait)),
    handoffs:
      count > 0
        ? logged.reduce((sum, { mined }) => sum + countHandoffs(mined), 0)
        : new Set(told.filter(({ isHandoff }) => isHandoff).map(({ recordingId }) => recordingId)).size,
    ...joinGrounds([...logged, ...told].map(({ grounds }) => grounds)),
  };
}

const countHandoffs = ({ passings, resourceChanges }: MinedTransition): number =>
  passings.length > 0 ? passings.reduce((sum, { count }) => sum + count, 0) : resourceChanges;
