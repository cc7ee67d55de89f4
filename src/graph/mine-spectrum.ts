// In: the instances of one log. Out: every single passing of one segment, by time, and the same in bins to draw.
import type { SpectrumBin } from '../domain/performance.ts';
import type { InstanceColumns } from './mine-instances.ts';

/** Passings of the segment from one activity to the next, in order of their starts: nothing is averaged away. */
export interface MinedSpectrum {
  /** The end of the source, and the start of the target; never before it. */
  readonly fromMs: Float64Array;
  readonly toMs: Float64Array;
  /** The place of each target among the instances. */
  readonly placeOf: Int32Array;
}

/** The performance spectrum of one segment (Denisov, Fahland, van der Aalst 2018). */
export function mineSpectrum(
  { length, caseOf, activityOf, startMs, endMs }: InstanceColumns,
  { source, target }: { source: number; target: number },
): MinedSpectrum {
  const targets: number[] = [];
  for (let at = 1; at < length; at += 1) {
    if (activityOf[at] !== target || activityOf[at - 1] !== source || caseOf[at] !== caseOf[at - 1]) continue;
    targets.push(at);
  }
  targets.sort((a, b) => endMs[a - 1]! - endMs[b - 1]! || startMs[a]! - startMs[b]! || a - b);
  return {
    fromMs: Float64Array.from(targets, (at) => endMs[at - 1]!),
    toMs: Float64Array.from(targets, (at) => Math.max(startMs[at]!, endMs[at - 1]!)),
    placeOf: Int32Array.from(targets),
  };
}

/** Equal parts of the time from the first start to the last end. The quarters are those of the whole segment. */
export function binSpectrum({ fromMs, toMs }: Pick<MinedSpectrum, 'fromMs' | 'toMs'>, bins: number): SpectrumBin[] {
  if (fromMs.length === 0) return [];
  const firstMs = fromMs[0]!;
  const lastMs = toMs.reduce((last, ms) => Math.max(last, ms), firstMs);
  const widthMs = Math.max(1, (lastMs - firstMs) / bins);
  const { quarterOf } = tellQuarters({ fromMs, toMs });
  const started = Array.from({ length: bins }, startCounts);
  const pending = Array.from({ length: bins }, startCounts);
  fromMs.forEach((ms, at) => {
    const first = Math.min(bins - 1, Math.floor((ms - firstMs) / widthMs));
    started[first]![quarterOf[at]!]! += 1;
    for (let bin = first + 1; bin < bins && firstMs + bin * widthMs < toMs[at]!; bin += 1) {
      pending[bin]![quarterOf[at]!]! += 1;
    }
  });
  return started.map((counts, bin) => ({ fromMs: firstMs + bin * widthMs, started: counts, pending: pending[bin]! }));
}

const startCounts = (): [number, number, number, number] => [0, 0, 0, 0];

/** 0 to 3: by how many of the three quartiles a passing takes longer than. There must be at least one. */
export function tellQuarters({ fromMs, toMs }: Pick<MinedSpectrum, 'fromMs' | 'toMs'>) {
  const durationsMs = toMs.map((ms, at) => ms - fromMs[at]!);
  const sorted = durationsMs.toSorted();
  const limit = (quarter: number): number => sorted[Math.ceil((sorted.length * quarter) / 4) - 1]!;
  const [first, second, third] = [limit(1), limit(2), limit(3)];
  const tell = (ms: number): number => Number(ms > first) + Number(ms > second) + Number(ms > third);
  const quartilesMs: [number, number, number] = [first, second, third];
  return { durationsMs, quartilesMs, quarterOf: Uint8Array.from(durationsMs, tell) };
}
