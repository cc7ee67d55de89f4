// Rework: what is done again, counted in logs and told by people.
import type { StatedRework } from '../domain/extraction.ts';
import type { Activity } from '../domain/graph.ts';
import type { ReworkFinding } from '../domain/insights.ts';
import { textLikeness01 } from '../steps/likeness/label-words.ts';
import type { Context } from './context.ts';
import { countRecordings, groupAlike, listTold, makeFinding, type Told } from './finding.ts';
import { quote, sayCount } from './say.ts';

/** One finding per repeated activity of the logs, the one of most cases first; then what is only told. */
export function findRework(context: Context): ReworkFinding[] {
  const repeated = context.graph.activities.filter(({ reworkCases }) => reworkCases > 0);
  const told = listTold(context, 'rework');
  const activityOf = new Map(told.map((one) => [one, findRepeated(context, one)]));
  const logged = repeated
    .toSorted((a, b) => b.reworkCases - a.reworkCases)
    .map((activity) =>
      fromLog(
        context,
        activity,
        told.filter((one) => activityOf.get(one) === activity),
      ),
    );
  const others = groupAlike(
    told.filter((one) => !activityOf.get(one)),
    ({ item: one }, { item: other }) => {
      const to = context.activityOfStep(one.to);
      const isSame = to !== undefined && to === context.activityOfStep(other.to);
      return isSame || textLikeness01(one.label, other.label) >= 0.6;
    },
  );
  return [...logged, ...others.map((group) => fromTold(context, group))];
}

/** What is done again is what the work goes back to, otherwise where it comes from. */
function findRepeated(context: Context, { item }: Told<StatedRework>): Activity | undefined {
  return [item.to, item.from]
    .map((id) => context.activityOfStep(id))
    .find((activity) => (activity?.reworkCases ?? 0) > 0);
}

function fromLog(context: Context, activity: Activity, told: readonly Told<StatedRework>[]): ReworkFinding {
  const repeats = activity.count - activity.cases;
  const atOnce = context.findTransition(activity.id, activity.id)?.sources.log ?? 0;
  const logged = { ...activity, evidence: activity.evidence.filter(({ kind }) => kind === 'log') };
  return {
    ...makeFinding(context, {
      kind: 'rework',
      place: activity.id,
      label: `${quote(activity.label)} is done again in ${activity.reworkCases} of ${sayCount(activity.cases, 'case')}`,
      activities: [activity],
      sources: { log: repeats, recordings: countRecordings(told) },
      grounds: [logged, ...told.map(({ item }) => item)],
    }),
    kind: atOnce * 2 >= repeats ? 'self-loop' : 'repetition',
    cases: activity.reworkCases,
    count: repeats,
  };
}

function fromTold(context: Context, group: readonly [Told<StatedRework>, ...Told<StatedRework>[]]): ReworkFinding {
  const [{ item }] = group;
  return {
    ...makeFinding(context, {
      kind: 'rework',
      place: item.id,
      label: item.label,
      activities: group.flatMap((one) => [context.activityOfStep(one.item.from), context.activityOfStep(one.item.to)]),
      sources: { log: 0, recordings: countRecordings(group) },
      grounds: group.map((one) => one.item),
    }),
    kind: 'told',
    cases: 0,
    count: 0,
  };
}
