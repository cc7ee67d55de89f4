// From when to when the logs of a process go.
import type { AnswerLog } from '../answer-input.ts';
import { keepFor } from '../../lib/keep-for.ts';
import type { LogTimes } from './read-period.ts';

/** Undefined where no columns are there. */
export const timesOf = keepFor((logs: readonly AnswerLog[]): LogTimes | undefined => {
  let [fromMs, toMs] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { columns } of logs) {
    for (const ms of columns?.endMs ?? []) {
      if (ms < fromMs) fromMs = ms;
      if (ms > toMs) toMs = ms;
    }
  }
  return fromMs <= toMs ? { fromMs, toMs } : undefined;
});
