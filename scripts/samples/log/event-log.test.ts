import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { STORIES } from '../stories/all.ts';
import { makeEventLog } from './event-log.ts';

const committed = readFileSync(new URL('../../../samples/customer-onboarding/event-log.csv', import.meta.url), 'utf8');

describe('the event log of the sample', () => {
  it('is what the simulator makes, byte for byte', () => {
    // Compared as a claim, because a diff of a megabyte helps nobody.
    expect(makeEventLog() === committed).toBe(true);
  });

  it('is sorted by start, and nothing ends before it starts', () => {
    const times = readRows().map((row) => [Date.parse(row.start), Date.parse(row.end)] as const);
    expect(times.every(([start, end]) => start <= end)).toBe(true);
    expect(times.every(([start], index) => start >= (times[index - 1]?.[0] ?? 0))).toBe(true);
  });

  it('gives no person two things to do at once', () => {
    for (const rows of Map.groupBy(readRows(), (row) => row.resource).values()) {
      expect(
        rows.filter((row, index) => Date.parse(row.start) < Date.parse(rows[index - 1]?.end ?? row.start)),
      ).toEqual([]);
    }
  });

  it('has the scale of a real process', () => {
    const rows = readRows();
    const count = (key: 'case' | 'activity' | 'role'): number => new Set(rows.map((row) => row[key])).size;
    expect({ cases: count('case'), activities: count('activity'), roles: count('role') }).toEqual({
      cases: 400,
      activities: 40,
      roles: 8,
    });
    expect(countRoleChanges(rows)).toBeGreaterThan(46);
  });

  it('has the roles of the recordings, with two or more people each', () => {
    const people = Map.groupBy(readRows(), (row) => row.role);
    expect([...people.keys()].toSorted()).toEqual(STORIES.map(({ role }) => role).toSorted());
    for (const rows of people.values()) expect(new Set(rows.map((row) => row.resource)).size).toBeGreaterThan(1);
  });
});

interface Row {
  readonly case: string;
  readonly activity: string;
  readonly start: string;
  readonly end: string;
  readonly resource: string;
  readonly role: string;
}

function readRows(): Row[] {
  const [, ...lines] = committed.trimEnd().split('\n');
  return lines.map((line) => {
    const [id = '', activity = '', start = '', end = '', resource = '', role = ''] = line.split(',');
    return { case: id, activity, start, end, resource, role };
  });
}

/** How many different pairs of activities follow each other five times or more with a change of role between them. */
function countRoleChanges(rows: readonly Row[]): number {
  const counts = new Map<string, number>();
  for (const trace of Map.groupBy(rows, (row) => row.case).values()) {
    for (const [index, row] of trace.entries()) {
      const before = trace[index - 1];
      if (!before || before.role === row.role) continue;
      const pair = `${before.activity} > ${row.activity}`;
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
  }
  return [...counts.values()].filter((count) => count >= 5).length;
}
