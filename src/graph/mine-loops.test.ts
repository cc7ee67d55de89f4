import { expect, test } from 'vitest';
import { logOf } from './log-rows.sample.ts';
import { toInstances } from './mine-instances.ts';
import { mineDoneAgain, mineLoops, minePingPongs } from './mine-loops.ts';
import { listPlainCases, makeRandomLog } from './random-log.sample.ts';

const NONE = {
  selfLoops: 0,
  selfLoopSize: 0,
  selfLoopRepeats: 0,
  selfLoopRedos: 0,
  repetitions: 0,
  repetitionRepeats: 0,
  repetitionRedos: 0,
};

test('three in a row are one self-loop of size two; coming back after others is a repetition', () => {
  const people = ['Ann', 'Ann', 'Bob', 'Cy', 'Bob', 'Ann', '-', 'Ann'];
  const rows = 'aaabaaba'.split('').map((name, at) => ['1', name, at, people[at]!, '-'] as const);
  const instances = toInstances(logOf(...rows, ['2', 'b', 0, 'Cy', '-']), 'paired');
  expect([mineLoops(instances, 2), minePingPongs(instances, 2)]).toEqual([
    [
      {
        ...NONE,
        selfLoops: 2,
        selfLoopSize: 3,
        selfLoopRepeats: 1,
        selfLoopRedos: 2,
        repetitions: 2,
        repetitionRepeats: 2,
      },
      { ...NONE, repetitions: 1 },
    ],
    [{ first: 0, second: 1, count: 2, cases: 1, places: [4, 7] }],
  ]);
  expect(mineDoneAgain(instances, 2)).toEqual([
    { count: 5, cases: 1, ofCases: 1, places: [1, 2, 4, 5, 7] },
    { count: 1, cases: 1, ofCases: 2, places: [6] },
  ]);
});

test('loops and ping-pongs are what one counts run by run', () => {
  for (let seed = 0; seed < 60; seed += 1) {
    const columns = makeRandomLog(seed);
    const { instances, cases } = listPlainCases(columns);
    const activities = columns.activities.length;
    const loops = Array.from({ length: activities }, () => ({ ...NONE }));
    let bounces = 0;
    for (const events of cases) {
      const runs: (typeof events)[] = [];
      for (const event of events) {
        const run = runs.at(-1);
        if (run && run[0]!.activity === event.activity) run.push(event);
        else runs.push([event]);
      }
      runs.forEach((run, at) => {
        const one = loops[run[0]!.activity]!;
        const compare = (kind: 'selfLoop' | 'repetition', before: number, after: number): void => {
          if (before >= 0 && after >= 0) one[`${kind}${before === after ? 'Repeats' : 'Redos'}`] += 1;
        };
        one.selfLoopSize += run.length - 1;
        if (run.length > 1) one.selfLoops += 1;
        run.slice(1).forEach((event, next) => compare('selfLoop', run[next]!.person, event.person));
        const earlier = runs.slice(0, at).findLast(([first]) => first!.activity === run[0]!.activity);
        if (earlier) {
          one.repetitions += 1;
          compare('repetition', earlier.at(-1)!.person, run[0]!.person);
        }
      });
      const labels = events.map(({ activity }) => activity);
      bounces += labels.filter((label, at) => label === labels[at - 2] && label !== labels[at - 1]).length;
    }
    expect(mineLoops(instances, activities)).toEqual(loops);
    const casesWith = (activity: number, least: number): number =>
      cases.filter((events) => events.filter((event) => event.activity === activity).length >= least).length;
    expect(
      mineDoneAgain(instances, activities).map(({ count, cases: inCases, ofCases }) => ({
        count,
        cases: inCases,
        ofCases,
      })),
    ).toEqual(
      loops.map(({ selfLoopSize, repetitions }, activity) => ({
        count: selfLoopSize + repetitions,
        cases: casesWith(activity, 2),
        ofCases: casesWith(activity, 1),
      })),
    );
    expect(minePingPongs(instances, activities).reduce((sum, { count }) => sum + count, 0)).toBe(bounces);
  }
});
