import { expect, test } from 'vitest';
import type { Command } from '../../domain/correction.ts';
import type { StepCluster } from '../../domain/extraction.ts';
import { createRandom } from '../../lib/random.ts';
import { applyToClusters } from './apply-to-clusters.ts';
import { idOf, logOf, rename, tell } from './corrections.sample.ts';

const SAID = ['I open the request', 'I check the receipt', 'I enter the amount'];
const recordings = ['a', 'b', 'c'].map((name) => tell(name, SAID));
const cluster = (label: string, ...ids: string[]): StepCluster => ({ label, stepIds: ids.map(idOf) });
/** What Mirror found: c's steps are told in other words. */
const found = [
  cluster('open', 'a0', 'b0'),
  cluster('check', 'a1', 'b1'),
  cluster('enter', 'a2', 'b2'),
  ...['c0', 'c1', 'c2'].map((id) => cluster(`c ${id}`, id)),
];
const relate = (as: 'same' | 'apart' | 'open', ids: string, label: string | null = null): Command => ({
  do: 'relate',
  as,
  label,
  elements: ids.split(' ').map(idOf),
});
const show = (clusters: readonly StepCluster[]): string[] =>
  clusters.map(({ label, stepIds }) => `${label}: ${stepIds.join(' ')}`);
const relateAll = (commands: readonly Command[]) => applyToClusters(found, logOf(recordings, commands), recordings);

test('steps of several recordings put together are one activity with the steps of all', () => {
  expect(show(relateAll([relate('same', 'a1 c1', 'verify receipt')]).clusters)).toEqual([
    'open: a0 b0',
    'verify receipt: a1 b1 c1',
    'enter: a2 b2',
    'c c0: c0',
    'c c2: c2',
  ]);
});

test('steps kept apart are two activities; the last word holds, and can be left to Mirror again', () => {
  expect(show(relateAll([relate('apart', 'a1 b1')]).clusters).slice(1, 3)).toEqual(['check: a1', 'check: b1']);
  const back = [relate('apart', 'a1 b1'), relate('same', 'b1 c1'), relate('open', 'a1 b1')];
  expect(show(relateAll(back).clusters).slice(1, 3)).toEqual(['check: a1 b1 c1', 'enter: a2 b2']);
  const against = [relate('same', 'a1 c1'), relate('same', 'b1 c1'), relate('apart', 'a1 b1')];
  expect(show(relateAll(against).clusters).slice(1, 3)).toEqual(['check: a1', 'check: b1 c1']);
});

test('an activity bears the name a person gave one of its steps last', () => {
  const named = [rename('b0', 'open case'), relate('same', 'a0 c0', 'open return'), rename('c0', 'open refund')];
  expect(show(relateAll(named).clusters)[0]).toBe('open refund: a0 b0 c0');
});

test('a word about steps that are not there is stale, and the rest of it holds', () => {
  const log = logOf(recordings, [relate('same', 'a1 b2 c1')]);
  const [a, b, c] = recordings;
  const without = [a!, { ...b!, extraction: { ...b!.extraction, steps: b!.extraction.steps.slice(0, 2) } }, c!];
  const left = found.map(({ label, stepIds }) => ({ label, stepIds: stepIds.filter((id) => id !== 'b2') }));
  const { clusters, stale } = applyToClusters(left, log, without);
  expect(stale).toEqual(log);
  expect(show(clusters)[1]).toBe('check: a1 b1 c1');
});

test('any words: each step is in one activity, the last word on a pair holds, and a second time changes nothing', () => {
  const ids = found.flatMap(({ stepIds }) => stepIds);
  for (let seed = 1; seed <= 300; seed += 1) {
    const random = createRandom(seed);
    const pick = (): string => ids[Math.floor(random() * ids.length)]!;
    const commands = Array.from({ length: 1 + Math.floor(random() * 6) }, () => {
      const two = [...new Set([pick(), pick(), pick()])];
      return two.length < 2
        ? rename(two[0]!, 'again')
        : relate(random() < 0.5 ? 'same' : 'apart', two.join(' '), `seed ${seed}`);
    });
    const log = logOf(recordings, commands);
    const { clusters } = applyToClusters(found, log, recordings);
    expect(clusters.flatMap(({ stepIds }) => stepIds).toSorted()).toEqual(ids.toSorted());
    expect(applyToClusters(clusters, log, recordings).clusters.map(({ stepIds }) => stepIds)).toEqual(
      clusters.map(({ stepIds }) => stepIds),
    );
    const last = commands.findLast((command) => command.do === 'relate');
    const holding = clusters.filter(({ stepIds }) => stepIds.some((id) => last?.elements.includes(id)));
    const wanted = last?.as === 'same' ? 1 : (last?.elements.length ?? 0);
    expect(holding.length).toBe(wanted);
  }
});
