// What all findings share: an id that survives a new run, where it is, and how it is known.
import type { Grounds, LogRef } from '../domain/evidence.ts';
import type { Extraction, NarratedRecording, StatedHandoff } from '../domain/extraction.ts';
import type { Activity, Sources } from '../domain/graph.ts';
import { type ActivityId, FindingId, type LogId } from '../domain/ids.ts';
import type { FindingStatus } from '../domain/insights.ts';
import { joinGrounds } from '../graph/grounds.ts';
import { textLikeness01 } from '../steps/likeness/label-words.ts';
import { shortHash } from '../lib/short-hash.ts';
import type { Context } from './context.ts';

export interface FindingParts {
  /** Part of the id, with `place`: the same place of the same kind is one finding. */
  readonly kind: string;
  readonly place: string;
  readonly label: string;
  readonly activities: readonly (Activity | undefined)[];
  readonly sources: Sources;
  readonly grounds: readonly Grounds[];
}

export interface BaseFinding extends Grounds {
  id: FindingId;
  label: string;
  status: FindingStatus;
  sources: Sources;
  activityIds: ActivityId[];
}

export function makeFinding(
  context: Context,
  { kind, place, label, activities, sources, grounds }: FindingParts,
): BaseFinding {
  return {
    id: FindingId.parse(shortHash(`${context.graph.processId} ${kind} ${place}`)),
    label,
    status: 'open',
    sources,
    activityIds: context.inOrder(activities),
    ...joinGrounds(grounds),
  };
}

/** Something one recording tells, with that recording. */
export interface Told<T> {
  readonly item: T;
  readonly narrated: NarratedRecording;
}

type ToldLists = Omit<Extraction, 'warnings'>;

/** One kind of element of all recordings, in the order of the recordings and of the talk. */
export function listTold<K extends keyof ToldLists>(context: Context, kind: K): Told<ToldLists[K][number]>[] {
  return context.recordings.flatMap((narrated) => {
    const items: readonly ToldLists[K][number][] = narrated.extraction[kind];
    return items.map((item) => ({ item, narrated }));
  });
}

/** Puts each item to the first group whose first member is the same thing; groups keep the order of their firsts. */
export function groupAlike<T>(items: readonly T[], isSame: (first: T, next: T) => boolean): [T, ...T[]][] {
  const groups: [T, ...T[]][] = [];
  for (const item of items) {
    const group = groups.find(([first]) => isSame(first, item));
    if (group) group.push(item);
    else groups.push([item]);
  }
  return groups;
}

export const countRecordings = (told: readonly Told<unknown>[]): number =>
  new Set(told.map(({ narrated }) => narrated.recording.id)).size;

export const logRef = (logId: LogId, rows: readonly number[], count: number): LogRef => {
  return { kind: 'log', logId, rows: rows.slice(0, 5), count };
};

/** What passes on is named alike. */
export const isSameThing = (one: Told<StatedHandoff>, other: Told<StatedHandoff>): boolean =>
  textLikeness01(one.item.what ?? '', other.item.what ?? '') >= 0.5;
