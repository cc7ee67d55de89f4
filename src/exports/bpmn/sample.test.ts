// The bundled sample as BPMN: judged like every file, and run from start to end by an engine.
import { EventEmitter } from 'node:events';
import { SequenceFlow } from 'bpmn-elements';
import { type BpmnEngineOptions, Engine } from 'bpmn-engine';
import { expect, test } from 'vitest';
import { inputOfLogs } from '../fixtures.ts';
import { ALL_LOGS } from '../all-logs.case.ts';
import { writeBpmn } from './bpmn.ts';
import { findSchemaFaults, findUnsound, lint, type ReadModel, readModel } from './judge-bpmn.case.ts';
import { findPictureFaults, measureCovered01 } from './judge-picture.case.ts';
import { readSampleInput } from './sample-input.case.ts';

test('recordings and log together are valid, clean, sound, drawn well, and an engine takes the way it is told', async () => {
  const xml = writeBpmn(await readSampleInput());
  const model = await readModel(xml);
  expect({
    schema: await findSchemaFaults(xml),
    warnings: model.warnings,
    lint: await lint(model),
    unsound: findUnsound(model),
    picture: findPictureFaults(model),
  }).toEqual({ schema: [], warnings: [], lint: [], unsound: [], picture: [] });
  expect(measureCovered01(model)).toBeLessThan(0.02);
  expect(model.lanes).toHaveLength(8);
  expect(model.nodes.filter(({ type }) => type === 'bpmn:IntermediateCatchEvent').length).toBeGreaterThan(3);

  const usual = await run(xml, model, {});
  expect(usual[0]).toBe('record inquiry');
  expect(usual.at(-1)).toBe('close onboarding');
  expect(usual).not.toContain('approve discount');
  const answered = await run(xml, model, { it_is_more_than_ten_percent: true });
  expect(answered.slice(0, answered.indexOf('send quote'))).toEqual([
    'record inquiry',
    'check line availability',
    'prepare quote',
    'approve discount',
  ]);
  expect(answered.at(-1)).toBe('close onboarding');
});

test.each(ALL_LOGS)('an engine runs %s to its end, main behaviour and everything', async (_name, read) => {
  const input = inputOfLogs(await read());
  for (const scope of ['main', 'everything'] as const) {
    const xml = writeBpmn(input, { scope });
    expect((await run(xml, await readModel(xml), {})).length).toBeGreaterThan(0);
  }
});

/** Names of the tasks in the order in which the engine ends them; people are quick and waits are over at once. */
async function run(xml: string, { nodes }: ReadModel, variables: Record<string, boolean>): Promise<string[]> {
  const engine = new Engine({
    name: 'test',
    source: xml,
    variables,
    timers: NO_TIME as unknown as Timers,
    elements: { SequenceFlow: makeFlow },
  });
  const listener = new EventEmitter();
  const done: string[] = [];
  const nameOf = new Map(nodes.filter(({ type }) => type.endsWith('Task')).map(({ id, name }) => [id, name]));
  listener.on('activity.wait', (api: { signal(): void }) => api.signal());
  listener.on('activity.end', ({ id }: { id: string }) => {
    const name = nameOf.get(id);
    if (name !== undefined) done.push(name);
  });
  const ended = engine.waitFor('end');
  await engine.execute({ listener });
  await ended;
  return done;
}

/**
 * Flows not taken stay silent. This engine tells everything behind them that it was not reached: on each of a million
 * paths where choices follow choices, and to joins as if a token had come. Version 18 of its elements has stopped that.
 */
function makeFlow(...args: unknown[]): { discard(): void } {
  // The engine's types name the class but not how it is made.
  const Flow = SequenceFlow as unknown as new (...args: unknown[]) => { discard(): void };
  return Object.assign(new Flow(...args), { discard: () => undefined });
}

/** What the engine uses of timers. */
type Timers = NonNullable<BpmnEngineOptions['timers']>;

/** The engine's timers, without the waiting. */
const NO_TIME = {
  executing: [],
  register: () => NO_TIME,
  setTimeout: (callback: (...args: unknown[]) => void, _delayMs: number, ...args: unknown[]) => {
    queueMicrotask(() => callback(...args));
    return { timerId: 'over' };
  },
  clearTimeout: () => undefined,
};
