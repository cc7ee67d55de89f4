// Activities and transitions: on one side only, gone by another share of cases, or faster and slower.
import type { ChangeKind, MedianTime, ShareFigure } from '../../domain/comparison.ts';
import type { EvidenceRef } from '../../domain/evidence.ts';
import type { Durations } from '../../domain/graph.ts';
import type { ActivityId, TransitionId } from '../../domain/ids.ts';
import { quote } from '../say.ts';
import { type ChangeDraft, type CompareContext, firstRefs, noneOf, shareOf } from './change-draft.ts';
import { differenceInterval, fisherExact, leastChance } from './proportions.ts';

/** One side of an activity or a transition, whichever it is. */
interface Half {
  readonly cases: number;
  readonly evidence: readonly EvidenceRef[];
  /** Of the work in an activity, of the wait on a transition. */
  readonly time: MedianTime | null;
  readonly durations: Durations | null;
}

interface Pair {
  readonly subject: 'activity' | 'transition' | 'cycle';
  readonly label: string;
  readonly activityId: ActivityId | null;
  readonly transitionId: TransitionId | null;
  readonly before: Half | undefined;
  readonly after: Half | undefined;
  /** It follows from an activity that is only on the same side: without it, there is no way to it. */
  readonly isImplied: boolean;
}

export function findElementChanges(context: CompareContext): ChangeDraft[] {
  return [...findCycleChange(context), ...listPairs(context).flatMap((pair) => changesOf(context, pair))];
}

function listPairs({ joined, labelOf }: CompareContext): Pair[] {
  const onBoth = new Set(
    joined.activities.flatMap(({ element, before, after }) => (before && after ? [element.id] : [])),
  );
  const activities = joined.activities.map(({ element, before, after }): Pair => {
    const halfOf = (side: typeof before): Half | undefined =>
      side && {
        cases: side.measure.cases,
        evidence: side.element.evidence,
        time: side.measure.processing,
        durations: side.element.processing,
      };
    return {
      subject: 'activity',
      label: quote(element.label),
      activityId: element.id,
      transitionId: null,
      before: halfOf(before),
      after: halfOf(after),
      isImplied: false,
    };
  });
  const transitions = joined.transitions.map(({ element, before, after }): Pair => {
    const halfOf = (side: typeof before): Half | undefined =>
      side && {
        cases: side.measure.cases,
        evidence: side.element.evidence,
        time: side.measure.wait,
        durations: side.element.wait,
      };
    return {
      subject: 'transition',
      label: `${quote(labelOf(element.source))} → ${quote(labelOf(element.target))}`,
      activityId: null,
      transitionId: element.id,
      before: halfOf(before),
      after: halfOf(after),
      isImplied: !onBoth.has(element.source) || !onBoth.has(element.target),
    };
  });
  return [...activities, ...transitions];
}

function changesOf(context: CompareContext, pair: Pair): ChangeDraft[] {
  const { before, after } = pair;
  if (!before || !after) return [presenceChange(context, pair)];
  return [frequencyChange(context, pair), timeChange(context, pair)].filter((change) => change !== undefined);
}

function presenceChange(context: CompareContext, pair: Pair): ChangeDraft {
  const here = (pair.after ?? pair.before)!; // one of them is there
  const share = shareOf(here.cases, pair.after ? context.after : context.before);
  const none = noneOf(pair.after ? context.before : context.after);
  const [before, after] = pair.after ? [none, share] : [share, none];
  return {
    ...draftOf(pair, pair.after ? 'added' : 'removed'),
    before: { share: before, time: pair.before?.time ?? null },
    after: { share: after, time: pair.after?.time ?? null },
    ...testShares(context, before, after),
    importance01: (share?.share01 ?? 0) * (pair.isImplied ? IMPLIED : 1),
  };
}

/** What follows from another change comes behind it. */
const IMPLIED = 0.5;

function frequencyChange(context: CompareContext, pair: Pair): ChangeDraft | undefined {
  const before = shareOf(pair.before?.cases, context.before);
  const after = shareOf(pair.after?.cases, context.after);
  // What one side tells and the other one counts has no common share.
  if (!before || !after || !context.isSameUnit) return undefined;
  return {
    ...draftOf(pair, 'frequency'),
    before: { share: before, time: null },
    after: { share: after, time: null },
    ...testShares(context, before, after),
    importance01: Math.abs(after.share01 - before.share01),
  };
}

function timeChange(context: CompareContext, pair: Pair): ChangeDraft | undefined {
  const [before, after] = [pair.before?.time, pair.after?.time];
  if (!before || !after) return undefined;
  return {
    ...draftOf(pair, 'time'),
    before: { share: null, time: before },
    after: { share: null, time: after },
    difference: after.medianMs - before.medianMs,
    interval: null,
    p: null,
    chance: null,
    isShare: null,
    certainty: context.mayShare ? 'untested' : compareMedians(before, after),
    importance01: context.movedShare01(pair.before?.durations, pair.after?.durations),
  };
}

/**
 * Clear where the two 95 % intervals have no value in common: a cautious test, which calls less than 1 % of equal
 * medians different (N. Schenker and J. F. Gentleman, The American Statistician 55 (2001), 182-186).
 */
function compareMedians(before: MedianTime, after: MedianTime): ChangeDraft['certainty'] {
  if (before.lowMs === null || before.highMs === null || after.lowMs === null || after.highMs === null) return 'few';
  return before.highMs < after.lowMs || after.highMs < before.lowMs ? 'clear' : 'unclear';
}

function findCycleChange(context: CompareContext): ChangeDraft[] {
  const { before, after } = context;
  const halfOf = ({ measured: { cases, cycle, graph } }: typeof before): Half => ({
    cases,
    evidence: [],
    time: cycle,
    durations: graph.cycle,
  });
  const change = timeChange(context, {
    subject: 'cycle',
    label: 'From the first to the last event of a case',
    activityId: null,
    transitionId: null,
    before: halfOf(before),
    after: halfOf(after),
    isImplied: false,
  });
  return change ? [change] : [];
}

const draftOf = (pair: Pair, kind: ChangeKind) => ({
  id: `${pair.subject} ${kind} ${pair.activityId ?? pair.transitionId ?? ''}`.trim(),
  kind,
  subject: pair.subject,
  label: pair.label,
  activityId: pair.activityId,
  transitionId: pair.transitionId,
  evidence: { before: firstRefs(pair.before?.evidence), after: firstRefs(pair.after?.evidence) },
});

type Tested = Pick<ChangeDraft, 'difference' | 'interval' | 'p' | 'chance' | 'certainty' | 'isShare'>;

/** Tests two shares that count the same thing and no case twice. `few`: with so few cases even all against none would be no proof. */
export function testShares(
  { isSameUnit, mayShare }: Pick<CompareContext, 'isSameUnit' | 'mayShare'>,
  before: ShareFigure | null,
  after: ShareFigure | null,
  isShare: ChangeDraft['isShare'] = 'cases',
): Tested {
  const untested = { interval: null, p: null, chance: null, certainty: 'untested', isShare } as const;
  if (!before || !after || !isSameUnit) return { ...untested, difference: null };
  const difference = after.share01 - before.share01;
  if (mayShare || before.of === 0 || after.of === 0) return { ...untested, difference };
  const isFew = leastChance(before.of, after.of) > 0.05;
  return {
    difference,
    interval: differenceInterval(before, after),
    p: null,
    chance: fisherExact(before, after),
    certainty: isFew ? 'few' : 'unclear',
    isShare,
  };
}
