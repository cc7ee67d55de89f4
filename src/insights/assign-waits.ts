// Which bottleneck of a log a wait that people speak of belongs to.
import type { Durations, Transition } from '../domain/graph.ts';
import type { Context } from './context.ts';
import { durationMsOf, type WaitGroup } from './find-waits.ts';

export interface WaitingPlace {
  readonly transition: Transition;
  readonly wait: Durations;
  readonly share01: number;
}

export interface AssignedWaits {
  readonly ofPlace: ReadonlyMap<WaitingPlace, readonly WaitGroup[]>;
  /** About places no log covers. */
  readonly uncovered: readonly WaitGroup[];
}

/**
 * A wait belongs to the bottleneck that leaves the logged activity it is told after (with several, to the one that
 * leads to the logged activity told next, otherwise to the one its words fit best). Where the log has that way but
 * cases hardly wait on it, the log has answered. A wait told apart from all logged activities joins a bottleneck only
 * if its words clearly fit that one.
 */
export function assignWaits(
  context: Context,
  groups: readonly WaitGroup[],
  places: readonly WaitingPlace[],
): AssignedWaits {
  const ofPlace = new Map<WaitingPlace, WaitGroup[]>();
  const uncovered: WaitGroup[] = [];
  const longestCaseMs = context.graph.cycle?.maxMs ?? Infinity;
  for (const group of groups) {
    // No case waits longer than the longest case took; such a time is about something else ("a contract of three years").
    if (durationMsOf(group) > longestCaseMs) {
      uncovered.push(group);
      continue;
    }
    const { place, isAnswered } = findPlace(context, group, places);
    if (place) ofPlace.set(place, [...(ofPlace.get(place) ?? []), group]);
    else if (!isAnswered) uncovered.push(group);
  }
  return { ofPlace, uncovered };
}

function findPlace(
  context: Context,
  group: WaitGroup,
  places: readonly WaitingPlace[],
): { place?: WaitingPlace; isAnswered?: boolean } {
  const around = group.map(({ item, narrated: { extraction } }) => {
    const step = extraction.steps.find(({ id }) => id === item.after);
    return context.loggedAround(step, extraction);
  });
  const { before, after } = around.find((one) => one.before !== undefined) ?? {};
  if (!before) return { place: findByWords(context, group, places) };
  const leaving = places.filter(({ transition }) => transition.source === before.id);
  const next = leaving.find(({ transition }) => transition.target === after?.id);
  const isLogged = group.some(({ item }) => context.activityOfStep(item.after) === before);
  const place =
    next ?? (isLogged ? rankByWords(context, group, leaving)[0]?.place : findByWords(context, group, leaving));
  const isOnTheWay = after !== undefined && (context.findTransition(before.id, after.id)?.sources.log ?? 0) > 0;
  return { place: place ?? findByWords(context, group, places), isAnswered: isLogged || isOnTheWay };
}

function findByWords(context: Context, group: WaitGroup, places: readonly WaitingPlace[]): WaitingPlace | undefined {
  const [best, second] = rankByWords(context, group, places);
  return best && best.likeness >= 0.4 && best.likeness - (second?.likeness ?? 0) >= 0.1 ? best.place : undefined;
}

/** The best first; among equals the one that takes more time. */
function rankByWords(context: Context, group: WaitGroup, places: readonly WaitingPlace[]) {
  const texts = group.flatMap(({ item }) => [item.label, item.cause ?? '']);
  return places
    .map((place) => {
      const [source, target] = [place.transition.source, place.transition.target].map((id) => context.findActivity(id));
      const likenesses = texts.flatMap((text) => [
        context.textLikeness01(text, `${source?.label} ${target?.label}`),
        context.textLikeness01(text, `${target?.label} ${target?.roles.map(({ name }) => name).join(' ')}`),
      ]);
      return { place, likeness: Math.max(0, ...likenesses) };
    })
    .sort((a, b) => b.likeness - a.likeness || b.place.share01 - a.place.share01);
}
