// In: the scene that a question sets. Out: what its operators ask, and what the rest of it says of the cases.
import { ANY_CASE, type CaseWish } from '../../tools/select-cases.ts';
import type { Operator } from './operators.ts';
import type { Doer, Query } from './query.ts';
import type { Scene } from './read-scene.ts';

export interface ReadQuery {
  readonly query: Query;
  /** Whether it puts several things together, as no kind of question does. */
  readonly isComposed: boolean;
}

/** Whether what is left of the operators is among these; those that only hold others together always may be there. */
export const onlyAsks = ({ operators }: Scene, ...allowed: Operator[]): boolean =>
  operators.every((each) => HOLDING.has(each) || allowed.includes(each));
export const asks = ({ operators }: Scene, ...any: Operator[]): boolean => operators.some((each) => any.includes(each));
const HOLDING: ReadonlySet<Operator> = new Set<Operator>([
  'with',
  'by',
  'to',
  'from',
  'and',
  'average',
  'once',
  'then',
]);

/** What the activities, people and periods say of the cases; activities at `except` have another part. */
export function wishOf(
  scene: Scene,
  { except = [], doers = true }: { except?: readonly number[]; doers?: boolean } = {},
): CaseWish {
  const { activities, persons, roles, periods, overMs, underMs } = scene;
  const named = activities.filter(({ at }) => !except.includes(at));
  const [period] = periods;
  return {
    ...ANY_CASE,
    has: named.flatMap(({ name, negated, twice, single }) => (negated || twice || single ? [] : [name])),
    lacks: named.flatMap(({ name, negated }) => (negated ? [name] : [])),
    twice: named.flatMap(({ name, negated, twice }) => (twice && !negated ? [name] : [])),
    single: named.flatMap(({ name, negated, single }) => (single && !negated ? [name] : [])),
    person: doers ? persons[0]?.name : undefined,
    role: doers ? roles.find(({ lead }) => lead !== 'to')?.name : undefined,
    fromMs: period?.fromMs,
    toMs: period?.toMs,
    overMs,
    underMs,
  };
}

export const doerOf = ({ persons, roles }: Scene): Doer => ({
  person: persons[0]?.name,
  role: roles.find(({ lead }) => lead !== 'to')?.name,
});
