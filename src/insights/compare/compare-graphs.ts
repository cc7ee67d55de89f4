// In: two measured graphs. Out: what is added, removed, changed in frequency and in time, the surest and largest first.
import type { Change, ComparedSide, Comparison, ElementMark } from '../../domain/comparison.ts';
import { COMPARISON_DEFINITIONS, listNotes } from './comparison-words.ts';
import { type ChangeDraft, createContext, type SideInput } from './change-draft.ts';
import { findElementChanges } from './find-element-changes.ts';
import { findPlaceChanges } from './find-place-changes.ts';
import { joinGraphs } from './join-graphs.ts';
import { adjustForMany } from './proportions.ts';
import { sayChange } from './say-change.ts';

export interface CompareOptions {
  /** Cases (or recordings, where both sides count those) on both sides; undefined where nobody can know any more. */
  readonly sharedCases: number | undefined;
  /** Both sides are periods, one after the other. */
  readonly isInTime: boolean;
}

/**
 * Compares two graphs; activities are matched by id, by the steps they are made of, or by label. Clear changes come
 * first, then what no test speaks about, then what may be chance; within each, the more important first.
 */
export function compareGraphs(
  { before, after }: { before: SideInput; after: SideInput },
  { sharedCases, isInTime }: CompareOptions,
): Comparison {
  const joined = joinGraphs(before.measured, after.measured);
  const context = createContext({ before, after }, joined, { mayShare: sharedCases !== 0, isInTime });
  const found = [...findElementChanges(context), ...findPlaceChanges(context)];
  const changes = judgeAll(found).filter(isWorthTelling).sort(bySurenessAndSize);
  const marks = markElements(changes);
  const elements = [...joined.graph.activities, ...joined.graph.transitions];
  return {
    schema: 'mirror-comparison/1',
    isInTime,
    before: describeSide(before),
    after: describeSide(after),
    changes: changes.map((draft): Change => {
      const { chance: _chance, isShare: _isShare, ...change } = draft;
      return { ...change, sentence: sayChange(draft, context) };
    }),
    steady: elements.filter(({ id }) => !marks.has(id)).length,
    graph: joined.graph,
    marks: Object.fromEntries(elements.map(({ id }) => [id, marks.get(id) ?? 'same'])),
    definitions: COMPARISON_DEFINITIONS,
    notes: listNotes({ before, after }, sharedCases),
  };
}

const describeSide = ({ title, alone, measured: { graph, unit, cases, cycle } }: SideInput): ComparedSide => ({
  title,
  alone,
  unit,
  cases,
  activities: graph.activities.length,
  transitions: graph.transitions.length,
  cycle,
});

/** One comparison makes many tests: only what stays unlikely with all of them counted is called clear. */
function judgeAll(drafts: readonly ChangeDraft[]): ChangeDraft[] {
  const tested = drafts.filter(({ chance }) => chance !== null);
  // Safe: only drafts with a chance are in the list.
  const adjusted = adjustForMany(tested.map(({ chance }) => chance!));
  const chanceOf = new Map(tested.map((draft, at) => [draft, adjusted[at]!]));
  return drafts.map((draft) => {
    const p = chanceOf.get(draft);
    if (p === undefined) return draft;
    return { ...draft, p, certainty: draft.certainty === 'few' ? 'few' : p <= CLEAR ? 'clear' : 'unclear' };
  });
}

const CLEAR = 0.05;
/** Ten of a hundred cases going another way are told even where they may be chance; fewer would fill the list. */
const LEAST_SHARE = 0.1;
/** And a time half as long again. */
const LEAST_RATIO = 1.5;
const LEAST_MOVED = 0.01;

function isWorthTelling({ kind, certainty, difference, before, after, importance01 }: ChangeDraft): boolean {
  if (kind === 'added' || kind === 'removed') return true;
  if (difference === 0 || difference === null) return false;
  if (certainty === 'clear') return true;
  if (kind === 'frequency') return Math.abs(difference) >= LEAST_SHARE;
  const [one = 0, other = 0] = [before.time?.medianMs, after.time?.medianMs];
  return importance01 >= LEAST_MOVED && Math.max(one, other) >= LEAST_RATIO * Math.min(one, other);
}

const ORDER = ['clear', 'untested', 'unclear', 'few'] as const;

/** What is as sure and as large stays in process order. */
const bySurenessAndSize = (a: ChangeDraft, b: ChangeDraft): number =>
  ORDER.indexOf(a.certainty) - ORDER.indexOf(b.certainty) || b.importance01 - a.importance01;

/** Of an activity or transition that changed in several ways the first stands on the map. */
function markElements(changes: readonly ChangeDraft[]): ReadonlyMap<string, ElementMark> {
  const marks = new Map<string, ElementMark>();
  for (const change of changes) {
    const { kind, subject, certainty, difference } = change;
    const id = subject === 'activity' ? change.activityId : subject === 'transition' ? change.transitionId : null;
    if (id === null) continue;
    if (kind === 'added' || kind === 'removed') marks.set(id, kind);
    else if (certainty === 'clear' && !marks.has(id)) marks.set(id, markOf(kind, difference ?? 0));
  }
  return marks;
}

const markOf = (kind: 'frequency' | 'time', difference: number): ElementMark =>
  kind === 'time' ? (difference > 0 ? 'slower' : 'faster') : difference > 0 ? 'more' : 'less';
