// How the gallery's process performs: made up with a seed, in the shapes of the core.
import type { Performance, Period, Passing, Spectrum } from '../../src/domain/performance.ts';
import type { LogId } from '../../src/domain/ids.ts';
import type { ProcessView } from '../../src/domain/views.ts';
import { activityId, transitionId } from './fixture-ids.ts';
import { makeRandom } from './simulate-claims.ts';

const DAY = 86_400_000;
const HOUR = DAY / 24;
const FROM = Date.UTC(2026, 0, 5);
const LENGTHS = { hour: HOUR, day: DAY, week: 7 * DAY, month: 30 * DAY } as const;

const evidence = (count: number) => ({ kind: 'log' as const, logId: 'log-1' as LogId, rows: [0, 1, 2], count });

export function makeFakePerformance({ graph }: ProcessView) {
  return {
    measure: ({ period = 'week' }: { period?: Period }): Performance => {
      const random = makeRandom(11);
      const size = Math.round((38 * 7 * DAY) / LENGTHS[period]);
      let open = 0;
      const periods = Array.from({ length: size }, (_, at) => {
        const started = Math.round((random() + 0.6) * (640 / size));
        const ended = Math.min(open + started, Math.round((random() + 0.5) * (640 / size)));
        open += started - ended;
        return { fromMs: FROM + at * LENGTHS[period], started, ended, open };
      });
      return {
        schema: 'mirror-performance/1',
        process: graph.process,
        scope: 'the logs',
        cases: 640,
        instances: graph.events,
        fromMs: FROM,
        toMs: FROM + 38 * 7 * DAY,
        throughput: { period, periods },
        caseTimes: {
          cycle: {
            n: 640,
            sumMs: 640 * 10.6 * DAY,
            meanMs: 10.6 * DAY,
            medianMs: 9.9 * DAY,
            minMs: DAY,
            maxMs: 43 * DAY,
            p90Ms: 21 * DAY,
          },
          processing: {
            n: 640,
            sumMs: 4096 * HOUR,
            meanMs: 6.4 * HOUR,
            medianMs: 5.8 * HOUR,
            minMs: HOUR,
            maxMs: 22 * HOUR,
            p90Ms: 10.5 * HOUR,
          },
          waiting: {
            n: 640,
            sumMs: 640 * 9 * DAY,
            meanMs: 9 * DAY,
            medianMs: 8.1 * DAY,
            minMs: 2 * HOUR,
            maxMs: 41 * DAY,
            p90Ms: 17 * DAY,
          },
          efficiency: { n: 640, overall01: 0.031, median01: 0.028 },
        },
        cycleBars: [4, 22, 61, 88, 97, 84, 71, 58, 44, 35, 24, 17, 12, 23].map((cases, at) => ({
          fromMs: at * 2 * DAY,
          toMs: at === 13 ? null : (at + 1) * 2 * DAY,
          cases,
          evidence: [evidence(cases)],
        })),
        ...LISTS,
        definitions: DEFINITIONS,
        notes: [
          '212 instances of 7,904 have one time only and count as done at once; processing time is more than what is said here.',
        ],
      };
    },
    spectrum: ({ source, target }: { source: string; target: string }): Spectrum =>
      makeSpectrum(source, target, graph.process),
  };
}

const LISTS: Pick<Performance, 'repeats' | 'pingPongs' | 'batches' | 'enabled'> = {
  repeats: {
    total: 1,
    list: [
      {
        activity: 'review assessment',
        activityId: activityId('review assessment'),
        cases: 77,
        ofCases: 402,
        atOnce: 4,
        later: 88,
        bySame: 31,
        byOther: 61,
        byUnknown: 0,
        sentence:
          '“review assessment” is done again in 77 of the 402 cases that have it (19 %): 4 times directly after itself, 88 times after other activities; 31 times by the same person, 61 times by somebody else.',
        evidence: [evidence(92)],
      },
    ],
  },
  pingPongs: { total: 0, list: [] },
  batches: {
    total: 1,
    list: [
      {
        activity: 'inspect damage',
        activityId: activityId('inspect damage'),
        resource: 'Dana Weiss',
        kind: 'sequential',
        batches: 31,
        instances: 140,
        largest: 9,
        ofInstances: 188,
        sentence:
          'Dana Weiss does “inspect damage” in batches: 140 of 188 instances (74 %) in 31 batches of up to 9, one after the other.',
        evidence: [evidence(140)],
      },
    ],
  },
  enabled: {
    total: 1,
    first: 640,
    list: [
      {
        source: 'schedule visit',
        target: 'inspect damage',
        transitionId: transitionId('schedule visit', 'inspect damage'),
        count: 300,
        direct: 288,
        wait: {
          n: 300,
          sumMs: 900 * DAY,
          meanMs: 3 * DAY,
          medianMs: 2.5 * DAY,
          minMs: 0,
          maxMs: 20 * DAY,
          p90Ms: 6 * DAY,
        },
        evidence: [evidence(300)],
      },
    ],
  },
};

const DEFINITIONS = {
  cycle: 'From the first start to the last end of a case, nights and weekends included.',
  repeats:
    'An activity is done again where its case has had it before: at once, directly after itself, or later, after other activities.',
  pingPongs: 'Work goes from one activity to another and straight back.',
  batches: 'Two or more instances of one activity by one person with at most 15 minutes between them.',
  enabled: 'What follows what where an activity that overlaps another is not taken for its predecessor.',
};

/** Visits wait for Tuesdays: lines that begin all week end together. */
function makeSpectrum(source: string, target: string, process: string): Spectrum {
  const random = makeRandom(source.length * 31 + target.length);
  const spans = Array.from({ length: 260 }, () => {
    const fromMs = FROM + random() * 250 * DAY;
    const isBatched = random() < 0.6;
    const next = FROM + (Math.floor((fromMs - FROM) / (7 * DAY)) + 1) * 7 * DAY + 10 * HOUR;
    return { fromMs, toMs: isBatched ? next : fromMs - Math.log(1 - random()) * 4 * DAY };
  }).sort((a, b) => a.fromMs - b.fromMs);
  const sorted = spans.map(({ fromMs, toMs }) => toMs - fromMs).sort((a, b) => a - b);
  const quartilesMs: [number, number, number] = [sorted[64]!, sorted[129]!, sorted[194]!]; // there are 260
  const passings: Passing[] = spans.map(({ fromMs, toMs }, at) => ({
    fromMs,
    toMs,
    quarter: quartilesMs.filter((limit) => toMs - fromMs > limit).length,
    case: `CL-${1200 + at}`,
    evidence: { ...evidence(1), rows: [at] },
  }));
  const [first, last] = [spans[0]!.fromMs, Math.max(...spans.map(({ toMs }) => toMs))];
  const width = (last - first) / 60;
  const countOf = (isIn: (passing: Passing) => boolean): [number, number, number, number] => {
    const counts: [number, number, number, number] = [0, 0, 0, 0];
    for (const passing of passings) if (isIn(passing)) counts[passing.quarter]! += 1;
    return counts;
  };
  const sumMs = sorted.reduce((total, ms) => total + ms, 0);
  return {
    schema: 'mirror-spectrum/1',
    process,
    scope: 'the logs',
    source,
    target,
    wait: {
      n: 260,
      sumMs,
      meanMs: sumMs / 260,
      medianMs: quartilesMs[1],
      minMs: sorted[0]!,
      maxMs: sorted[259]!,
      p90Ms: sorted[233]!,
    },
    quartilesMs,
    fromMs: first,
    toMs: last,
    bins: Array.from({ length: 60 }, (_, at) => {
      const fromMs = first + at * width;
      return {
        fromMs,
        started: countOf((one) => one.fromMs >= fromMs && one.fromMs < fromMs + width),
        pending: countOf((one) => one.fromMs < fromMs && one.toMs > fromMs),
      };
    }),
    passings,
  };
}
