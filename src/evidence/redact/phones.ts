// Phone numbers: international ones by their calling code, national ones by how they are written or by words before them.
import { type Hint, hintBefore } from './hints.ts';
import { beginsFreely, type Group, type NumberRun } from './numbers/number-runs.ts';
import { isInternational } from './phone-codes.ts';
import type { Span } from './span.ts';

export function* findPhones(text: string, runs: readonly NumberRun[]): Generator<Span> {
  for (const run of runs) {
    for (let from = 0; from < run.groups.length; ) {
      const found = findFrom(text, run, from);
      if (found !== undefined) yield found.span;
      from = found === undefined ? from + 1 : found.to + 1;
    }
  }
}

interface Found {
  readonly span: Span;
  /** The last group that belongs to it. */
  readonly to: number;
}

function findFrom(text: string, run: NumberRun, from: number): Found | undefined {
  const { start } = run.groups[from]!;
  if (from > 0 && !/ /.test(run.gaps[from - 1]!)) return undefined;
  const lead = /(?:\+|\(\+|\()[ ]?$/.exec(text.slice(Math.max(0, start - 3), start))?.[0] ?? '';
  const begin = start - lead.length;
  if (!beginsFreely(text, begin) || isInPath(text, begin)) return undefined;
  const hint = lead.includes('+') ? 'none' : hintBefore(text, begin);
  if (!lead.includes('+') && !canBegin(text, run.groups[from]!, { lead, hint })) return undefined;
  // Longest first: a number ends where the run ends, unless what is left is too long or no number.
  for (let to = Math.min(run.groups.length - 1, from + 7); to >= from; to -= 1) {
    const { end } = run.groups[to]!;
    if (!endsAt(text, end, run.gaps[to])) continue;
    const written = { raw: lead + text.slice(start, end), isPlus: lead.includes('+') };
    const rule = recognise(written, hint);
    if (rule === undefined) continue;
    const closed = lead.includes('(') && !written.raw.includes(')') && text[end] === ')' ? end + 1 : end;
    return { span: { start: begin, end: closed, kind: 'phone', ...rule }, to };
  }
  return undefined;
}

/** Looked at before all the ways a number could go on: a page of figures has very many of them. */
function canBegin(text: string, { start, end }: Group, { lead, hint }: { lead: string; hint: Hint }): boolean {
  if (hint === 'phone') return true;
  return (
    hint === 'none' && (text[start] === '0' || lead === '(' || end - start === 3 || text.slice(start, end) === '1')
  );
}

type Recognised = Pick<Span, 'rule' | 'certainty01'>;

function recognise(written: { readonly raw: string; readonly isPlus: boolean }, said: Hint): Recognised | undefined {
  const raw = written.raw.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll('–', '-');
  const digits = raw.replace('(0)', '').replaceAll(/\D/g, '');
  if (digits.length < 6 || digits.length > 17 || /^(\d)\1+$/.test(digits)) return undefined;
  if (written.isPlus) return isInternational(digits) ? { rule: 'phone-international', certainty01: 0.95 } : undefined;
  if (isDateOrTime(raw)) return undefined;
  if (/^00[1-9]/.test(digits) && digits.length >= 11 && isInternational(digits.slice(2)))
    return said === 'phone' || /^00\d{1,3}[ \-/(]/.test(raw) || digits.length >= 13
      ? { rule: 'phone-international', certainty01: 0.9 }
      : undefined;
  if (said === 'phone') return isHintedNumber(raw, digits) ? { rule: 'phone-hinted', certainty01: 0.85 } : undefined;
  if (NORTH_AMERICAN.test(raw)) return { rule: 'phone-national', certainty01: 0.8 };
  return isTrunk(raw, digits) ? { rule: 'phone-national', certainty01: 0.75 } : undefined;
}

/** After "Tel." almost any way of writing one will do; dates and small numbers are none. */
const isHintedNumber = (raw: string, digits: string): boolean =>
  digits.length >= 6 && digits.length <= 15 && !/\d\.\d{1,2}$/.test(raw.replaceAll(/(?:\d{2,}\.){2,}\d+$/g, ''));

/** "(415) 555-2671", "415-555-2671", "1-800-555-0199": area and exchange begin with 2 to 9. */
const NORTH_AMERICAN = /^(?:1[-. ])?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[-.])[2-9]\d{2}[-.]\d{4}$/;

/**
 * With the 0 that is dialled before an area, and written in groups: "0660 1234567", "(030) 123 456", "06 12 34 56 78".
 * Amounts and versions are written with dots and seldom begin with 0.
 */
function isTrunk(raw: string, digits: string): boolean {
  if (!/^\(?0[1-9]/.test(raw) || digits.length < 9 || digits.length > 13) return false;
  if (/^0[1-9](?: \d\d){4}$/.test(raw) || /^0[1-9](?:\.\d\d){4}$/.test(raw)) return true;
  return /^(?:\(0\d{1,4}\) ?|0\d{1,5} ?[/-] ?|0\d{1,4} )\d{2,8}(?:[ -]\d{1,6}){0,3}$/.test(raw);
}

/** "03.02.2026", "2026-03-02 14:05", "09-11-2026". */
const isDateOrTime = (raw: string): boolean =>
  /^\(?(?:\d{1,2}[./-] ?\d{1,2}[./-] ?(?:\d{4}|\d{2})|\d{4}[./-]\d{1,2}[./-]\d{1,2})(?:\D|$)/.test(raw);

/** After a slash, an equals sign or a hash a number belongs to an address or names something. */
function isInPath(text: string, at: number): boolean {
  const before = text[at - 1] ?? '';
  return /[/=#&?%$€£]/.test(before) && !/tel[=/]{1,3}$/i.test(text.slice(Math.max(0, at - 6), at));
}

function endsAt(text: string, end: number, gap: string | undefined): boolean {
  const after = text.slice(end, end + 2);
  if (/^[\p{L}\d_%€$£]/u.test(after) || /^[,:]\d/.test(after) || /^-\p{L}/u.test(after)) return false;
  if (/^ ?[€$£%]/.test(after)) return false;
  return gap === undefined || gap.startsWith(' ');
}
