// Exceptions: rare ways through the process, as people tell them and as logs show them.
import type { ExceptionCase } from '../domain/extraction.ts';
import type { Activity } from '../domain/graph.ts';
import type { ExceptionFinding } from '../domain/insights.ts';
import type { Context } from './context.ts';
import { countRecordings, groupAlike, listTold, makeFinding, type Told } from './finding.ts';
import { quote, sayShare } from './say.ts';

/** An activity of fewer than this share of the cases is rare. */
export const RARE_SHARE = 0.05;

/**
 * What people call an exception, joined with the rare activity it is handled by; then the other rare activities,
 * which are unsure because being rare does not make an exception.
 */
export function findExceptions(context: Context): ExceptionFinding[] {
  const groups = groupAlike(listTold(context, 'exceptions'), ({ item: one }, { item: other }) => {
    return context.textLikeness01(one.label, other.label) >= 0.5;
  });
  const rare = listRareActivities(context);
  const rareOf = new Map(
    groups.map((group) => [group, rare.find((activity) => isHandledBy(context, group, activity))]),
  );
  const joined = new Set(rareOf.values());
  return [
    ...groups.map((group) => fromTold(context, group, rareOf.get(group))),
    ...rare.filter((activity) => !joined.has(activity)).map((activity) => fromLog(context, activity)),
  ];
}

const listRareActivities = ({ graph }: Context): Activity[] =>
  graph.activities
    .filter(({ sources, cases }) => sources.log > 0 && cases < graph.cases * RARE_SHARE)
    .sort((a, b) => b.cases - a.cases);

type Group = readonly [Told<ExceptionCase>, ...Told<ExceptionCase>[]];

/** Its steps are the activity, or its words are. */
function isHandledBy(context: Context, group: Group, activity: Activity): boolean {
  return group.some(({ item, narrated }) => {
    const own = narrated.extraction.steps.filter(({ when }) => when === item.id);
    if (own.some(({ id }) => context.activityOfStep(id) === activity)) return true;
    return [item.label, item.handling ?? ''].some((text) => context.textLikeness01(text, activity.label) >= 0.6);
  });
}

function fromTold(context: Context, group: Group, rare: Activity | undefined): ExceptionFinding {
  const [first] = group;
  const steps = group.flatMap(({ item, narrated }) => narrated.extraction.steps.filter(({ when }) => when === item.id));
  const logged = rare ? [{ ...rare, evidence: rare.evidence.filter(({ kind }) => kind === 'log') }] : [];
  return {
    ...makeFinding(context, {
      kind: 'exception',
      place: first.item.id,
      label: first.item.label,
      activities: [rare, ...steps.map(({ id }) => context.activityOfStep(id))],
      sources: { log: rare?.count ?? 0, recordings: countRecordings(group) },
      grounds: [...group.map(({ item }) => item), ...logged],
    }),
    handling: group.map(({ item }) => item.handling).find((handling) => handling !== null) ?? null,
    cases: rare?.cases ?? 0,
    share01: rare ? rare.cases / context.graph.cases : null,
  };
}

function fromLog(context: Context, activity: Activity): ExceptionFinding {
  const share01 = activity.cases / context.graph.cases;
  return {
    ...makeFinding(context, {
      kind: 'exception',
      place: activity.id,
      label: `${quote(activity.label)} is done in ${sayShare(share01)} of the cases`,
      activities: [activity],
      sources: { log: activity.count, recordings: 0 },
      grounds: [activity],
    }),
    provenance: 'inferred',
    unsure: true,
    handling: null,
    cases: activity.cases,
    share01,
  };
}
