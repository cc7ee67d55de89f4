// Which told condition belongs to which way out of a choice.
import { type Insights, isCounted } from '../../domain/insights.ts';
import type { Selection } from './main-behaviour.ts';
import { type Way, wayKey } from './units.ts';

export interface ToldCondition {
  readonly findingId: string;
  readonly words: string;
  readonly question: string;
  readonly note: string | null;
}

export interface PlacedConditions {
  /** By wayKey. */
  readonly ofWay: ReadonlyMap<string, ToldCondition>;
  /** Decisions and exceptions that stand on a way. */
  readonly placed: ReadonlySet<string>;
}

interface Branch extends ToldCondition {
  readonly then: readonly string[];
}

/**
 * A condition stands on a way out of a choice when people tell this way, or when it is the only way to what is done
 * then. Anything else would be a guess at which of several choices was meant.
 */
export function placeConditions({ units, ways, whole }: Selection, insights: Insights): PlacedConditions {
  const unitOf = new Map<string, string>(
    units.flatMap(({ id, branches }) => branches.flat().map((one) => [one.id, id])),
  );
  const leaving = Map.groupBy(ways, ({ source }) => source);
  const arriving = Map.groupBy(ways, ({ target }) => target);
  const isChoice = ({ source }: Way): boolean => leaving.get(source)!.length > 1;
  const isTold = ({ transitions }: Way): boolean => transitions.some(({ sources }) => sources.recordings > 0);
  const ofWay = new Map<string, ToldCondition>();
  const placed = new Set<string>();
  for (const { then, ...told } of listBranches(insights)) {
    const way = then
      .flatMap((activity) => unitOf.get(activity) ?? [])
      .flatMap((unit) => {
        const candidates = (arriving.get(unit) ?? []).filter((one) => isChoice(one) && one.source !== unit);
        const meant = candidates.filter(isTold);
        return meant.length > 0 || whole.filter(({ target }) => target === unit).length > 1 ? meant : candidates;
      })
      .find((one) => !ofWay.has(wayKey(one)));
    if (!way) continue;
    ofWay.set(wayKey(way), told);
    placed.add(told.findingId);
  }
  return { ofWay, placed };
}

function listBranches({ decisions, exceptions }: Insights): Branch[] {
  const fromDecisions = decisions
    .filter(isCounted)
    .flatMap(({ id, question, branches }) =>
      branches.map(({ condition, then, note }) => ({ findingId: id, words: condition, question, note, then })),
    );
  const fromExceptions = exceptions.filter(isCounted).map(({ id, label, handling, activityIds }) => ({
    findingId: id,
    words: label,
    question: '',
    note: handling,
    then: activityIds,
  }));
  return [...fromDecisions, ...fromExceptions];
}
