// Numbers in words: every figure on screen is made here, so that the same value always reads the same.
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

/** A span of time for reading: "0 s", "45 s", "12 min", "4 h 10 min", "3.2 d". */
export function formatDuration(ms: number): string {
  if (ms < SECOND) return ms > 0 ? '<1 s' : '0 s';
  if (ms < MINUTE - SECOND / 2) return `${whole.format(ms / SECOND)} s`;
  if (ms < HOUR - MINUTE / 2) return `${whole.format(ms / MINUTE)} min`;
  if (ms < DAY - MINUTE / 2) return formatHours(ms);
  return `${(ms < 10 * DAY ? tenths : whole).format(ms / DAY)} d`;
}

/** The same in one unit, for where there is little room: "12 min", "4.2 h", "20 h", "3.2 d". */
export function formatRough(ms: number): string {
  if (ms < HOUR - MINUTE / 2 || ms >= DAY - MINUTE / 2) return formatDuration(ms);
  return `${(ms < 10 * HOUR ? tenths : whole).format(ms / HOUR)} h`;
}

/** A clock for media: "0:07", "12:30", "1:02:05". */
export function formatClock(ms: number): string {
  const seconds = Math.floor(Math.max(0, ms) / SECOND);
  const pad = (value: number): string => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  return hours > 0 ? `${hours}:${pad(minutes % 60)}:${pad(seconds % 60)}` : `${minutes}:${pad(seconds % 60)}`;
}

/** "1,204". */
export const formatCount = (count: number): string => whole.format(count);

/** "1 case", "46 handoffs"; `many` only where adding an s is wrong. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** "12%"; what is there but rounds to nothing is "<1%". */
export function formatShare(share01: number): string {
  const percent = share01 * 100;
  if (percent > 0 && percent < 1) return '<1%';
  return `${whole.format(percent)}%`;
}

const ISO_DURATION =
  /^P(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
const ISO_CALENDAR = /^P(?:(\d+)Y)?(?:(\d+)M)?$/;

/** An ISO 8601 duration for reading; what cannot be read stays as it is. */
export function formatIsoDuration(iso: string): string {
  const found = ISO_DURATION.exec(iso);
  if (!found || iso === 'P' || iso.endsWith('T')) return formatCalendar(iso) ?? iso;
  const [, weeks = '0', days = '0', hours = '0', minutes = '0', seconds = '0'] = found;
  return formatDuration(
    Number(weeks) * 7 * DAY +
      Number(days) * DAY +
      Number(hours) * HOUR +
      Number(minutes) * MINUTE +
      Number(seconds) * SECOND,
  );
}

// Months and years are no fixed number of days, so they stay months and years.
function formatCalendar(iso: string): string | undefined {
  const [, years, months] = ISO_CALENDAR.exec(iso) ?? [];
  const parts = [years && countOf(Number(years), 'year'), months && countOf(Number(months), 'month')].filter(Boolean);
  return parts.length > 0 ? parts.join(' ') : undefined;
}

/** "just now", "12 minutes ago", "yesterday", then the date. */
export function formatWhen(atMs: number, nowMs: number): string {
  const ago = nowMs - atMs;
  const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
  if (ago < MINUTE) return 'just now';
  if (ago < HOUR) return relative.format(-Math.floor(ago / MINUTE), 'minute');
  if (ago < DAY) return relative.format(-Math.floor(ago / HOUR), 'hour');
  if (ago < 7 * DAY) return relative.format(-Math.floor(ago / DAY), 'day');
  return formatDate(atMs);
}

/** "12 Mar 2026". */
export function formatDate(atMs: number, timeZone?: string): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone }).format(atMs);
}

/** "12 Mar 2026, 14:05". */
export function formatMoment(atMs: number, timeZone?: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(atMs);
}

/** The time on the clock of whoever logged it: `zoneMinutes` ahead of UTC. */
export const formatLogged = (atMs: number, zoneMinutes: number): string =>
  formatMoment(atMs + zoneMinutes * MINUTE, 'UTC');

/** "UTC+01:00". */
export function formatZone(minutes: number): string {
  const pad = (value: number): string => String(value).padStart(2, '0');
  const away = Math.abs(minutes);
  return `UTC${minutes < 0 ? '-' : '+'}${pad(Math.floor(away / 60))}:${pad(away % 60)}`;
}

/** A calibrated confidence in words; the number itself belongs beside it. */
export function describeConfidence(confidence01: number): string {
  if (confidence01 >= 0.95) return 'almost certain';
  if (confidence01 >= 0.8) return 'very likely';
  if (confidence01 >= 0.6) return 'likely';
  if (confidence01 >= 0.4) return 'uncertain';
  return 'doubtful';
}

/** "Customer onboarding" from "customer onboarding"; other capitals stay. */
export const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function formatHours(ms: number): string {
  const minutes = Math.round(ms / MINUTE);
  const rest = minutes % 60;
  const hours = Math.floor(minutes / 60);
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}
