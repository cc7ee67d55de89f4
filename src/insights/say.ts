// Numbers as a process owner reads them.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "40 seconds", "35 minutes", "14 hours", "8.5 days"; whole days as days. */
export function sayDuration(ms: number): string {
  if (ms < 90_000) return sayAmount(ms / 1000, 'second');
  if (ms < 90 * MINUTE) return sayAmount(ms / MINUTE, 'minute');
  if (ms < 48 * HOUR && ms % DAY !== 0) return sayAmount(ms / HOUR, 'hour');
  return sayAmount(ms / DAY, 'day');
}

function sayAmount(amount: number, unit: string): string {
  const rounded = amount < 10 ? Math.round(amount * 10) / 10 : Math.round(amount);
  return `${rounded} ${unit}${rounded === 1 ? '' : 's'}`;
}

/** "14 %", and "0.4 %" where a whole number would hide it. */
export function sayShare(share01: number): string {
  const percent = share01 * 100;
  return `${percent < 1 ? Math.round(percent * 10) / 10 : Math.round(percent)} %`;
}

/** "1 case", "400 cases". */
export const sayCount = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** In how many recordings it is told: "told once", "told in 3 recordings". */
export const sayTold = (recordings: number): string =>
  recordings === 1 ? 'told once' : `told in ${recordings} recordings`;

export const quote = (label: string): string => `“${label}”`;
