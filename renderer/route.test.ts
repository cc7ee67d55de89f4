import { expect, it } from 'vitest';
import type { ActivityId, FindingId, ProcessId, TransitionId } from '../src/domain/ids.ts';
import { findingsPath, mapPath, readKind, readSelection, type Selection } from './route.ts';

const processId = 'p/1' as ProcessId;

it('finds again what it put into an address', () => {
  const selections: Selection[] = [
    { what: 'activity', id: 'enter order' as ActivityId },
    { what: 'transition', id: 'x.y' as TransitionId },
    { what: 'finding', id: 'f-1' as FindingId },
  ];
  const read = selections.map((one) => readSelection(decodeURIComponent(mapPath(processId, one).split('/').at(-1)!)));
  expect(read).toEqual(selections);
});

it('reads nothing from an address nobody made', () => {
  expect([undefined, '', 'a', 'a.', 'z.1', 'abc'].map(readSelection)).toEqual(Array(6).fill(undefined));
  expect(readKind('nonsense')).toBe('bottlenecks');
});

it('keeps odd ids in one part of the address', () => {
  expect(findingsPath(processId, 'waits')).toBe('/process/p%2F1/findings/waits');
});
