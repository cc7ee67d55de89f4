// Handoffs: places where work passes to another role, or data to another system.
import type { StatedHandoff } from '../domain/extraction.ts';
import type { Activity } from '../domain/graph.ts';
import type { Handoff } from '../domain/insights.ts';
import { textLikeness01 } from '../steps/likeness/label-words.ts';
import { findGivingStep } from '../graph/stitch-recordings.ts';
import type { Context } from './context.ts';
import { countRecordings, groupAlike, isSameThing, listTold, makeFinding, type Told } from './finding.ts';
import { type LoggedPlace, listLoggedPlaces } from './logged-handoffs.ts';
import { quote } from './say.ts';
import { findSystemHandoffs } from './system-handoffs.ts';

/** A stated handoff of work, with covered roles where they are known and the activity that hands over. */
interface ToldPlace extends Told<StatedHandoff> {
  readonly from: string | null;
  readonly to: string;
  readonly source: Activity | undefined;
  /** Activities of a log between which it is told. */
  readonly around: { readonly before?: Activity; readonly after?: Activity };
}

/** Logged places first, the busiest first; then what is only told; then handoffs of data between systems. */
export function findHandoffs(context: Context): Handoff[] {
  const { places, rare } = listLoggedPlaces(context);
  const told = listToldPlaces(context);
  const placeOf = new Map(told.map((one) => [one, findLoggedPlace(one, places) ?? findExactPlace(one, rare)]));
  const spokenOf = new Set(placeOf.values());
  const logged = [...places, ...rare.filter((place) => spokenOf.has(place))].map((place) =>
    fromLog(
      context,
      place,
      told.filter((one) => placeOf.get(one) === place),
    ),
  );
  const others = groupAlike(
    told.filter((one) => !placeOf.get(one)),
    isSamePlace,
  );
  return [...logged, ...others.map((group) => fromTold(context, group)), ...findSystemHandoffs(context)];
}

export function listToldPlaces(context: Context): ToldPlace[] {
  return listTold(context, 'handoffs').flatMap(({ item, narrated }): ToldPlace[] => {
    if (item.kind !== 'actor') return [];
    const giver = item.from ?? narrated.recording.role;
    const from = giver === null ? null : context.roles.resolve(giver);
    const to = context.roles.resolve(item.to);
    const step = findGivingStep(narrated.extraction, item);
    return from === to
      ? []
      : [
          {
            item,
            narrated,
            from,
            to,
            source: context.activityOfStep(step?.id),
            around: context.loggedAround(step, narrated.extraction),
          },
        ];
  });
}

/** The place between the same roles that begins where the handoff is told, otherwise one that ends there or next. */
function findExactPlace(told: ToldPlace, places: readonly LoggedPlace[]): LoggedPlace | undefined {
  const { before, after } = told.around;
  const ofRoles = places.filter(({ from, to }) => to === told.to && (told.from === null || from === told.from));
  return (
    ofRoles.find(({ source, target }) => source === before && target === after) ??
    ofRoles.find(({ source }) => source === before) ??
    ofRoles.find(({ target }) => target === before || target === after)
  );
}

/** The exact place, otherwise the only one between these roles that the words clearly fit. */
function findLoggedPlace(told: ToldPlace, places: readonly LoggedPlace[]): LoggedPlace | undefined {
  const ofRoles = places.filter(({ from, to }) => to === told.to && (told.from === null || from === told.from));
  const exact = findExactPlace(told, ofRoles);
  if (exact) return exact;
  const words = `${told.item.what ?? ''} ${told.source?.label ?? ''}`;
  const [best, second] = ofRoles
    .map((place) => ({ place, likeness: textLikeness01(words, `${place.source.label} ${place.target.label}`) }))
    .sort((a, b) => b.likeness - a.likeness);
  if (!best) return undefined;
  // The log knows the activity and shows no such passing there: only telling words make it the same place.
  const isElsewhere = told.source !== undefined && told.source.sources.log > 0;
  if (!second) return isElsewhere && best.likeness < 0.2 ? undefined : best.place;
  return best.likeness >= 0.35 && best.likeness - second.likeness >= 0.1 ? best.place : undefined;
}

/** Between the same roles, with the same thing; or, where one does not say with what, at the same activity. */
function isSamePlace(one: ToldPlace, other: ToldPlace): boolean {
  if (one.from !== other.from || one.to !== other.to) return false;
  const isSameActivity = one.source !== undefined && one.source === other.source;
  return (
    isSameThing(one, other) ||
    (isSameActivity && (!one.item.what || !other.item.what || one.narrated !== other.narrated))
  );
}

function fromLog(context: Context, place: LoggedPlace, told: readonly ToldPlace[]): Handoff {
  const { from, to, source, target, transition, count, wait, grounds } = place;
  const way = `from ${quote(source.label)} to ${quote(target.label)}`;
  return {
    ...makeFinding(context, {
      kind: 'handoff',
      place: `${source.id} ${target.id} ${from} ${to}`,
      label: from === null ? `To ${to}, ${way}` : `${from} to ${to}, ${way}`,
      activities: [source, target],
      sources: { log: count, recordings: countRecordings(told) },
      grounds: [grounds, ...told.map(({ item }) => item)],
    }),
    kind: 'actor',
    from,
    to,
    what: told.find(({ item }) => item.what)?.item.what ?? null,
    transitionId: transition.id,
    count,
    wait,
  };
}

function fromTold(context: Context, group: readonly [ToldPlace, ...ToldPlace[]]): Handoff {
  const [{ from, to, source, item }] = group;
  const taking = source && findTaking(context, source, to);
  const what = group.find((one) => one.item.what)?.item.what ?? null;
  return {
    ...makeFinding(context, {
      kind: 'handoff',
      place: `${source?.id ?? item.id} ${from} ${to}`,
      label: `${from ?? 'someone'} to ${to}${what ? `: ${what}` : source ? `, after ${quote(source.label)}` : ''}`,
      activities: [source, taking?.target],
      sources: { log: 0, recordings: countRecordings(group) },
      grounds: group.map((one) => one.item),
    }),
    kind: 'actor',
    from,
    to,
    what,
    transitionId: taking?.id ?? null,
    count: group.length,
    wait: null,
  };
}

/** The busiest transition from there to something the taking role does. */
function findTaking(context: Context, source: Activity, to: string) {
  const next = context.graph.transitions
    .filter((transition) => transition.source === source.id)
    .map((transition) => ({ id: transition.id, target: context.findActivity(transition.target) }));
  return next.find(({ target }) => target?.roles.some(({ name }) => name === to));
}
