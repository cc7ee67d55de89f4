import { expect, test } from 'vitest';
import { DEFAULT_REDACTION, RedactionKind } from '../../domain/redaction.ts';
import { createRandom } from '../../lib/random.ts';
import { createRedactor } from './create-redactor.ts';
import { HARD, NEGATIVE, POSITIVE } from './judged-lines.sample.ts';
import { readMarks } from './judge-lines.ts';
import { listPlaceholders, placeholderOf, sayCounts, sayReplaced } from './placeholders.ts';
import { openRedaction } from './redact-text.ts';
import { tryRules } from './try-rules.ts';

const ALL = { ...DEFAULT_REDACTION, on: [...RedactionKind.options] };
const LINES = [...POSITIVE, ...NEGATIVE, ...HARD].map((line) => readMarks(line).text);

/** Pieces of lines in any order, cut anywhere: nothing that anybody would write, and everything that could be. */
function makeTexts(count: number, seed: number): string[] {
  const random = createRandom(seed);
  const piece = (): string => {
    const line = LINES[Math.floor(random() * LINES.length)]!;
    const from = random() < 0.5 ? 0 : Math.floor(random() * line.length);
    return line.slice(from, random() < 0.5 ? undefined : from + Math.ceil(random() * line.length));
  };
  const joints = ['', ' ', '\n', '. ', ', ', '-', '[card]', ' [e-mail 2] ', '; '];
  return Array.from({ length: count }, () =>
    Array.from(
      { length: 1 + Math.floor(random() * 6) },
      () => piece() + joints[Math.floor(random() * joints.length)]!,
    ).join(''),
  );
}

test('redacting what was redacted changes nothing', () => {
  const redactor = createRedactor(ALL, ['Ida', 'Ben']);
  const changed = makeTexts(4000, 3).flatMap((text) => {
    const once = openRedaction(redactor).clean(text);
    const twice = openRedaction(redactor).clean(once);
    return once === twice ? [] : [{ text, once, twice }];
  });
  expect(changed).toEqual([]);
});

test('nothing outside the places found changes, places are in order and never over each other', () => {
  const redactor = createRedactor(ALL);
  for (const text of makeTexts(2000, 4)) {
    const spans = redactor.find(text);
    let at = 0;
    let expected = '';
    for (const { start, end, kind } of spans) {
      expect(start).toBeGreaterThanOrEqual(at);
      expect(end).toBeGreaterThan(start);
      expected += text.slice(at, start) + placeholderOf(kind);
      at = end;
    }
    expect(openRedaction(redactor).clean(text)).toBe(expected + text.slice(at));
  }
});

test('what was replaced before is counted and left alone', () => {
  const redaction = openRedaction(createRedactor(DEFAULT_REDACTION));
  expect(redaction.clean('[e-mail] and ida@example.org, [card 12]')).toBe('[e-mail] and [e-mail], [card 12]');
  expect(redaction.counts()).toEqual({ email: 2, card: 1 });
});

test('the same value has the same number however it is written, and each kind counts by itself', () => {
  const redaction = openRedaction(createRedactor({ ...DEFAULT_REDACTION, isNumbered: true }));
  expect(
    redaction.clean(
      'ida@example.org, Ida@Example.org, ben@example.org, AT61 1904 3002 3457 3201, AT611904300234573201',
    ),
  ).toBe('[e-mail 1], [e-mail 1], [e-mail 2], [IBAN 1], [IBAN 1]');
});

test('only kinds that are on are replaced', () => {
  const only = createRedactor({ ...DEFAULT_REDACTION, on: ['card'] });
  expect(openRedaction(only).clean('ida@example.org 4111 1111 1111 1111 +43 660 1234567')).toBe(
    'ida@example.org [card] +43 660 1234567',
  );
});

test('addresses of machines are found, versions and times are not', () => {
  const only = createRedactor({ ...DEFAULT_REDACTION, on: ['ip'] });
  const clean = (text: string): string => openRedaction(only).clean(text);
  expect(clean('from 192.168.0.17 and 2001:db8::ff00:42:8329, version 1.2.3.4 at 12:30:45, 1.2.3.4.5')).toBe(
    'from [IP address] and [IP address], version 1.2.3.4 at 12:30:45, 1.2.3.4.5',
  );
});

test('names are found as whole words, the longest first', () => {
  const only = createRedactor({ ...DEFAULT_REDACTION, on: ['name'] }, ['Anna', 'Anna Smith', 'Ann-Marie']);
  expect(openRedaction(only).clean('Anna  Smith asks anna, Annabel and Ann-Marie; Annas desk')).toBe(
    '[name] asks [name], Annabel and [name]; Annas desk',
  );
});

test('a trial shows where and how long, never the whole value, and nothing of a secret', () => {
  const text = 'one\nmail ida@example.org\nPassword: Sommer2026!';
  expect(tryRules(text, createRedactor(DEFAULT_REDACTION))).toEqual({
    text: 'one\nmail [e-mail]\nPassword: [secret]',
    findings: [
      { kind: 'email', rule: 'email', line: 2, column: 6, shown: 'id… (15 characters)' },
      { kind: 'secret', rule: 'password', line: 3, column: 11, shown: '… (11 characters)' },
    ],
    counts: { email: 1, secret: 1 },
  });
});

test('counts are told in words', () => {
  expect(sayReplaced({ email: 12, card: 1 })).toBe(
    '12 e-mail addresses and 1 card number were replaced before storing',
  );
  expect(sayReplaced({ iban: 1 })).toBe('1 IBAN was replaced before storing');
  expect(sayCounts({ email: 1, phone: 2, secret: 1 })).toBe('1 e-mail address, 2 phone numbers and 1 key or password');
});

test('placeholders of every kind are known again', () => {
  const text = RedactionKind.options.map((kind, at) => placeholderOf(kind, at)).join(' ');
  expect(listPlaceholders(text).map(({ kind, number }) => [kind, number])).toEqual(
    RedactionKind.options.map((kind, at) => [kind, at]),
  );
});

test('a text without end and without spaces takes no more than its length', () => {
  const redactor = createRedactor(ALL);
  // Each of these is what some rule could go back and forth over.
  for (const piece of [
    'a',
    'a.',
    'a@',
    '1',
    '1 ',
    '1-',
    'one ',
    'a dot ',
    ' at ',
    'AT61',
    '(',
    'key=',
    'eyJ.',
    '://a',
    '.1',
    '-----BEGIN PRIVATE KEY-----',
  ]) {
    const text = piece.repeat(Math.ceil(60_000 / piece.length));
    const found = redactor.find(text);
    expect(found.every(({ start, end }, at) => end <= (found[at + 1]?.start ?? text.length) && start < end)).toBe(true);
  }
});
