import { expect, test } from 'vitest';
import { sayIsoDuration, toNcName, toVariable, toXmlText } from './words.ts';

test('durations are said in the largest unit that fits', () => {
  expect(['P2D', 'P1W', 'PT90M', 'P10D', 'PT1S', 'PT0S', 'soon'].map(sayIsoDuration)).toEqual([
    '2 days',
    '1 week',
    '1.5 hours',
    '10 days',
    '1 second',
    '0 seconds',
    undefined,
  ]);
});

test('variables and ids are names whatever they are made of', () => {
  expect(toVariable('It is over 10.000 €, isn’t it?')).toBe('it_is_over_10_000_isn_t_it');
  expect(toVariable('2 Tage später')).toBe('if_2_tage_spater');
  expect(toVariable('…')).toMatch(/^if_[a-z0-9]+$/);
  expect(toNcName('Task', 'a1-b.c')).toBe('Task_a1-b.c');
  expect(toNcName('Task', 'r 1/ü')).toMatch(/^Task_[a-z0-9]{14}$/);
});

test('what XML cannot hold becomes a space or a replacement', () => {
  expect(toXmlText('a\u0000b\u000bc\ud83d')).toBe('a b c\ufffd');
  expect(toXmlText('a\tb\n<&>😀')).toBe('a\tb\n<&>😀');
});
