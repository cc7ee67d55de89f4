import { expect, test } from 'vitest';
import { readPeriod } from './read-period.ts';
import { readSlice } from './read-slice.ts';

const day = (text: string): number => Date.parse(`${text}T00:00Z`);

test('periods are days, months and years, both ends included', () => {
  expect(readPeriod('2026', '')).toEqual({ fromMs: day('2026-01-01'), toMs: day('2027-01-01') });
  expect(readPeriod('2026-12', '')).toEqual({ fromMs: day('2026-12-01'), toMs: day('2027-01-01') });
  expect(readPeriod('2024-02-29', '')).toEqual({ fromMs: day('2024-02-29'), toMs: day('2024-03-01') });
  expect(readPeriod('2026-01..2026-03-15', '')).toEqual({ fromMs: day('2026-01-01'), toMs: day('2026-03-16') });
  expect(readPeriod('2026..', '')).toEqual({ fromMs: day('2026-01-01') });
  expect(readPeriod('..2026-06', '')).toEqual({ toMs: day('2026-07-01') });
});

test('what is no period says why', () => {
  const why = (text: string): string => {
    try {
      return JSON.stringify(readPeriod(text, `--period "${text}"`));
    } catch (error) {
      return error instanceof Error ? error.message.replace(/\. `mirror .*/, '') : String(error);
    }
  };
  expect(['2026-02-30', '03/02/2026', '2026-05..2026-04', '..', '2026-13'].map(why)).toEqual([
    '--period "2026-02-30" cannot be used: 2026-02-30 is no date',
    '--period "03/02/2026" cannot be used: dates are written 2026, 2026-03 or 2026-03-15',
    '--period "2026-05..2026-04" cannot be used: it ends before it starts',
    '--period ".." cannot be used: name at least one end',
    '--period "2026-13" cannot be used: 2026-13 is no date',
  ]);
});

test('conditions make a slice, none makes none', () => {
  expect(readSlice({})).toBeUndefined();
  expect(readSlice({ role: 'clerk', variants: '2-5' })).toEqual({ role: 'clerk', variants: { first: 2, last: 5 } });
  expect(readSlice({ variants: '3' })).toEqual({ variants: { first: 3, last: 3 } });
  for (const variants of ['0', '5-2', 'many', '1-']) expect(() => readSlice({ variants })).toThrow('ranks from 1 on');
  expect(() => readSlice({ role: ' ' })).toThrow('--role "" cannot be used: the role is empty');
  expect(() => readSlice({ variants: '5-1' }, '--with "variants=5-1"')).toThrow('--with "variants=5-1" cannot be used');
});
