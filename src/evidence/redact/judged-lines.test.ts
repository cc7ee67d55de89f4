import { expect, test } from 'vitest';
import { DEFAULT_REDACTION } from '../../domain/redaction.ts';
import { createRandom } from '../../lib/random.ts';
import { createRedactor } from './create-redactor.ts';
import { HARD, NEGATIVE, POSITIVE } from './judged-lines.sample.ts';
import { judgeLines, readMarks } from './judge-lines.ts';
import { placeholderOf } from './placeholders.ts';
import { openRedaction } from './redact-text.ts';

const redactor = createRedactor(DEFAULT_REDACTION);

test('everything marked in the plain lines is found whole, and nothing else', () => {
  expect(judgeLines(POSITIVE, redactor).faults).toEqual([]);
  expect(POSITIVE.length).toBeGreaterThan(170);
});

test('order numbers, invoices, dates, amounts, versions, hashes and case ids are left as they are', () => {
  expect(judgeLines(NEGATIVE, redactor).faults).toEqual([]);
  expect(NEGATIVE.length).toBeGreaterThan(200);
});

test('of the hard lines more than half is missed, and nothing is found wrongly', () => {
  const { byKind } = judgeLines(HARD, redactor);
  expect(Object.values(byKind).reduce((sum, { wrong }) => sum + wrong, 0)).toBe(0);
  const { email, phone, iban, card, nationalId, secret } = byKind;
  expect({ email, phone, iban, card, nationalId, secret }).toEqual({
    email: { right: 3, wrong: 0, missed: 5 },
    phone: { right: 2, wrong: 0, missed: 6 },
    iban: { right: 1, wrong: 0, missed: 2 },
    card: { right: 4, wrong: 0, missed: 1 },
    nationalId: { right: 2, wrong: 0, missed: 4 },
    secret: { right: 1, wrong: 0, missed: 7 },
  });
});

test('each plain line reads as it was marked, with placeholders in place of the marks', () => {
  const cleaned = POSITIVE.map((line) => openRedaction(redactor).clean(readMarks(line).text));
  expect(cleaned).toEqual(POSITIVE.map(withPlaceholders));
});

test('many lines together read as each by itself', () => {
  const random = createRandom(11);
  const lines = Array.from({ length: 2000 }, () => {
    const from = random() < 0.5 ? POSITIVE : NEGATIVE;
    return from[Math.floor(random() * from.length)]!;
  });
  const text = lines.map((line) => readMarks(line).text).join('\n');
  expect(openRedaction(redactor).clean(text)).toBe(lines.map(withPlaceholders).join('\n'));
});

test('numbers that are called order, invoice, ticket or case are left, whatever they check as', () => {
  const random = createRandom(5);
  const words = ['order', 'Invoice', 'ticket', 'case', 'Bestellung', 'Rechnungsnummer', 'Vorgang'];
  const lines = Array.from({ length: 20_000 }, (_, at) => {
    const digits = Array.from({ length: 6 + (at % 14) }, () => Math.floor(random() * 10)).join('');
    return `${words[at % words.length]} ${digits}`;
  });
  expect(lines.filter((line) => redactor.find(line).length > 0)).toEqual([]);
});

/** Marks are read from left to right, so no mark reaches into another. */
function withPlaceholders(line: string): string {
  const { text, places } = readMarks(line);
  let at = 0;
  let read = '';
  for (const { start, end, kind } of places) {
    read += text.slice(at, start) + placeholderOf(kind);
    at = end;
  }
  return read + text.slice(at);
}
