// In: cases and who does what in them. Out: how long it takes them, how long is waited for them, and words for who they are.
import type { Durations } from '../../../domain/graph.ts';
import { allDurations } from '../../../graph/mine-durations.ts';
import type { CaseRows, CaseStep } from '../../tools/case-rows.ts';
import type { Doer } from './query.ts';

export const isBy =
  ({ person, role }: Doer) =>
  (step: CaseStep): boolean =>
    (person === undefined || step.person === person) && (role === undefined || step.role === role);

export const spreadOf = (times: readonly number[]): Durations | null => allDurations(Float64Array.from(times));

/** " of cases without “A”", and nothing where all are asked of. */
export const ofThem = (words: string): string => (words === '' ? '' : `, of cases ${words}`);

export const byWhom = ({ person, role }: Doer): string =>
  (person ?? role) === undefined ? '' : ` by ${person ?? role}`;

/** How long steps of an activity take, by whoever does them; undefined times are of steps whose beginning nothing shows. */
export const timesOf = (cases: readonly CaseRows[], activity: string, doer: Doer): number[] =>
  cases.flatMap(({ steps }) =>
    steps.flatMap((step) =>
      step.label === activity && isBy(doer)(step) && !Number.isNaN(step.startMs) ? [step.endMs - step.startMs] : [],
    ),
  );

/** From the end of the step before to the beginning of theirs, where somebody else did the step before. */
export function waitsFor(cases: readonly CaseRows[], isTheirs: (step: CaseStep) => boolean): number[] {
  return cases.flatMap(({ steps }) =>
    steps.flatMap((step, at) => {
      const before = steps[at - 1];
      if (before === undefined || !isTheirs(step) || isTheirs(before)) return [];
      return [Math.max(0, (Number.isNaN(step.startMs) ? step.endMs : step.startMs) - before.endMs)];
    }),
  );
}
