// In: the row of symbols of a question. Out: which activities it wants done, not done, or done twice, whom and which
// periods it names, and what is left of its operators.
import type { Operator } from './operators.ts';
import type { Symbol } from './read-symbols.ts';

export interface SceneActivity {
  readonly name: string;
  readonly negated: boolean;
  readonly twice: boolean;
  /** Just one time in a case. */
  readonly single: boolean;
  /** The operator before it. */
  readonly lead: Operator | null;
  /** In the row. */
  readonly at: number;
}

export interface SceneName {
  readonly name: string;
  /** The operator right before it. */
  readonly lead: Operator | null;
  readonly at: number;
}

export interface Scene {
  readonly activities: readonly SceneActivity[];
  readonly persons: readonly SceneName[];
  readonly roles: readonly SceneName[];
  readonly periods: readonly { readonly fromMs: number; readonly toMs: number }[];
  readonly overMs: number | undefined;
  readonly underMs: number | undefined;
  /** Those that are not used up by the above. */
  readonly operators: readonly Operator[];
  /** Systems, documents and numbers: nothing is asked of cases by them. */
  readonly others: number;
  readonly hasCase: boolean;
}

/** They hold others together and ask for nothing. */
const NEUTRAL: ReadonlySet<Operator> = new Set<Operator>([
  'with',
  'by',
  'to',
  'from',
  'and',
  'average',
  'once',
  'then',
]);
const isNeutral = (symbol: Symbol | undefined): boolean =>
  symbol?.is === 'case' || (symbol?.is === 'operator' && NEUTRAL.has(symbol.operator));
const isOperator = (symbol: Symbol | undefined, ...of: Operator[]): boolean =>
  symbol?.is === 'operator' && of.includes(symbol.operator);

export function readScene(row: readonly Symbol[]): Scene {
  const used = new Set<number>();
  const activities = row.flatMap((symbol, at): SceneActivity[] => {
    if (symbol.is !== 'name' || symbol.kind !== 'activity') return [];
    const before = stepOver(row, at, -1, 'all');
    const after = stepOver(row, at, 1);
    const isDenied = isOperator(row[before], 'not', 'skip') && !used.has(before);
    // "Closed without any assessment": what is denied comes after.
    const isOfNext = isName(row[stepOver(row, after, 1, 'all')]);
    const isSkipped = isOperator(row[after], 'skip') || (isOperator(row[after], 'not') && !isOfNext);
    if (isDenied) used.add(before);
    if (isSkipped) used.add(after);
    const again = [after, before].find((each) => isOperator(row[each], 'twice'));
    if (again !== undefined) used.add(again);
    const alone = [after, before].find((each) => isOperator(row[each], 'single'));
    if (alone !== undefined) used.add(alone);
    const lead = row[before];
    return [
      {
        name: symbol.name,
        negated: symbol.negated || isDenied || isSkipped,
        twice: again !== undefined,
        single: alone !== undefined,
        lead: lead?.is === 'operator' ? lead.operator : null,
        at,
      },
    ];
  });
  const limits = readLimits(row, used);
  const named = (kind: 'person' | 'role'): SceneName[] =>
    row.flatMap((symbol, at) => {
      if (symbol.is !== 'name' || symbol.kind !== kind) return [];
      const lead = row[at - 1];
      return [{ name: symbol.name, lead: lead?.is === 'operator' ? lead.operator : null, at }];
    });
  return {
    activities,
    persons: named('person'),
    roles: named('role'),
    periods: row.flatMap((symbol) => (symbol.is === 'period' ? [symbol] : [])),
    ...limits,
    operators: row.flatMap((symbol, at) => (symbol.is === 'operator' && !used.has(at) ? [symbol.operator] : [])),
    others: row.filter(
      (symbol, at) =>
        !used.has(at) &&
        (symbol.is === 'number' || (symbol.is === 'name' && /^(?:system|artifact)$/.test(symbol.kind))),
    ).length,
    hasCase: row.some(({ is }) => is === 'case'),
  };
}

const isName = (symbol: Symbol | undefined): boolean => symbol?.is === 'name';

/** The next symbol that is not neutral, and none of these. */
function stepOver(row: readonly Symbol[], from: number, by: 1 | -1, ...also: Operator[]): number {
  let at = from + by;
  while (isNeutral(row[at]) || isOperator(row[at], ...also)) at += by;
  return at;
}

/** "Longer than three days", "under a week". */
function readLimits(
  row: readonly Symbol[],
  used: Set<number>,
): { overMs: number | undefined; underMs: number | undefined } {
  let [overMs, underMs]: (number | undefined)[] = [];
  for (const [at, symbol] of row.entries()) {
    if (symbol.is !== 'number' || symbol.unitMs === null) continue;
    const before = isOperator(row[at - 1], 'than') ? at - 2 : at - 1;
    const isOver = isOperator(row[before], 'more', 'long');
    if (!isOver && !isOperator(row[before], 'less', 'fast')) continue;
    if (isOver) overMs = symbol.value * symbol.unitMs;
    else underMs = symbol.value * symbol.unitMs;
    for (let each = before; each <= at; each += 1) used.add(each);
  }
  return { overMs, underMs };
}
