// In: conditions on cases. Out: the cases that meet them all, and the conditions in words.
import { quote } from '../../insights/say.ts';
import { sayDuration } from '../../insights/say.ts';
import type { CaseRows, CaseStep } from './case-rows.ts';

/** A case meets it as a whole or not at all. */
export interface CaseWish {
  /** Each of these activities is done in it. */
  readonly has: readonly string[];
  /** None of these is. */
  readonly lacks: readonly string[];
  /** Each of these is done more than once. */
  readonly twice: readonly string[];
  /** Each of these is done exactly once; of any case where left out. */
  readonly single?: readonly string[] | undefined;
  /** At work in it. */
  readonly person?: string | undefined;
  readonly role?: string | undefined;
  /** First event at or after, and before; milliseconds since 1970 (UTC). */
  readonly fromMs?: number | undefined;
  readonly toMs?: number | undefined;
  /** From first to last event. */
  readonly overMs?: number | undefined;
  readonly underMs?: number | undefined;
  /** The first of these is over before the other one is done for the first time. */
  readonly inOrder?: readonly [string, string] | undefined;
}

export const ANY_CASE: CaseWish = { has: [], lacks: [], twice: [] };

export const selectCases = (cases: readonly CaseRows[], wish: CaseWish): readonly CaseRows[] =>
  cases.filter((each) => meets(each, wish));

function meets({ steps, startMs, endMs }: CaseRows, wish: CaseWish): boolean {
  const times = (label: string): number => steps.reduce((sum, step) => sum + (step.label === label ? 1 : 0), 0);
  const took = endMs - startMs;
  return (
    startMs >= (wish.fromMs ?? Number.NEGATIVE_INFINITY) &&
    startMs < (wish.toMs ?? Number.POSITIVE_INFINITY) &&
    took > (wish.overMs ?? Number.NEGATIVE_INFINITY) &&
    took < (wish.underMs ?? Number.POSITIVE_INFINITY) &&
    wish.has.every((label) => times(label) > 0) &&
    wish.lacks.every((label) => times(label) === 0) &&
    wish.twice.every((label) => times(label) > 1) &&
    (wish.single ?? []).every((label) => times(label) === 1) &&
    (wish.person === undefined || steps.some(({ person }) => person === wish.person)) &&
    (wish.role === undefined || steps.some(({ role }) => role === wish.role)) &&
    (wish.inOrder === undefined || isInOrder(steps, wish.inOrder))
  );
}

export function isInOrder(steps: readonly CaseStep[], [first, then]: readonly [string, string]): boolean {
  const [one, other] = [first, then].map((label) => steps.findIndex((step) => step.label === label));
  return one! >= 0 && other! >= 0 && one! < other!;
}

const DAY = 86_400_000;
const sayDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** "with “A”, without “B”, that start from 2026-02-01 to 2026-02-28"; empty where there is no condition. */
export function sayWish(wish: CaseWish): string {
  const { fromMs, toMs, inOrder } = wish;
  return [
    wish.has.length > 0 && `with ${wish.has.map(quote).join(' and ')}`,
    wish.twice.length > 0 && `with ${wish.twice.map(quote).join(' and ')} more than once`,
    (wish.single ?? []).length > 0 && `with ${wish.single!.map(quote).join(' and ')} exactly once`,
    wish.lacks.length > 0 && `without ${wish.lacks.map(quote).join(' and ')}`,
    wish.person !== undefined && `with ${wish.person} at work`,
    wish.role !== undefined && `with role ${quote(wish.role)}`,
    (fromMs !== undefined || toMs !== undefined) &&
      `that start${fromMs === undefined ? '' : ` from ${sayDay(fromMs)}`}${toMs === undefined ? '' : ` to ${sayDay(toMs - DAY)}`}`,
    wish.overMs !== undefined && `that took longer than ${sayDuration(wish.overMs)}`,
    wish.underMs !== undefined && `that took less than ${sayDuration(wish.underMs)}`,
    inOrder !== undefined && `with ${quote(inOrder[0])} before ${quote(inOrder[1])}`,
  ]
    .filter((each) => typeof each === 'string')
    .join(', ');
}
