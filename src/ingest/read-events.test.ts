import { expect, test } from 'vitest';
import { MirrorError } from '../domain/errors.ts';
import { findCrashes } from './fuzz.case.ts';
import { readEvents } from './read-events.ts';

const EVENTS = `{"t": 12.3456, "app": "SAP", "title": "Order 4711", "kind": "copy"}

{"t": 0, "app": "Outlook", "title": "Inbox"}
{"t": 12.3456, "app": "Excel", "title": "prices.xlsx", "kind": "paste", "more": true}
`;

const read = (text: string) => readEvents(text, { file: 'a.events.jsonl' });

function complaint(text: string): string {
  try {
    return `${read(text).length} events`;
  } catch (error) {
    return error instanceof MirrorError ? `${error.code}: ${error.message}` : 'another error';
  }
}

test('events stand in order of time, in milliseconds; without a kind they are changes of window', () => {
  const expected = [
    { index: 0, atMs: 0, kind: 'window', app: 'Outlook', title: 'Inbox' },
    { index: 1, atMs: 12_346, kind: 'copy', app: 'SAP', title: 'Order 4711' },
    { index: 2, atMs: 12_346, kind: 'paste', app: 'Excel', title: 'prices.xlsx' },
  ];
  expect(read(EVENTS)).toEqual(expected);
  expect(read(`\ufeff${EVENTS.replaceAll('\n', '\r\n')}`)).toEqual(expected);
  expect(read('')).toEqual([]);
});

test('a bad line is named by its number', () => {
  const hint = 'Each line is one JSON object {"t": seconds, "app": "…", "title": "…"}.';
  expect(complaint(`${EVENTS}{"t": 1, "app"`)).toMatch(
    /^events\/bad-format: a\.events\.jsonl: line 5: this is not JSON \(/,
  );
  expect([
    complaint(`${EVENTS}\n{"t": "1", "app": "SAP", "title": ""}`),
    complaint('[]'),
    complaint('{"t": -1, "app": "SAP", "title": ""}'),
    complaint('{"t": 1772438400, "app": "SAP", "title": ""}'),
  ]).toEqual([
    `events/bad-format: a.events.jsonl: line 6: t: Invalid input: expected number, received string. ${hint}`,
    `events/bad-format: a.events.jsonl: line 1: Invalid input: expected object, received array. ${hint}`,
    `events/bad-format: a.events.jsonl: line 1: t: Too small: expected number to be >=0. ${hint}`,
    `events/bad-format: a.events.jsonl: line 1: t: 1772438400 s is longer than any recording. ${hint}`,
  ]);
});

test('damaged files end in a result or a clear refusal', async () => {
  expect(await findCrashes(EVENTS, read)).toEqual([]);
});
