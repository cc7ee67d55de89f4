// Which steps people tell are the same doing as which activity of an event log, and of which somebody must be asked.
import type { Step } from '../domain/extraction.ts';
import { assignPairs } from '../lib/assignment.ts';
import { type Rated, ratePairs, type RatingOptions } from './rate-pairs.ts';
import { compareText } from './tallies.ts';

export interface LoggedActivity {
  readonly label: string;
  /** Empty where the log names no roles. */
  readonly roles: readonly string[];
  /** Where in its cases it happens: 0 first, 1 last; undefined when that is not known. */
  readonly place01?: number | undefined;
}

export interface ToldActivity {
  readonly label: string;
  readonly steps: readonly Step[];
  /** Covered roles (see role-book) of those who do it. */
  readonly roles: readonly string[];
}

export interface LogMatches<Logged> {
  readonly sure: ReadonlyMap<ToldActivity, Logged>;
  /** What may be an activity of the log, the likeliest first, each with its likeliest candidates, at most three. */
  readonly doubts: readonly { readonly told: ToldActivity; readonly candidates: readonly Logged[] }[];
}

export interface MatchOptions<Logged> extends RatingOptions {
  /** What people said about a pair; undefined where nobody did. */
  readonly said?: (told: ToldActivity, logged: Logged) => 'same' | 'apart' | undefined;
}

/** From here on a pair is joined, if no other is about as good. */
const SURE = 0.62;
/** From here on a pair is worth a question. */
const MAYBE = 0.38;
/** How much better than the next best a pair must be to be joined. */
const CLEAR_MARGIN = 0.08;
/** A candidate that is so much worse than the best is none. */
const FAR_BEHIND = 0.2;
const MOST_CANDIDATES = 3;

/**
 * A global one-to-one assignment over how alike names, roles, artifacts and places are; a second told activity joins
 * the same logged one when it says the same words again, or when somebody else tells it. What is less than clear is
 * left apart, with its candidates. People's word goes before all of it.
 */
export function matchLog<Logged extends LoggedActivity>(
  told: readonly ToldActivity[],
  logged: readonly Logged[],
  { said = () => undefined, ...rating }: MatchOptions<Logged> = {},
): LogMatches<Logged> {
  const sure = new Map<ToldActivity, Logged>();
  for (const one of told) {
    const other = logged.find((each) => said(one, each) === 'same');
    if (other) sure.set(one, other);
  }
  const open = told.filter((one) => !sure.has(one));
  const rate = (): Rated<Logged>[][] =>
    ratePairs(open, logged, { ...rating, sure }).map((row) =>
      row.filter((pair) => said(pair.one, pair.other) !== 'apart'),
    );
  // What is sure says where in the process the rest must be, so the rest is rated again.
  join(rate(), sure);
  const rated = rate();
  join(rated, sure);
  const doubts = rated.filter(([pair]) => pair && !sure.has(pair.one)).flatMap((row) => listDoubt(row, sure));
  return { sure, doubts: doubts.toSorted((a, b) => b.likeness - a.likeness) };
}

type Sure<Logged> = Map<ToldActivity, Logged>;

/** Adds the pairs that are clear, the best first. */
function join<Logged extends LoggedActivity>(rated: readonly Rated<Logged>[][], sure: Sure<Logged>): void {
  const rows = rated.filter(([pair]) => pair && !sure.has(pair.one));
  const others = [...new Set(rows.flatMap((row) => row.map(({ other }) => other)))];
  const columnOf = new Map(others.map((other, column) => [other, column]));
  const weights = rows.map((row) => {
    const weight = others.map(() => 0);
    for (const { other, likeness } of row) weight[columnOf.get(other)!] = Math.max(0, likeness);
    return weight;
  });
  const assigned = new Map(assignPairs(weights));
  const pairs = rows.flatMap((row, at) => row.filter(({ other }) => columnOf.get(other) === assigned.get(at)));
  for (const pair of pairs.sort(bestFirst)) if (isClear(pair, rated, sure)) sure.set(pair.one, pair.other);
  // Told once more: by the same person in the same words, or by somebody else.
  for (const row of rows) {
    const [best] = row.toSorted(bestFirst);
    if (best && !sure.has(best.one) && isClear(best, rated, sure)) sure.set(best.one, best.other);
  }
}

const bestFirst = (a: Rated<LoggedActivity>, b: Rated<LoggedActivity>): number =>
  b.likeness - a.likeness || compareText(a.one.label, b.one.label) || compareText(a.other.label, b.other.label);

function isClear<Logged extends LoggedActivity>(
  pair: Rated<Logged>,
  rated: readonly Rated<Logged>[][],
  sure: Sure<Logged>,
): boolean {
  if (pair.likeness < SURE) return false;
  const tellers = [...sure].filter(([, other]) => other === pair.other).map(([one]) => one);
  if (tellers.length > 0 && !pair.isRepeat && tellers.some((one) => sharesRecording(one, pair.one))) return false;
  // What is told already as another activity is no rival any more.
  const isTaken = (other: Logged): boolean => [...sure.values()].includes(other) && other !== pair.other;
  const own = rated.find(([first]) => first?.one === pair.one) ?? [];
  const rivals = [
    ...own.filter(({ other }) => other !== pair.other && !isTaken(other)),
    ...rated
      .flat()
      .filter(({ one, other, isRepeat }) => other === pair.other && one !== pair.one && !sure.has(one) && !isRepeat),
  ];
  return pair.isExact || rivals.every(({ likeness }) => pair.likeness - likeness >= CLEAR_MARGIN);
}

function listDoubt<Logged extends LoggedActivity>(row: readonly Rated<Logged>[], sure: Sure<Logged>) {
  const told = row[0]!.one;
  const isTold = (other: Logged): boolean =>
    [...sure].some(([one, each]) => each === other && sharesRecording(one, told));
  // One person seldom tells one doing twice in different words.
  const ranked = row
    .filter(({ other, isRepeat, isAskable }) => isAskable && (isRepeat || !isTold(other)))
    .toSorted(bestFirst);
  const best = ranked[0]?.likeness ?? 0;
  const candidates = ranked
    .filter(({ likeness }) => likeness >= MAYBE && best - likeness <= FAR_BEHIND)
    .slice(0, MOST_CANDIDATES)
    .map(({ other }) => other);
  return candidates.length > 0 ? [{ told, candidates, likeness: best }] : [];
}

const sharesRecording = (one: ToldActivity, other: ToldActivity): boolean =>
  one.steps.some(({ recordingId }) => other.steps.some((step) => step.recordingId === recordingId));
