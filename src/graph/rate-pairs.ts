// How alike each told activity and each activity of a log are: names, who does it, with what, and where in the process.
import {
  type ActivityName,
  nameLikeness01,
  readName,
  readTold,
  sharesThing,
  weighNames,
} from '../steps/likeness/name-likeness.ts';
import type { LoggedActivity, ToldActivity } from './match-log.ts';
import { roleLikeness01, SAME_ROLE } from './role-book.ts';

export interface Rated<Logged> {
  readonly one: ToldActivity;
  readonly other: Logged;
  /** About 0 to 1; more when all else agrees, too. */
  readonly likeness: number;
  /** The very same words. */
  readonly isExact: boolean;
  /** Enough speaks for it to ask a person: not a verb alone, and not what another role does. */
  readonly isAskable: boolean;
  /** All of its words, with the same verb and nobody else doing it: it is told a second time. */
  readonly isRepeat: boolean;
}

export interface RatingOptions {
  /** How near two names are in meaning, 0 to 1, from outside: one similarity more, and never the only reason to join. */
  readonly similarity01?: ((told: string, logged: string) => number) | undefined;
}

interface Rating<Logged> extends RatingOptions {
  /** What is matched already: the rest must fit in between. */
  readonly sure: ReadonlyMap<ToldActivity, Logged>;
}

const SAME_ROLE_BONUS = 0.1;
const OTHER_ROLE_MALUS = 0.3;
const ARTIFACT_BONUS = 0.05;
const PLACE_BONUS = 0.08;
/** Names so alike that even another role may do the same. */
const NEARLY_THE_SAME = 0.75;

/** One row for each told activity, with a pair for each logged one that has anything in common with it. */
export function ratePairs<Logged extends LoggedActivity>(
  told: readonly ToldActivity[],
  logged: readonly Logged[],
  { similarity01, sure }: Rating<Logged>,
): Rated<Logged>[][] {
  const names = new Map(logged.map((other) => [other, readName(other.label)]));
  const toldNames = told.map((one) => [...new Set([one.label, ...one.steps.map(({ label }) => label)])].map(readTold));
  const weightOf = weighNames([...toldNames.flatMap(([name]) => name ?? []), ...names.values()]);
  return told.map((one, at) =>
    logged.flatMap((other): Rated<Logged>[] => {
      const target = names.get(other)!;
      const near = similarity01?.(one.label, other.label) ?? 0;
      const words = Math.max(...toldNames[at]!.map((name) => nameLikeness01(name, target, weightOf)));
      const alike = Math.max(words, (words + near) / 2);
      if (alike === 0) return [];
      const role = roleBonus(one.roles, other.roles);
      const likeness = alike + role + artifactBonus(one, target) + placeBonus(one, other, sure);
      const isSameThing = toldNames[at]!.some((name) => sharesThing(name, target));
      const again = toldNames[at]!.some((name) => saysAgain(name, target));
      return [
        {
          one,
          other,
          likeness,
          isExact: words >= 1 && role >= 0,
          isAskable: role < 0 ? words >= NEARLY_THE_SAME : role > 0 || isSameThing || near > 0,
          isRepeat: again && role >= 0,
        },
      ];
    }),
  );
}

/** "Send contract to customer" says all of "send contract". */
const saysAgain = (name: ActivityName, { verbStem, stems }: ActivityName): boolean =>
  verbStem !== undefined &&
  name.verbStem === verbStem &&
  stems.length > 1 &&
  stems.every((stem) => name.stems.includes(stem));

function roleBonus(told: readonly string[], logged: readonly string[]): number {
  if (told.length === 0 || logged.length === 0) return 0;
  return told.some((role) => logged.some((other) => role === other || roleLikeness01(role, other) >= SAME_ROLE))
    ? SAME_ROLE_BONUS
    : -OTHER_ROLE_MALUS;
}

function artifactBonus({ steps }: ToldActivity, { stems }: ActivityName): number {
  const isNamed = steps.some(
    ({ artifact }) => artifact !== null && readName(artifact).stems.some((stem) => stems.includes(stem)),
  );
  return isNamed ? ARTIFACT_BONUS : 0;
}

/** Told before what the log has before it, and after what it has after it: more; the other way round: less. */
function placeBonus<Logged extends LoggedActivity>(
  one: ToldActivity,
  other: Logged,
  sure: ReadonlyMap<ToldActivity, Logged>,
): number {
  const { place01 } = other;
  if (place01 === undefined) return 0;
  const fits = [...sure].flatMap(([anchor, known]) => {
    const step = one.steps[0];
    const beside = anchor.steps.find(({ recordingId }) => recordingId === step?.recordingId);
    if (!step || !beside || known.place01 === undefined || known === other || beside.order === step.order) return [];
    return [Math.sign(step.order - beside.order) * Math.sign(place01 - known.place01)];
  });
  if (fits.length === 0) return 0;
  return PLACE_BONUS * (fits.reduce((sum, fit) => sum + fit, 0) / fits.length);
}
