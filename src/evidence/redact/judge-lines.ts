// In: lines with «kind:value» marks, and what finds. Out: what was found rightly, wrongly and not at all, by kind.
import { RedactionKind } from '../../domain/redaction.ts';
import type { Redactor } from './create-redactor.ts';

export interface Judgement {
  /** By kind: places found with the right kind and the whole value, found wrongly, and missed. */
  readonly byKind: Readonly<Record<RedactionKind, { right: number; wrong: number; missed: number }>>;
  /** Each wrong or missed place, in words. */
  readonly faults: readonly string[];
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly kind: RedactionKind;
}

export function judgeLines(lines: readonly string[], redactor: Redactor): Judgement {
  const byKind = Object.fromEntries(
    RedactionKind.options.map((kind) => [kind, { right: 0, wrong: 0, missed: 0 }]),
  ) as Record<RedactionKind, { right: number; wrong: number; missed: number }>;
  const faults: string[] = [];
  for (const line of lines) {
    const { text, places } = readMarks(line);
    const found = redactor.find(text);
    for (const place of found) {
      const isRight = places.some((marked) => isSame(marked, place));
      byKind[place.kind][isRight ? 'right' : 'wrong'] += 1;
      if (!isRight)
        faults.push(`${place.kind} ${place.rule} "${text.slice(place.start, place.end)}" wrongly in: ${text}`);
    }
    for (const place of places.filter((marked) => !found.some((each) => isSame(each, marked)))) {
      byKind[place.kind].missed += 1;
      faults.push(`${place.kind} "${text.slice(place.start, place.end)}" missed in: ${text}`);
    }
  }
  return { byKind, faults };
}

const isSame = (a: Place, b: Place): boolean => a.kind === b.kind && a.start === b.start && a.end === b.end;

/** The line as it is read, and where its marks were. */
export function readMarks(line: string): { readonly text: string; readonly places: readonly Place[] } {
  const places: Place[] = [];
  let text = '';
  let at = 0;
  for (const { index, 0: whole, 1: kind, 2: value = '' } of line.matchAll(/«(\w+):([^»]*)»/g)) {
    text += line.slice(at, index);
    places.push({ start: text.length, end: text.length + value.length, kind: RedactionKind.parse(kind) });
    text += value;
    at = index + whole.length;
  }
  return { text: text + line.slice(at), places };
}
