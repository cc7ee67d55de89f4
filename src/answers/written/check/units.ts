// Units right behind a number.
import type { QuantityUnit } from './quantity.ts';

const [SECOND, MINUTE, HOUR, DAY] = [1000, 60_000, 3_600_000, 86_400_000];

interface Unit {
  readonly pattern: RegExp;
  readonly unit: QuantityUnit;
  readonly factor: number;
}

const UNITS: readonly Unit[] = [
  { pattern: /^\s*(?:percentage points?|pp)\b/i, unit: 'points', factor: 0.01 },
  { pattern: /^\s*(?:%|per ?cent\b)/i, unit: 'share', factor: 0.01 },
  { pattern: /^[\s-]*(?:working|business|work)[\s-]days?\b/i, unit: 'workday', factor: 1 },
  { pattern: /^[\s-]*(?:milliseconds?|ms)\b/i, unit: 'ms', factor: 1 },
  { pattern: /^[\s-]*(?:seconds?|secs?|s)\b/i, unit: 'ms', factor: SECOND },
  { pattern: /^[\s-]*(?:minutes?|mins?|min\.)(?![\p{L}])/iu, unit: 'ms', factor: MINUTE },
  { pattern: /^[\s-]*(?:hours?|hrs?|h)\b/i, unit: 'ms', factor: HOUR },
  { pattern: /^[\s-]*(?:calendar[\s-])?(?:days?|d)\b/i, unit: 'ms', factor: DAY },
  { pattern: /^[\s-]*(?:weeks?|wks?)\b/i, unit: 'ms', factor: 7 * DAY },
  // As `parseIsoDuration` counts them.
  { pattern: /^[\s-]*months?\b/i, unit: 'ms', factor: 30 * DAY },
  { pattern: /^[\s-]*years?\b/i, unit: 'ms', factor: 365 * DAY },
  {
    pattern: /^\s*(?:[€$£]|(?:euros?|dollars?|pounds?|francs?|cents?|eur|usd|gbp|chf|bucks|quid)\b)/i,
    unit: 'money',
    factor: 1,
  },
  { pattern: /^(?:st|nd|rd|th)\b/i, unit: 'rank', factor: 1 },
  {
    pattern: /^\s*(?:times|-fold|fold|x)\s+(?:as|longer|shorter|more|less|higher|lower|faster|slower|larger|the)\b/i,
    unit: 'factor',
    factor: 1,
  },
  { pattern: /^(?:-fold|fold)\b/i, unit: 'factor', factor: 1 },
  { pattern: /^(?:x|×)(?![\p{L}\p{N}])/iu, unit: 'count', factor: 1 },
];

/** `code`: what follows makes no unit of it but a name ("4HANA", "2-way"). */
export function findUnit(after: string): { unit: QuantityUnit; factor: number; length: number } | 'code' {
  for (const { pattern, unit, factor } of UNITS) {
    const match = pattern.exec(after);
    if (match) return { unit, factor, length: match[0].length };
  }
  if (/^[\p{L}_/]|^[-.]\p{L}{2,}|^[.:/]\p{N}/u.test(after)) return 'code';
  return { unit: 'count', factor: 1, length: 0 };
}
