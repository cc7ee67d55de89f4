// Plays cases through the claim process with a seed, and counts them the way mining would.
import type { Durations } from '../../src/domain/graph.ts';
import { CLAIM_ACTIVITIES, type ClaimActivity } from './claim-process.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export interface SimulatedLog {
  readonly cases: number;
  readonly events: number;
  readonly cycle: Durations;
  readonly activities: readonly {
    row: ClaimActivity;
    count: number;
    cases: number;
    reworkCases: number;
    processing: Durations;
  }[];
  readonly transitions: readonly { source: string; target: string; count: number; wait: Durations }[];
  readonly start: readonly { label: string; count: number }[];
  readonly end: readonly { label: string; count: number }[];
  readonly variants: { readonly count: number; readonly top: readonly { labels: readonly string[]; count: number }[] };
}

/** Same seed, same log. */
export function simulateClaims(cases: number, seed: number): SimulatedLog {
  const random = makeRandom(seed);
  const rows = new Map(CLAIM_ACTIVITIES.map((row) => [row.label, row]));
  const traces = Array.from({ length: cases }, () => playCase(rows, random));
  const paths = [...Map.groupBy(traces, (trace) => trace.map(({ label }) => label).join('>'))]
    .map(([path, same]) => ({ labels: path.split('>'), count: same.length }))
    .sort((a, b) => b.count - a.count);
  return {
    cases,
    events: traces.reduce((sum, trace) => sum + trace.length, 0),
    cycle: summarize(traces.map((trace) => (trace.at(-1)?.endMs ?? 0) - (trace[0]?.startMs ?? 0))),
    activities: CLAIM_ACTIVITIES.flatMap((row) => countActivity(row, traces)),
    transitions: countTransitions(traces),
    start: tally(traces.map((trace) => trace[0]?.label ?? '')),
    end: tally(traces.map((trace) => trace.at(-1)?.label ?? '')),
    variants: { count: paths.length, top: paths.slice(0, 12) },
  };
}

interface Doing {
  readonly label: string;
  readonly startMs: number;
  readonly endMs: number;
}

function playCase(rows: ReadonlyMap<string, ClaimActivity>, random: () => number): Doing[] {
  const trace: Doing[] = [];
  let row = rows.get('receive claim notice');
  let nowMs = 0;
  while (row && trace.length < 80) {
    const endMs = nowMs + row.minutes * MINUTE * spread(random);
    trace.push({ label: row.label, startMs: nowMs, endMs });
    const way = choose(row.next, random);
    if (!way) break;
    nowMs = endMs + way[2] * HOUR * spread(random);
    row = rows.get(way[0]);
  }
  return trace;
}

function choose(ways: ClaimActivity['next'], random: () => number): ClaimActivity['next'][number] | undefined {
  let left = random() * ways.reduce((sum, way) => sum + way[1], 0);
  return ways.find((way) => {
    left -= way[1];
    return left <= 0;
  });
}

// Long-tailed, as waiting is: mean near 1.
const spread = (random: () => number): number => -Math.log(1 - random() * 0.999) * 0.8 + 0.2;

function countActivity(row: ClaimActivity, traces: readonly Doing[][]): SimulatedLog['activities'][number][] {
  const perCase = traces
    .map((trace) => trace.filter(({ label }) => label === row.label))
    .filter((own) => own.length > 0);
  const doings = perCase.flat();
  if (doings.length === 0) return [];
  return [
    {
      row,
      count: doings.length,
      cases: perCase.length,
      reworkCases: perCase.filter((own) => own.length > 1).length,
      processing: summarize(doings.map(({ startMs, endMs }) => endMs - startMs)),
    },
  ];
}

function countTransitions(traces: readonly Doing[][]): SimulatedLog['transitions'] {
  const pairs = traces.flatMap((trace) =>
    trace.slice(1).flatMap((after, index) => {
      const before = trace[index];
      return before ? [{ source: before.label, target: after.label, waitMs: after.startMs - before.endMs }] : [];
    }),
  );
  return [...Map.groupBy(pairs, ({ source, target }) => `${source}>${target}`).values()].map((same) => ({
    source: same[0]?.source ?? '',
    target: same[0]?.target ?? '',
    count: same.length,
    wait: summarize(same.map(({ waitMs }) => waitMs)),
  }));
}

const tally = (labels: readonly string[]): { label: string; count: number }[] =>
  [...Map.groupBy(labels, (label) => label)].map(([label, same]) => ({ label, count: same.length }));

function summarize(values: readonly number[]): Durations {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  const sumMs = Math.round(values.reduce((sum, value) => sum + value, 0));
  return {
    n: values.length,
    sumMs,
    meanMs: sumMs / values.length,
    medianMs: at(0.5),
    minMs: at(0),
    maxMs: at(1),
    p90Ms: at(0.9),
  };
}

/** Mulberry32. */
export function makeRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
