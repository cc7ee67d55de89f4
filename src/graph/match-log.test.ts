import { expect, test } from 'vitest';
import { tellRecording } from './fixtures.ts';
import { matchLog, type ToldActivity } from './match-log.ts';

const logged = [
  { label: 'check credit report', roles: ['credit controller'] },
  { label: 'request credit check', roles: ['order coordinator'] },
  { label: 'send contract', roles: ['contract manager'] },
  { label: 'sign contract', roles: ['contract manager'] },
  { label: 'ship router', roles: ['engineer'] },
];

test('the same doing in other words joins the log', () => {
  expect(
    match(['verify the credit report', 'credit controller'], ['request the credit check', 'order coordinator']),
  ).toEqual([
    ['verify the credit report', 'check credit report'],
    ['request the credit check', 'request credit check'],
  ]);
});

test('what could be two, or is something else, stays apart', () => {
  expect(
    match(['handle contract', 'contract manager'], ['ship invoice', 'billing clerk'], ['drink tea', 'engineer']),
  ).toEqual([]);
});

test('who does it decides between close calls', () => {
  expect(match(['forward contract', 'contract manager'])).toEqual([['forward contract', 'send contract']]);
  expect(match(['forward contract', 'engineer'])).toEqual([]);
});

test('a doing told twice joins twice, by its words alone', () => {
  expect(match(['send contract', 'contract manager'], ['send contract to customer', 'contract manager'])).toEqual([
    ['send contract', 'send contract'],
    ['send contract to customer', 'send contract'],
  ]);
});

function match(...told: [label: string, role: string][]): string[][] {
  const activities = told.map(([label, role], at): ToldActivity => {
    return { label, roles: [role], steps: tellRecording({ id: `r${at}`, steps: [label] }).extraction.steps };
  });
  const { sure } = matchLog(activities, logged);
  return activities.flatMap((one) => (sure.has(one) ? [[one.label, sure.get(one)!.label]] : []));
}
