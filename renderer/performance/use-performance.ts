// What the screen of a process's performance asks the core.
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import type { ProcessId } from '../../src/domain/ids.ts';
import type { Period } from '../../src/domain/performance.ts';
import { useMirror } from '../use-mirror.ts';

/** Undefined asks for nothing: without a log there is nothing to know. */
export const usePerformance = (processId: ProcessId | undefined, period: Period | undefined) =>
  useQuery({
    ...useMirror().performance.measure.queryOptions({
      input: processId ? { processId, limit: LISTED, ...(period && { period }) } : skipToken,
    }),
    placeholderData: keepPreviousData,
  });

/** Of each list; more than this nobody reads through. */
const LISTED = 200;

export interface Way {
  readonly source: string;
  readonly target: string;
}

export const useSpectrum = (processId: ProcessId, { source, target }: Way) =>
  useQuery({
    ...useMirror().performance.spectrum.queryOptions({ input: { processId, source, target, bins: 120, limit: DRAWN } }),
    placeholderData: keepPreviousData,
  });

/** Lines on screen: with more, the newest hide the others. */
const DRAWN = 1200;
