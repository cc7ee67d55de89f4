import { expect, test } from 'vitest';
import type { ExclusionRule } from '../domain/capture.ts';
import { type JournalLine, marksOf, pausesOf, stateByJournal, stopReasonOf } from './journal.ts';

const rule: ExclusionRule = { by: 'app', pattern: '*keepass*' };

test('a recording stands as its journal says: what was last said of a pause, and of what is excluded', () => {
  const lines: JournalLine[] = [
    { what: 'excluded', clockMs: 1000, rule },
    { what: 'included', clockMs: 2000 },
    { what: 'pause', clockMs: 3000 },
    { what: 'excluded', clockMs: 4000, rule },
  ];
  expect(stateByJournal([])).toEqual({ phase: undefined, exclusion: null, hidden: [] });
  expect(stateByJournal(lines)).toEqual({
    phase: 'paused',
    exclusion: { sinceMs: 4000, rule },
    hidden: [{ startMs: 1000, endMs: 2000 }],
  });
  const later: JournalLine[] = [...lines, { what: 'resume', clockMs: 5000 }, { what: 'included', clockMs: 6000 }];
  expect(stateByJournal(later)).toMatchObject({ phase: 'recording', exclusion: null });
  expect(stateByJournal([...later, { what: 'stop', reason: 'asked' }]).phase).toBe('finalising');
});

test('marks of people and of the core stand in order of time, and one told more of afterwards once', () => {
  const mark = { atMs: 2500, kind: 'question' as const };
  const marks = marksOf([
    { what: 'mark', mark },
    { what: 'excluded', clockMs: 1000, rule },
    { what: 'mark', mark: { ...mark, note: 'who signs?' } },
    { what: 'included', clockMs: 2000 },
    { what: 'pause', clockMs: 3000 },
  ]);
  expect(marks).toEqual([
    { atMs: 1000, kind: 'excluded', note: 'app: *keepass*' },
    { atMs: 2000, kind: 'included' },
    { ...mark, note: 'who signs?' },
  ]);
});

test('a pause lasts until it was ended, and to the end when nobody ended it', () => {
  const pauses = pausesOf([
    { what: 'resume', clockMs: 500 },
    { what: 'pause', clockMs: 1000 },
    { what: 'pause', clockMs: 1500 },
    { what: 'excluded', clockMs: 2000, rule },
    { what: 'resume', clockMs: 6500 },
    { what: 'pause', clockMs: 9000 },
  ]);
  expect(pauses).toEqual([
    { startMs: 1000, endMs: 6500 },
    { startMs: 9000, endMs: Infinity },
  ]);
});

test('a recording was stopped for the reason that was written down first', () => {
  const lines: JournalLine[] = [
    { what: 'pause', clockMs: 1000 },
    { what: 'stop', reason: 'gone' },
    { what: 'stop', reason: 'asked' },
  ];
  expect([stopReasonOf(lines), stopReasonOf(lines.slice(0, 1))]).toEqual(['gone', undefined]);
});
