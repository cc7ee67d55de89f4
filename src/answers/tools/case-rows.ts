// The cases of the event logs with what is done in each, for questions that no figure of the graph answers.
import type { z } from 'zod';
import type { LogRef } from '../../domain/evidence.ts';
import { LIFECYCLE } from '../../domain/log.ts';
import { keepFor } from '../../lib/keep-for.ts';
import type { AnswerLog } from '../answer-input.ts';

/** An activity that was done: of a row that is complete. */
export interface CaseStep {
  readonly label: string;
  /** Milliseconds since 1970 (UTC); NaN where no row says when it was begun. */
  readonly startMs: number;
  readonly endMs: number;
  readonly person: string | null;
  readonly role: string | null;
  /** In the whole log. */
  readonly row: number;
}

/** Steps in order of time. */
export interface CaseRows {
  readonly name: string;
  readonly log: AnswerLog['log'];
  readonly steps: readonly CaseStep[];
  readonly startMs: number;
  readonly endMs: number;
}

/** Every case of every log; empty where no columns are at hand. One pass over the rows, made once. */
export const readCases = keepFor((logs: readonly AnswerLog[]): readonly CaseRows[] => logs.flatMap(readLog));

function readLog({ log, columns, rowOf }: AnswerLog): CaseRows[] {
  if (columns === null) return [];
  const { cases, caseOf, activityOf, activities, resourceOf, resources, roleOf, roles } = columns;
  const { startMs, endMs, lifecycle } = columns;
  const found: CaseRows[] = [];
  let steps: CaseStep[] = [];
  let [firstMs, lastMs] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const begun = new Map<string, number>();
  for (let row = 0; row < caseOf.length; row += 1) {
    const label = activities[activityOf[row]!]!;
    const fromMs = Number.isNaN(startMs[row]!) ? endMs[row]! : startMs[row]!;
    firstMs = Math.min(firstMs, fromMs);
    lastMs = Math.max(lastMs, endMs[row]!);
    if (lifecycle[row] === LIFECYCLE.start) begun.set(label, endMs[row]!);
    if (lifecycle[row] === LIFECYCLE.complete) {
      const began = Number.isNaN(startMs[row]!) ? (begun.get(label) ?? Number.NaN) : startMs[row]!;
      begun.delete(label);
      steps.push({
        label,
        startMs: began,
        endMs: endMs[row]!,
        person: resources[resourceOf[row]!] ?? null,
        role: roles[roleOf[row]!] ?? null,
        row: rowOf?.[row] ?? row,
      });
    }
    // Rows of a case stand together.
    if (caseOf[row + 1] === caseOf[row]) continue;
    found.push({ name: cases[caseOf[row]!] ?? '', log, steps, startMs: firstMs, endMs: lastMs });
    [steps, firstMs, lastMs] = [[], Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    begun.clear();
  }
  return found;
}

/** As many rows as anybody opens. */
const ROWS = 5;

/** Pointers at rows of these cases: at the steps that are wanted, the first of each case where none is. */
export function citeCases(
  cases: readonly CaseRows[],
  isWanted: (step: CaseStep) => boolean = () => false,
): z.infer<typeof LogRef>[] {
  return [...Map.groupBy(cases, ({ log }) => log.id)].flatMap(([logId, of]) => {
    const rows = of
      .slice(0, ROWS)
      .flatMap(({ steps }) => (steps.find(isWanted) ?? steps[0])?.row ?? [])
      .slice(0, ROWS);
    return rows.length === 0 ? [] : [{ kind: 'log' as const, logId, rows, count: of.length }];
  });
}
