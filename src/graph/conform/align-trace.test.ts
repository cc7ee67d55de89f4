import { describe, expect, test } from 'vitest';
import { createRandom } from '../../lib/random.ts';
import { type Alignment, alignmentCost, alignTrace, UNKNOWN } from './align-trace.ts';
import type { ApprovedWays } from './approved-ways.ts';
import { type Drawing, drawWays } from './ways.sample.ts';

/** register, then check or skip it, then decide; after a refusal check again; pay or reject at the end. */
const CLAIM: Drawing = {
  activities: ['register', 'check', 'decide', 'pay', 'reject'],
  pairs: ['register check', 'check decide', 'decide check', 'decide pay', 'decide reject'],
  starts: ['register'],
  ends: ['pay', 'reject'],
};

const tell = (labels: readonly string[], trace: readonly string[], { cost, moves }: Alignment): string =>
  `${cost}: ${moves.map(({ move, at }) => `${SIGN[move]}${move === 'missing' ? labels[at] : trace[at]}`).join(' ')}`;

const SIGN = { both: '', extra: '+', missing: '-' } as const;

describe('an alignment', () => {
  const ways = drawWays(CLAIM);
  const align = (...trace: string[]): string => {
    const numbers = trace.map((label) => ways.numberOf.get(label) ?? UNKNOWN);
    return tell(ways.labels, trace, alignTrace(numbers, ways)!);
  };

  test('of a case that goes an approved way costs nothing', () => {
    expect(align('register', 'check', 'decide', 'check', 'decide', 'pay')).toBe(
      '0: register check decide check decide pay',
    );
  });

  test('costs one for each activity that is missing or done beside the way', () => {
    expect(align('register', 'decide', 'pay')).toBe('1: register -check decide pay');
    expect(align('register', 'check', 'phone', 'decide', 'pay')).toBe('1: register check +phone decide pay');
    expect(align('check', 'register', 'decide', 'pay')).toBe('2: -register check +register decide pay');
    expect(align('register', 'check', 'decide', 'pay', 'reject')).toBe('1: register check decide pay +reject');
  });

  test('of nothing is the shortest way, none of it done', () => {
    expect(align()).toBe('4: -register -check -decide -pay');
  });

  test('is not there where no way leads to an end', () => {
    const endless = drawWays({ ...CLAIM, ends: [] });
    expect(alignTrace([0], endless)).toBeUndefined();
    expect(alignmentCost([0], endless)).toBeUndefined();
    expect(endless.shortest).toBeUndefined();
  });
});

describe('on random graphs', () => {
  const random = createRandom(4242);
  const pick = (below: number): number => Math.floor(random() * below);
  const samples = Array.from({ length: 400 }, () => {
    const activities = Array.from({ length: 1 + pick(5) }, (_, at) => String.fromCharCode(97 + at));
    const some = (chance: number): string[] => activities.filter(() => random() < chance);
    const pairs = activities.flatMap((one) => some(0.35).map((other) => `${one} ${other}`));
    const ways = drawWays({ activities, pairs, starts: some(0.5), ends: some(0.5) });
    const trace = Array.from({ length: pick(7) }, () => pick(activities.length + 1) - 1);
    return { ways, trace };
  });

  test('the cost is that of a plain search through all states', () => {
    for (const { ways, trace } of samples) {
      const expected = searchCost(trace, ways);
      expect([alignmentCost(trace, ways), alignTrace(trace, ways)?.cost]).toEqual([expected, expected]);
    }
    expect(samples.filter(({ ways }) => ways.shortest !== undefined).length).toBeGreaterThan(150);
  });

  test('the moves are the trace on one side, an approved way on the other, and as many as they cost', () => {
    for (const { ways, trace } of samples) {
      const found = alignTrace(trace, ways);
      if (!found) continue;
      const done = found.moves.flatMap(({ move, at }) => (move === 'missing' ? [] : [at]));
      const way = found.moves.flatMap(({ move, at }) => (move === 'extra' ? [] : [move === 'both' ? trace[at]! : at]));
      expect(done).toEqual(trace.map((_, at) => at));
      expect(isWay(way, ways)).toBe(true);
      expect(found.moves.filter(({ move }) => move !== 'both').length).toBe(found.cost);
    }
  });

  test('a walk through the graph costs nothing', () => {
    let walked = 0;
    for (const { ways } of samples) {
      const walk = walkToEnd(ways, pick);
      if (!walk) continue;
      walked += 1;
      expect(alignmentCost(walk, ways)).toBe(0);
    }
    expect(walked).toBeGreaterThan(100);
  });
});

/** Bellman and Ford's way: costs of all (place, state) are lowered until none can be. */
function searchCost(trace: readonly number[], ways: ApprovedWays): number | undefined {
  const states = ways.labels.length + 1;
  const costs = Array.from({ length: trace.length + 1 }, () =>
    new Array<number>(states).fill(Number.POSITIVE_INFINITY),
  );
  costs[0]![states - 1] = 0;
  for (let hasChanged = true; hasChanged; ) {
    hasChanged = false;
    const lower = (at: number, state: number, cost: number): void => {
      if (cost >= costs[at]![state]!) return;
      costs[at]![state] = cost;
      hasChanged = true;
    };
    for (let at = 0; at <= trace.length; at += 1) {
      for (let state = 0; state < states; state += 1) {
        const cost = costs[at]![state]!;
        if (cost === Number.POSITIVE_INFINITY) continue;
        if (at < trace.length) lower(at + 1, state, cost + 1);
        for (const next of ways.nextOf[state]!) {
          lower(at, next, cost + 1);
          if (trace[at] === next) lower(at + 1, next, cost);
        }
      }
    }
  }
  const least = Math.min(...[...ways.ends].map((end) => costs[trace.length]![end]!));
  return least === Number.POSITIVE_INFINITY ? undefined : least;
}

const isWay = (way: readonly number[], ways: ApprovedWays): boolean =>
  ways.starts.has(way[0]!) &&
  ways.ends.has(way.at(-1)!) &&
  way.every((activity, at) => at === 0 || ways.allows(way[at - 1]!, activity));

function walkToEnd(ways: ApprovedWays, pick: (below: number) => number): number[] | undefined {
  const walk: number[] = [];
  for (let state = ways.labels.length; walk.length < 30; ) {
    const next = ways.nextOf[state]!;
    if (next.length === 0) return undefined;
    state = next[pick(next.length)]!;
    walk.push(state);
    if (ways.ends.has(state)) return walk;
  }
  return undefined;
}
