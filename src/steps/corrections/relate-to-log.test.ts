import { expect, test } from 'vitest';
import type { Command } from '../../domain/correction.ts';
import { LIFECYCLE, type LogColumns } from '../../domain/log.ts';
import { idOf, logOf, tell, undoOf } from './corrections.sample.ts';
import { relabelColumns, openNames, relabelLog } from './relabel-log.ts';
import { relateToLog } from './relate-to-log.ts';

const recordings = ['a', 'b'].map((name) => tell(name, ['I open the request', 'I check the receipt']));
const LABELS = ['Create PO', 'create purchase order', 'Pay'];

const relate = (as: 'same' | 'apart' | 'open', elements: string, ...logLabels: string[]): Command => ({
  do: 'relateLog',
  as,
  elements: elements.split(' ').filter(Boolean).map(idOf),
  logLabels,
});
const renameLogged = (logLabel: string, label: string): Command => ({ do: 'rename', elements: [], logLabel, label });

test('names that were put together are one, under the first; a rename before or after goes with it', () => {
  const together = relate('same', '', 'create purchase order', 'Create PO');
  const namesOf = (...commands: Parameters<typeof logOf>[1]) => relabelLog(LABELS, logOf(recordings, commands)).labels;
  expect(namesOf(together)).toEqual(['create purchase order', 'create purchase order', 'Pay']);
  expect(namesOf(together, renameLogged('create purchase order', 'order'))).toEqual(['order', 'order', 'Pay']);
  expect(namesOf(renameLogged('create purchase order', 'order'), together)).toEqual(['order', 'order', 'Pay']);
  expect(namesOf(together, undoOf(0))).toEqual(LABELS);
  // The rename is taken back, and what was put together stays so under the log's own name.
  expect(namesOf(renameLogged('create purchase order', 'order'), together, undoOf(0))).toEqual([
    'create purchase order',
    'create purchase order',
    'Pay',
  ]);
  const gone = logOf(recordings, [relate('same', '', 'Create PO', 'Nothing')]);
  expect(relabelLog(LABELS, gone)).toEqual({ labels: LABELS, stale: gone });
});

test('rows of activities that are one count as rows of that one, over all logs', () => {
  const log = logOf(recordings, [relate('same', '', 'create purchase order', 'Create PO')]);
  const [first, second] = [
    columnsOf(['Create PO', 'Pay', 'create purchase order'], [0, 2, 1, 0]),
    columnsOf(['Create PO'], [0]),
  ];
  const nameOf = openNames([first, second], log);
  expect(relabelColumns(first, nameOf)).toEqual({
    ...first,
    activities: ['create purchase order', 'Pay'],
    activityOf: Int32Array.of(0, 0, 1, 0),
  });
  expect(relabelColumns(second, nameOf).activities).toEqual(['create purchase order']);
  expect(first.activityOf).toEqual(Int32Array.of(0, 2, 1, 0));
});

test('about a step and an activity the last word holds, under whatever name it has now', () => {
  const nameOf = (label: string): string => (label === 'Pay' ? 'pay supplier' : label);
  const hear = (...commands: Parameters<typeof logOf>[1]) => {
    const heard = relateToLog(logOf(recordings, commands), recordings, nameOf);
    const step = idOf('a1');
    return [heard.sameAs(step), heard.isApart(step, 'pay supplier'), heard.isApart(step, 'Create PO')];
  };
  const same = relate('same', 'a1 b1', 'Pay');
  expect(hear(same)).toEqual(['pay supplier', false, false]);
  expect(hear(same, relate('apart', 'a1', 'Pay', 'Create PO'))).toEqual([undefined, true, true]);
  expect(hear(same, relate('same', 'a1', 'Create PO'))).toEqual(['Create PO', false, false]);
  expect(hear(relate('apart', 'a1', 'Pay'), relate('open', 'a1', 'Pay'))).toEqual([undefined, false, false]);
  expect(hear(same, undoOf(0))).toEqual([undefined, false, false]);
  expect(hear(relate('same', 'a0', 'Pay'))).toEqual([undefined, false, false]);
});

test('a word about a step that is not there is stale, and holds for the others', () => {
  const log = logOf(recordings, [relate('same', 'a1 b1', 'Pay')]);
  const heard = relateToLog(log, recordings.slice(0, 1), (label) => label);
  expect([heard.sameAs(idOf('a1')), heard.stale]).toEqual(['Pay', log]);
});

function columnsOf(activities: readonly string[], activityOf: readonly number[]): LogColumns {
  const rows = activityOf.length;
  return {
    cases: ['case'],
    activities,
    resources: [],
    roles: [],
    caseOf: new Int32Array(rows),
    activityOf: Int32Array.from(activityOf),
    resourceOf: new Int32Array(rows).fill(-1),
    roleOf: new Int32Array(rows).fill(-1),
    startMs: new Float64Array(rows).fill(Number.NaN),
    endMs: Float64Array.from({ length: rows }, (_, at) => at),
    zoneMinutes: new Int32Array(rows),
    lifecycle: new Uint8Array(rows).fill(LIFECYCLE.complete),
  };
}
