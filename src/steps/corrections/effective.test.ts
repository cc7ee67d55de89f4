import { expect, test } from 'vitest';
import { findRedoable, findUndoable, listEffective, narrowTo } from './effective.ts';
import { idOf, logOf, rename, tell, told, undoOf } from './corrections.sample.ts';

const standing = (commands: Parameters<typeof logOf>[1]): string[] => {
  const log = logOf([told()], commands);
  const numbers = listEffective(log).map(({ id }) => id.replace('correction-', ''));
  return [numbers.join(' '), findUndoable(log)?.id ?? '-', findRedoable(log)?.id ?? '-'];
};
const [first, second] = [rename('a0', 'one'), rename('a1', 'two')];

test('an undo takes one back, undoing the undo brings it again', () => {
  expect(standing([first, second])).toEqual(['0 1', 'correction-1', '-']);
  expect(standing([first, second, undoOf(1)])).toEqual(['0', 'correction-0', 'correction-2']);
  expect(standing([first, second, undoOf(1), undoOf(0)])).toEqual(['', '-', 'correction-3']);
  expect(standing([first, second, undoOf(1), undoOf(0), undoOf(3)])).toEqual(['0', 'correction-0', 'correction-2']);
  expect(standing([first, second, undoOf(1), undoOf(0), undoOf(3), undoOf(2)])).toEqual(['0 1', 'correction-1', '-']);
  expect(standing([first, undoOf(0), undoOf(1), undoOf(0)])).toEqual(['', '-', 'correction-3']);
});

test('something corrected after an undo leaves nothing to redo, and what was undone stays so', () => {
  expect(standing([first, undoOf(0), second])).toEqual(['2', 'correction-2', '-']);
  expect(standing([first, second, undoOf(0)])).toEqual(['1', 'correction-1', 'correction-2']);
});

test('a command on steps of several recordings is cut down to one', () => {
  const both = [told(), tell('b', ['I check the receipt'])];
  const log = logOf(both, [
    { do: 'rename', elements: [idOf('a1'), idOf('b0')], logLabel: null, label: 'verify receipt' },
    { do: 'delete', elements: [idOf('a0')] },
    undoOf(1),
  ]);
  expect(narrowTo(both[1]!.recording.id, log)).toEqual([
    { ...log[0], command: { ...log[0]!.command, elements: ['b0'] }, anchors: [log[0]!.anchors[1]] },
    log[2],
  ]);
});
