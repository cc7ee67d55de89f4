// Properties that hold for any graph: 40 seeded ones, dense and sparse, logged and told, with loops and loose parts.
import { expect, test } from 'vitest';
import type { Activity, ProcessGraph, Transition } from '../../domain/graph.ts';
import { ActivityId, LogId, TransitionId } from '../../domain/ids.ts';
import { PROCESS } from '../../graph/fixtures.ts';
import { createRandom } from '../../lib/random.ts';
import { inputOfRecordings } from '../fixtures.ts';
import { writeBpmn } from './bpmn.ts';
import { findUnsound, lint, readModel } from './judge-bpmn.case.ts';
import { findPictureFaults } from './judge-picture.case.ts';

const SEEDS = Array.from({ length: 40 }, (_, seed) => seed);

test.each(SEEDS)('graph %i gives a sound model and a picture without faults', async (seed) => {
  const input = { ...inputOfRecordings(), graph: makeGraph(seed) };
  for (const scope of ['main', 'everything'] as const) {
    const model = await readModel(writeBpmn(input, { scope }));
    expect({
      scope,
      warnings: model.warnings,
      unsound: findUnsound(model),
      picture: findPictureFaults(model),
      lint: await lint(model),
    }).toEqual({ scope, warnings: [], unsound: [], picture: [], lint: [] });
  }
});

test('among them are blocks side by side, lanes, loops and parts nothing leads to', async () => {
  const models = await Promise.all(
    SEEDS.map((seed) => readModel(writeBpmn({ ...inputOfRecordings(), graph: makeGraph(seed) }))),
  );
  const texts = SEEDS.map((seed) =>
    writeBpmn({ ...inputOfRecordings(), graph: makeGraph(seed) }, { scope: 'everything' }),
  );
  expect(
    models.filter(({ nodes }) => nodes.some(({ type }) => type === 'bpmn:ParallelGateway')).length,
  ).toBeGreaterThan(5);
  expect(models.filter(({ lanes }) => lanes.length > 2).length).toBeGreaterThan(10);
  expect(texts.filter((text) => text.includes('it keeps the diagram connected')).length).toBeGreaterThan(5);
});

function makeGraph(seed: number): ProcessGraph {
  const random = createRandom(seed);
  const pick = (count: number): number => Math.floor(random() * count);
  const count = 1 + pick(14);
  const isTold = random() < 0.25;
  const density = 0.05 + random() * 0.35;
  const roles = 1 + pick(4);
  const activities = Array.from({ length: count }, (_, at) => makeActivity(at, { random, isTold, roles }));
  const id = (at: number): ActivityId => activities[at]!.id;
  const pairs = activities.flatMap((_, source) =>
    activities.flatMap((_other, target) => {
      const isNext = target === source + 1 && random() < 0.8;
      return isNext || random() < density ? [[source, target] as const] : [];
    }),
  );
  const isBlock = !isTold && random() < 0.5;
  const transitions = pairs.map(([source, target]): Transition => {
    const pairCount = isTold ? 1 : 1 + pick(100);
    return {
      ...grounds(isTold, source),
      id: TransitionId.parse(`t${source}-${target}`),
      source: id(source),
      target: id(target),
      count: pairCount,
      sources: { log: isTold ? 0 : pairCount, recordings: isTold ? 1 : 0 },
      wait: null,
      handoffs: 0,
    };
  });
  const base: ProcessGraph = {
    processId: PROCESS.id,
    process: PROCESS.name,
    cases: isTold ? 1 : 100,
    events: 0,
    recordings: isTold ? 1 : 0,
    cycle: null,
    activities,
    transitions,
    start:
      random() < 0.9
        ? [{ activity: id(0), count: 60 }, ...(count > 2 ? [{ activity: id(pick(count)), count: 40 }] : [])]
        : [],
    end: [{ activity: id(count - 1), count: 70 }],
    variants: { count: 0, top: [] },
    resourceHandoffs: [],
    selfHandovers: 0,
    doubts: [],
  };
  const start = base.start.filter(
    ({ activity }, at) => base.start.findIndex((one) => one.activity === activity) === at,
  );
  return isBlock ? addBlock({ ...base, start }) : { ...base, start };
}

/** Two activities after the last one, in both orders equally often, then one more. */
function addBlock(graph: ProcessGraph): ProcessGraph {
  const at = graph.activities.length;
  const added = [0, 1, 2].map((step) => ({
    ...makeActivity(at + step, { random: () => 0.5, isTold: false, roles: 1 }),
    count: 100,
    cases: 100,
  }));
  const [one, other, after] = added.map(({ id }) => id);
  const before = graph.activities[at - 1]!.id;
  const link = (source: ActivityId, target: ActivityId, count: number): Transition => ({
    ...grounds(false, at),
    id: TransitionId.parse(`b${source}-${target}`),
    source,
    target,
    count,
    sources: { log: count, recordings: 0 },
    wait: null,
    handoffs: 0,
  });
  return {
    ...graph,
    activities: [...graph.activities, ...added],
    transitions: [
      ...graph.transitions,
      link(before, one!, 50),
      link(before, other!, 50),
      link(one!, other!, 50),
      link(other!, one!, 50),
      link(one!, after!, 50),
      link(other!, after!, 50),
    ],
    end: [...graph.end, { activity: after!, count: 100 }],
    variants: {
      count: 2,
      top: [
        { activities: [before, one!, other!, after!], count: 50 },
        { activities: [before, other!, one!, after!], count: 50 },
      ],
    },
  };
}

interface Maker {
  random(): number;
  readonly isTold: boolean;
  readonly roles: number;
}

function makeActivity(at: number, { random, isTold, roles }: Maker): Activity {
  const count = isTold ? 1 : 1 + Math.floor(random() * 120);
  const role = Math.floor(random() * (roles + 1));
  return {
    ...grounds(isTold, at),
    id: ActivityId.parse(`a${at}`),
    label: `do thing ${at}${random() < 0.3 ? ' with a long name that needs several lines in its box' : ''}`,
    count,
    cases: Math.min(count, 100),
    sources: { log: isTold ? 0 : count, recordings: isTold ? 1 : 0 },
    roles: role === 0 ? [] : [{ name: `role ${role}`, count }],
    systems: random() < 0.5 ? [{ name: 'Atlas', count: 1 }] : [],
    artifacts: [],
    resources: 0,
    processing: null,
    reworkCases: 0,
    stepIds: [],
  };
}

const grounds = (isTold: boolean, row: number) => ({
  evidence: [{ kind: 'log' as const, logId: LogId.parse('log1'), rows: [row], count: 1 }],
  provenance: isTold ? ('stated' as const) : ('observed' as const),
  confidence01: 1,
  unsure: false,
});
