// A span of time as a person writes it: "2 days", "1 h 30 min", "P2D". Out: ISO 8601.
import { parseIsoDuration } from '../../src/lib/iso-duration.ts';

const UNITS: readonly (readonly [RegExp, string, 'date' | 'time'])[] = [
  [/^(?:weeks?|wks?|w)$/, 'W', 'date'],
  [/^(?:days?|d)$/, 'D', 'date'],
  [/^(?:hours?|hrs?|h)$/, 'H', 'time'],
  [/^(?:minutes?|mins?|m)$/, 'M', 'time'],
  [/^(?:seconds?|secs?|s)$/, 'S', 'time'],
];

/** Undefined when it is no span of time. */
export function readDuration(text: string): string | undefined {
  const plain = text.trim().toLowerCase();
  if (/^p/.test(plain)) return parseIsoDuration(plain.toUpperCase()) === undefined ? undefined : plain.toUpperCase();
  const parts = [...plain.matchAll(/(\d+(?:[.,]\d+)?|an?|one|half an)\s*([a-z]+)\s*(?:,|and)?\s*/g)];
  if (parts.length === 0 || parts.map(([whole]) => whole).join('') !== plain) return undefined;
  const spans = parts.map(([, amount = '', word = '']) => {
    const unit = UNITS.find(([pattern]) => pattern.test(word));
    return unit && { text: `${toNumber(amount)}${unit[1]}`, part: unit[2] };
  });
  if (!spans.every((span) => span !== undefined)) return undefined;
  const date = spans.filter(({ part }) => part === 'date').map((span) => span.text);
  const time = spans.filter(({ part }) => part === 'time').map((span) => span.text);
  const iso = `P${date.join('')}${time.length > 0 ? `T${time.join('')}` : ''}`;
  return parseIsoDuration(iso) === undefined ? undefined : iso;
}

function toNumber(amount: string): number {
  if (amount === 'half an') return 0.5;
  return /^\d/.test(amount) ? Number(amount.replace(',', '.')) : 1;
}
