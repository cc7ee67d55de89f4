// In: a period as people write it. Out: its first moment and the first one after it, milliseconds since 1970 (UTC).
import type { LogSlice } from '../domain/comparison.ts';
import { MirrorError } from '../domain/errors.ts';

/**
 * "2026", "2026-03" and "2026-03-15" are a year, a month and a day; two of them joined by ".." reach from the start of
 * the first to the end of the second, and either may be left out.
 * @param typed the option as the person gave it, for what is wrong with it
 * @throws compare/bad-side
 */
export function readPeriod(text: string, typed: string): Pick<LogSlice, 'fromMs' | 'toMs'> {
  const at = text.indexOf('..');
  const [from, to] = at < 0 ? [text, text] : [text.slice(0, at), text.slice(at + 2)];
  const [first, last] = [from === '' ? undefined : readDate(from, typed), to === '' ? undefined : readDate(to, typed)];
  if (!first && !last) throw badSide(typed, 'name at least one end');
  if (first && last && first.fromMs >= last.toMs) throw badSide(typed, 'it ends before it starts');
  return { ...(first && { fromMs: first.fromMs }), ...(last && { toMs: last.toMs }) };
}

function readDate(text: string, typed: string): { fromMs: number; toMs: number } {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text.trim()) ?? [];
  if (year === undefined) throw badSide(typed, 'dates are written 2026, 2026-03 or 2026-03-15');
  const [y, m, d] = [Number(year), Number(month ?? 1) - 1, Number(day ?? 1)];
  const fromMs = Date.UTC(y, m, d);
  const written = [year, month, day].filter(Boolean).join('-');
  // A date that is none, such as 2026-02-30, would be read as another one.
  if (!new Date(fromMs).toISOString().startsWith(written)) throw badSide(typed, `${written} is no date`);
  const toMs = day ? Date.UTC(y, m, d + 1) : month ? Date.UTC(y, m + 1, 1) : Date.UTC(y + 1, 0, 1);
  return { fromMs, toMs };
}

/** The complaint about an option that narrows cases or names a side. `typed` is the option as the person gave it. */
export const badSide = (typed: string, detail: string): MirrorError =>
  new MirrorError('compare/bad-side', { data: { typed, detail } });
