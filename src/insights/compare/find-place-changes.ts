// Handoffs and bottlenecks: places where work begins or stops changing hands, or takes most of the waiting time.
import type { ShareFigure } from '../../domain/comparison.ts';
import type { TransitionId } from '../../domain/ids.ts';
import { quote } from '../say.ts';
import { type ChangeDraft, type CompareContext, firstRefs, type SideInput } from './change-draft.ts';
import { testShares } from './find-element-changes.ts';
import type { TransitionSide } from './join-graphs.ts';
import { listBottlenecks } from './list-bottlenecks.ts';

type JoinedTransition = CompareContext['joined']['transitions'][number];

export const findPlaceChanges = (context: CompareContext): ChangeDraft[] => [
  ...context.joined.transitions.flatMap((transition) => findHandoffChange(context, transition) ?? []),
  ...findBottleneckChanges(context),
];

/** The share of the passes that change hands. Of a transition on one side only its own sentence says so. */
function findHandoffChange(context: CompareContext, joined: JoinedTransition): ChangeDraft | undefined {
  if (!joined.before || !joined.after) return undefined;
  const [before, after] = [handoffShare(joined.before), handoffShare(joined.after)];
  const [had, has] = [before.cases > 0, after.cases > 0];
  if (!had && !has) return undefined;
  const tested = testShares(context, before, after, 'passes');
  if (had && has && !context.isSameUnit) return undefined;
  return {
    ...placeOf(context, joined, 'handoff'),
    id: `handoff ${joined.element.id}`,
    kind: had === has ? 'frequency' : has ? 'added' : 'removed',
    before: { share: before, time: null },
    after: { share: after, time: null },
    ...tested,
    importance01: Math.abs(handedOver01(context.after, joined.after) - handedOver01(context.before, joined.before)),
  };
}

const handoffShare = (side: TransitionSide): ShareFigure => {
  const { handoffs, count } = side.element;
  return { cases: Math.min(handoffs, count), of: count, share01: Math.min(1, handoffs / count) };
};

/** Roughly the share of a side's cases whose work changes hands here. */
function handedOver01({ measured }: SideInput, side: TransitionSide | undefined): number {
  if (!side || measured.cases === 0) return 0;
  return (side.measure.cases / measured.cases) * Math.min(1, side.element.handoffs / side.element.count);
}

function findBottleneckChanges(context: CompareContext): ChangeDraft[] {
  const before = listBottlenecks(context.before.measured.graph);
  const after = listBottlenecks(context.after.measured.graph);
  return context.joined.transitions.flatMap((joined) => {
    const was = shareAt(before, joined.before);
    const is = shareAt(after, joined.after);
    if ((was === undefined) === (is === undefined)) return [];
    return [
      {
        ...placeOf(context, joined, 'bottleneck'),
        id: `bottleneck ${joined.element.id}`,
        kind: is === undefined ? ('removed' as const) : ('added' as const),
        before: { share: null, time: joined.before?.measure.wait ?? null },
        after: { share: null, time: joined.after?.measure.wait ?? null },
        difference: waitingShare01(context.after, joined.after) - waitingShare01(context.before, joined.before),
        interval: null,
        p: null,
        chance: null,
        isShare: null,
        certainty: 'untested' as const,
        importance01: context.movedShare01(joined.before?.element.wait, joined.after?.element.wait),
      },
    ];
  });
}

const shareAt = (shares: ReadonlyMap<TransitionId, number>, side: TransitionSide | undefined): number | undefined =>
  side && shares.get(side.measure.id);

/** Of all waiting on its side. */
export function waitingShare01({ measured }: SideInput, side: TransitionSide | undefined): number {
  const totalMs = measured.graph.transitions.reduce((sum, { wait }) => sum + (wait?.sumMs ?? 0), 0);
  return totalMs === 0 ? 0 : (side?.element.wait?.sumMs ?? 0) / totalMs;
}

function placeOf({ labelOf }: CompareContext, joined: JoinedTransition, subject: 'handoff' | 'bottleneck') {
  const { id, source, target } = joined.element;
  return {
    subject,
    label: `${quote(labelOf(source))} → ${quote(labelOf(target))}`,
    activityId: null,
    transitionId: id,
    evidence: {
      before: firstRefs(joined.before?.element.evidence),
      after: firstRefs(joined.after?.element.evidence),
    },
  };
}
