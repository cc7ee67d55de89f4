// In: the stored logs of a process, and which cases. Out: how they perform, and the spectrum of one way. In the worker.
import type { LogSlice } from '../../domain/comparison.ts';
import { MirrorError } from '../../domain/errors.ts';
import type { Activity, Transition } from '../../domain/graph.ts';
import type { ActivityId, TransitionId } from '../../domain/ids.ts';
import type { Passing, Performance, Period, Spectrum } from '../../domain/performance.ts';
import { allDurations } from '../../graph/mine-durations.ts';
import { binSpectrum, mineSpectrum, tellQuarters } from '../../graph/mine-spectrum.ts';
import { joinLogs, type JoinedLogs } from '../../graph/performance/join-logs.ts';
import { minePerformance } from '../../graph/performance/mine-performance.ts';
import { describePerformance } from '../../insights/performance/describe-performance.ts';
import { filterStored, type StoredProcess } from './measure-side.ts';

interface Looked {
  readonly stored: StoredProcess;
  readonly slice: LogSlice | undefined;
  /** The cases in words. */
  readonly scope: string;
}

export interface PerformanceInput extends Looked {
  /** Of the process as it is on the map. */
  readonly present: { readonly activities: readonly Activity[]; readonly transitions: readonly Transition[] };
  readonly period: Period | undefined;
  /** Of each list, how many entries at most. */
  readonly limit: number;
}

/** @throws performance/no-log, performance/empty */
export function measurePerformance({ present, period, limit, ...looked }: PerformanceInput): Performance {
  const joined = joinStored(looked);
  return describePerformance(minePerformance(joined, { period }), joined, {
    process: looked.stored.process.name,
    scope: looked.scope,
    ...openMap(present),
    limit,
  });
}

function openMap({ activities, transitions }: PerformanceInput['present']) {
  const idOf = new Map<string, ActivityId>(activities.map(({ id, label }) => [label, id]));
  const wayOf = new Map<string, TransitionId>(transitions.map(({ id, source, target }) => [`${source} ${target}`, id]));
  return {
    findActivity: (label: string) => idOf.get(label),
    findTransition: (source: string, target: string) => wayOf.get(`${idOf.get(source)} ${idOf.get(target)}`),
  };
}

export interface SpectrumInput extends Looked {
  /** Labels, as the map has them. */
  readonly source: string;
  readonly target: string;
  readonly bins: number;
  /** How many passings at most. */
  readonly limit: number;
}

/** @throws performance/no-log, performance/empty, performance/no-way */
export function measureSpectrum({ source, target, bins, limit, ...looked }: SpectrumInput): Spectrum {
  const joined = joinStored(looked);
  const places = { source: joined.activities.indexOf(source), target: joined.activities.indexOf(target) };
  const mined = mineSpectrum(joined.instances, places);
  const n = mined.fromMs.length;
  if (n === 0) throw new MirrorError('performance/no-way', { data: { source, target } });
  const { durationsMs, quartilesMs, quarterOf } = tellQuarters(mined);
  const wait = allDurations(durationsMs)!; // there is one at least
  return {
    schema: 'mirror-spectrum/1',
    process: looked.stored.process.name,
    scope: looked.scope,
    source,
    target,
    wait,
    quartilesMs,
    fromMs: mined.fromMs[0]!,
    toMs: mined.toMs.reduce((last, ms) => Math.max(last, ms)),
    bins: binSpectrum(mined, bins),
    passings: spread(n, limit).map((at) => toPassing(at)),
  };

  function toPassing(at: number): Passing {
    const place = mined.placeOf[at]!;
    return {
      fromMs: mined.fromMs[at]!,
      toMs: mined.toMs[at]!,
      quarter: quarterOf[at]!,
      case: joined.caseAt(place),
      evidence: joined.cite([place])[0]!, // a place is in one log
    };
  }
}

/** Numbers below `n`, at most `limit`, evenly apart. */
const spread = (n: number, limit: number): number[] =>
  Array.from({ length: Math.min(n, limit) }, (_, at) => Math.floor((at * n) / Math.min(n, limit)));

function joinStored({ stored, slice, scope }: Looked): JoinedLogs {
  if (stored.logs.length === 0) throw new MirrorError('performance/no-log', { data: { name: stored.process.name } });
  const parts = filterStored(stored, slice).map(({ log, filtered }) => ({ logId: log.id, filtered }));
  if (parts.every(({ filtered }) => filtered.cases === 0)) {
    throw new MirrorError('performance/empty', { data: { scope } });
  }
  return joinLogs(parts);
}
