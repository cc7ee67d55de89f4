// In: texts that belong together, and what finds. Out: the same texts with placeholders, and how many of each kind.
import type { RedactionCounts, RedactionKind } from '../../domain/redaction.ts';
import type { Redactor } from './create-redactor.ts';
import { listPlaceholders, placeholderOf } from './placeholders.ts';

/** The texts of one recording or document: within it the same value has the same number. */
export interface Redaction {
  /** Before anything is cleaned, where numbers are given: numbers that stand in the text already are not given again. */
  learn(text: string): void;
  clean(text: string): string;
  /** What `clean` would put where, in order, none over another; counts it like `clean`. */
  listReplacements(text: string): Replacement[];
  /** Of what was cleaned, with what had been replaced before. */
  counts(): RedactionCounts;
}

/** `text.slice(start, end)` becomes `by`. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

export function openRedaction(redactor: Redactor): Redaction {
  const numbers = new Map<string, number>();
  const highest = new Map<RedactionKind, number>();
  const counts: Partial<Record<RedactionKind, number>> = {};
  const count = (kind: RedactionKind): void => {
    counts[kind] = (counts[kind] ?? 0) + 1;
  };
  const numberOf = (kind: RedactionKind, value: string): number => {
    const key = `${kind} ${sameValue(value)}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const next = (highest.get(kind) ?? 0) + 1;
    highest.set(kind, next);
    numbers.set(key, next);
    return next;
  };
  const listReplacements = (text: string): Replacement[] => {
    for (const { kind } of listPlaceholders(text)) count(kind);
    return redactor.find(text).map(({ start, end, kind }) => {
      count(kind);
      const number = redactor.isNumbered ? numberOf(kind, text.slice(start, end)) : undefined;
      return { start, end, by: placeholderOf(kind, number) };
    });
  };
  return {
    learn: (text) => {
      for (const { kind, number = 0 } of listPlaceholders(text))
        highest.set(kind, Math.max(number, highest.get(kind) ?? 0));
    },
    clean: (text) => replaceAll(text, listReplacements(text)),
    listReplacements,
    counts: () => counts,
  };
}

/** Replacements in order, none over another. */
export function replaceAll(text: string, replacements: readonly Replacement[]): string {
  let replaced = '';
  let at = 0;
  for (const { start, end, by } of replacements) {
    replaced += text.slice(at, start) + by;
    at = end;
  }
  return at === 0 ? text : replaced + text.slice(at);
}

/** However it is written: "AT61 1904" and "at611904" are one value. */
const sameValue = (value: string): string => value.toLowerCase().replaceAll(/[^\p{L}\p{N}@.]/gu, '');
