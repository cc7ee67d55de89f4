// Findings that only people can tell: judgement, decisions, and data carried by hand.
import type { Decision } from '../domain/extraction.ts';
import type { DecisionFinding, JudgementFinding, TransferFinding } from '../domain/insights.ts';
import { textLikeness01 } from '../steps/likeness/label-words.ts';
import type { Context } from './context.ts';
import { countRecordings, groupAlike, listTold, makeFinding } from './finding.ts';

export function findJudgements(context: Context): JudgementFinding[] {
  const groups = groupAlike(
    listTold(context, 'judgements'),
    ({ item: one }, { item: other }) => textLikeness01(one.label, other.label) >= 0.6,
  );
  return groups.map((group) => {
    const [{ item, narrated }] = group;
    const { role } = narrated.recording;
    return {
      ...makeFinding(context, {
        kind: 'judgement',
        place: item.id,
        label: item.label,
        activities: [findSpokenOver(context, narrated.extraction.steps, item)],
        sources: { log: 0, recordings: countRecordings(group) },
        grounds: group.map((one) => one.item),
      }),
      by: role === null ? null : context.roles.resolve(role),
    };
  });
}

/** The step being told when the words fall: the last one begun, unless that is a minute ago. */
function findSpokenOver(
  context: Context,
  steps: readonly { id: string; startMs: number; endMs: number }[],
  { startMs }: { startMs: number },
) {
  const begun = steps.filter((step) => step.startMs <= startMs && startMs - step.endMs < 60_000);
  const last = begun.reduce<(typeof begun)[number] | undefined>(
    (a, b) => (a && a.startMs > b.startMs ? a : b),
    undefined,
  );
  return context.graph.activities.find(({ stepIds }) => stepIds.some((id) => id === last?.id));
}

/** Branches of one question told several times are put together; a condition said in other words stays its own. */
export function findDecisions(context: Context): DecisionFinding[] {
  const groups = groupAlike(
    listTold(context, 'decisions'),
    ({ item: one }, { item: other }) => textLikeness01(one.question, other.question) >= 0.6,
  );
  return groups.map((group) => {
    const [{ item }] = group;
    const branches = joinBranches(group.map((one) => one.item)).map((same) => ({
      condition: same[0].condition,
      then: [...new Set(same.flatMap(({ then }) => then.flatMap((id) => context.activityOfStep(id)?.id ?? [])))],
      note: same.map(({ note }) => note).find((note) => note !== null) ?? null,
    }));
    const activities = branches.flatMap(({ then }) => then.map((id) => context.findActivity(id)));
    return {
      ...makeFinding(context, {
        kind: 'decision',
        place: item.id,
        label: item.question,
        activities,
        sources: { log: 0, recordings: countRecordings(group) },
        grounds: group.map((one) => one.item),
      }),
      question: item.question,
      branches,
    };
  });
}

type Branch = Decision['branches'][number];

/** One decision's own branches are different, however alike they read ("known", "not known"). */
function joinBranches(decisions: readonly Decision[]): [Branch, ...Branch[]][] {
  const all = decisions.flatMap(({ id, branches }) => branches.map((branch) => ({ id, branch })));
  const groups = groupAlike(all, (one, other) => {
    if (one.id === other.id || turnsOf(one.branch.condition) !== turnsOf(other.branch.condition)) return false;
    return textLikeness01(one.branch.condition, other.branch.condition) >= 0.7;
  });
  return groups.map(([first, ...rest]) => [first.branch, ...rest.map(({ branch }) => branch)]);
}

/** The words that turn a condition into its opposite, and its numbers. */
const turnsOf = (condition: string): string =>
  (
    condition
      .toLowerCase()
      .match(
        /\b(no|not|never|without|un\w+|in\w+ed|before|after|under|over|above|below|more|less|least|most|up|[\d.,:]+)\b|n't/g,
      ) ?? []
  )
    .sort()
    .join(' ');

/** Copy and paste from one system to another; `count` is how often it was seen or told. */
export function findTransfers(context: Context): TransferFinding[] {
  const groups = groupAlike(listTold(context, 'transfers'), ({ item: one }, { item: other }) => {
    const isSamePair =
      one.from.toLowerCase() === other.from.toLowerCase() && one.to.toLowerCase() === other.to.toLowerCase();
    return isSamePair && (one.what === other.what || textLikeness01(one.what ?? '', other.what ?? '') >= 0.5);
  });
  return groups.map((group) => {
    const [{ item, narrated }] = group;
    return {
      ...makeFinding(context, {
        kind: 'transfer',
        place: item.id,
        label: item.what ? `${item.from} to ${item.to}: ${item.what}` : `${item.from} to ${item.to}`,
        activities: [findSpokenOver(context, narrated.extraction.steps, item)],
        sources: { log: 0, recordings: countRecordings(group) },
        grounds: group.map((one) => one.item),
      }),
      from: item.from,
      to: item.to,
      count: group.length,
    };
  });
}
