// Data that passes from one system or document to another, as people tell it.
import type { StatedHandoff } from '../domain/extraction.ts';
import type { Handoff } from '../domain/insights.ts';
import { findGivingStep } from '../graph/stitch-recordings.ts';
import type { Context } from './context.ts';
import { countRecordings, groupAlike, isSameThing, listTold, makeFinding, type Told } from './finding.ts';
import { quote } from './say.ts';

/** One finding per pair of systems and activity (or thing that passes). */
export function findSystemHandoffs(context: Context): Handoff[] {
  const told = listTold(context, 'handoffs').filter(({ item }) => item.kind === 'system' && !isOneSystem(item));
  const sourceOf = ({ item, narrated }: Told<StatedHandoff>) =>
    context.activityOfStep(findGivingStep(narrated.extraction, item)?.id);
  const groups = groupAlike(told, (one, other) => {
    if (nameKey(one.item.from) !== nameKey(other.item.from) || nameKey(one.item.to) !== nameKey(other.item.to))
      return false;
    const isSameActivity = sourceOf(one) !== undefined && sourceOf(one)?.id === sourceOf(other)?.id;
    return (
      isSameThing(one, other) ||
      (isSameActivity && (!one.item.what || !other.item.what || one.narrated !== other.narrated))
    );
  });
  return groups.map((group) => {
    const [first] = group;
    const source = sourceOf(first);
    const { from, to, id } = first.item;
    const what = group.find(({ item }) => item.what)?.item.what ?? null;
    return {
      ...makeFinding(context, {
        kind: 'system handoff',
        place: `${source?.id ?? id} ${nameKey(from)} ${nameKey(to)} ${what}`,
        label: `${from ?? 'somewhere'} to ${to}${what ? `: ${what}` : source ? `, at ${quote(source.label)}` : ''}`,
        activities: [source],
        sources: { log: 0, recordings: countRecordings(group) },
        grounds: group.map(({ item }) => item),
      }),
      kind: 'system' as const,
      from,
      to,
      what,
      transitionId: null,
      count: group.length,
      wait: null,
    };
  });
}

const nameKey = (name: string | null): string =>
  (name ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** "Linemap" and "Linemap Planner" are one system: nothing passes between them. */
function isOneSystem({ from, to }: StatedHandoff): boolean {
  const [one, other] = [from, to].map((name) => new Set(nameKey(name).split(' ').filter(Boolean)));
  return one!.size > 0 && (one!.isSubsetOf(other!) || other!.isSubsetOf(one!));
}
