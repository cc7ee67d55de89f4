import { expect, it } from 'vitest';
import type { ElementId } from '../../src/domain/ids.ts';
import { makeFakeClient } from '../gallery/fake-client.ts';
import { elementId, PROCESS_ID } from '../gallery/fixture-ids.ts';
import { makeRecordingView } from '../gallery/make-recording.ts';
import { SMALL_GRAPH } from '../gallery/make-small-model.ts';
import { makeProcessView } from '../gallery/make-view.ts';
import { findSuccessor } from '../process/follow-selection.ts';
import { listLeftOut } from '../recording/list-left-out.ts';
import { listWords } from '../recording/list-cuts.ts';
import { isNone, keepApart, putTogether, renameActivity } from './command-for.ts';
import { findElements, listRecordingIds } from './find-elements.ts';
import { listKnown } from './list-known.ts';
import { readDuration } from './read-duration.ts';

const [logged, told] = SMALL_GRAPH.activities.map((activity, index) => ({
  ...activity,
  stepIds: [`step-${index}` as ElementId],
  sources: { log: index === 0 ? 90 : 0, recordings: 1 },
}));
if (!logged || !told) throw new Error('the fixture has activities');

it('names the log as well when an event log knows the activity', () => {
  expect(
    [renameActivity(logged, 'x'), renameActivity(told, 'x')].map((one) => 'logLabel' in one && one.logLabel),
  ).toEqual(['a', null]);
});

it('puts what is told under the name that the log gives, and the log’s own under the one that was picked', () => {
  const other = { ...logged, label: 'z' };
  const asOne = { do: 'relateLog', as: 'same' };
  expect(putTogether(logged, told)).toEqual({ ...asOne, elements: ['step-1'], logLabels: ['a'] });
  expect(putTogether(told, logged)).toEqual({ ...asOne, elements: ['step-1'], logLabels: ['a'] });
  expect(putTogether(logged, other)).toEqual({ ...asOne, elements: [], logLabels: ['z', 'a'] });
  expect(putTogether(told, { ...told, label: 'y', stepIds: [elementId('s')] })).toEqual({
    do: 'relate',
    as: 'same',
    elements: ['step-1', 's'],
    label: 'y',
  });
  expect(isNone(told, [logged, other])).toEqual({
    do: 'relateLog',
    as: 'apart',
    elements: ['step-1'],
    logLabels: ['a', 'z'],
  });
});

it('keeps each picked step apart from each of the rest, and from no other picked one', () => {
  const ids = ['a', 'b', 'c', 'd'].map(elementId);
  const pairs = keepApart(ids.slice(0, 2), ids.slice(2)).map((one) => 'elements' in one && one.elements.join(' '));
  expect(pairs).toEqual(['a c', 'a d', 'b c', 'b d']);
});

it('reads spans of time as people write them, and nothing else', () => {
  const read = ['2 days', 'a week', '1 h 30 min', 'half an hour', '1.5 hours', '3 days and 4 hours', 'P2D', 'pt4h'];
  expect(read.map(readDuration)).toEqual(['P2D', 'P1W', 'PT1H30M', 'PT0.5H', 'PT1.5H', 'P3DT4H', 'P2D', 'PT4H']);
  expect(['', 'soon', '2', '2 fortnights', 'about 2 days', 'P'].map(readDuration)).toEqual(Array(6).fill(undefined));
});

it('finds the told elements that a finding was made of', () => {
  const wait = makeProcessView().insights.waits.find(({ id }) => id === 'wai-2');
  const view = makeRecordingView('rec-0' as Parameters<typeof makeRecordingView>[0]);
  if (!wait || !view) throw new Error('the fixture has both');
  expect(listRecordingIds(wait.evidence)).toEqual(['rec-0']);
  expect(findElements({ kind: 'waits', evidence: wait.evidence }, [view.extraction])).toEqual(['rec-0-w']);
  expect(findElements({ kind: 'rework', evidence: wait.evidence }, [view.extraction])).toEqual([]);
});

it('offers what the process knows, the most frequent first', () => {
  expect(listKnown(SMALL_GRAPH)).toEqual({ roles: ['clerk'], systems: [], artifacts: [] });
});

it('finds an activity again when a correction gave it another id, and nothing in place of one that is gone', async () => {
  const client = makeFakeClient('full');
  const before = await client.process.open({ processId: PROCESS_ID });
  const check = before.graph.activities.find(({ label }) => label === 'check policy');
  if (!check) throw new Error('the fixture has it');
  await client.corrections.apply({ processId: PROCESS_ID, command: renameActivity(check, 'look up policy') });
  const after = await client.process.open({ processId: PROCESS_ID });
  const selection = { what: 'activity', id: check.id } as const;
  expect(findSuccessor(before, after, selection)).toEqual({ what: 'activity', id: 'look-up-policy' });
  const without = { ...after, graph: { ...after.graph, activities: [] } };
  expect(findSuccessor(before, without, selection)).toBeUndefined();
});

it('lists what was left out of a recording until it is taken back in', async () => {
  const client = makeFakeClient('full');
  const say = (command: Parameters<typeof client.corrections.apply>[0]['command']) =>
    client.corrections.apply({ processId: PROCESS_ID, command });
  const leftOut = async (id: string) =>
    listLeftOut(await client.corrections.list({ processId: PROCESS_ID }), id as never).map(({ label }) => label);
  const elements = ['rec-0-s3', 'rec-1-s3'].map(elementId);
  await say({ do: 'delete', elements });
  expect([await leftOut('rec-0'), await leftOut('rec-1'), await leftOut('rec-2')]).toEqual([
    ['check policy'],
    ['check policy'],
    [],
  ]);
  await say({ do: 'restore', elements: elements.slice(0, 1) });
  expect([await leftOut('rec-0'), await leftOut('rec-1')]).toEqual([[], ['check policy']]);
});

it('knows the words of a step with their place in the transcript', () => {
  const step = makeRecordingView('rec-0' as Parameters<typeof makeRecordingView>[0])?.extraction.steps[1];
  expect(step && listWords(step).slice(0, 3)).toEqual([
    { text: 'Then', segment: 2, char: 0 },
    { text: 'I', segment: 2, char: 5 },
    { text: 'register', segment: 2, char: 7 },
  ]);
});
