// In: the rules of a workspace, and the names a process knows. Out: what finds all that they are about in a text.
import type { RedactionKind, RedactionRules } from '../../domain/redaction.ts';
import { findEmails } from './emails.ts';
import { findIbans } from './ibans.ts';
import { createNameRule } from './names.ts';
import { findNetworkAddresses } from './network-addresses.ts';
import { CARDS } from './numbers/cards.ts';
import { findNationalCodes } from './numbers/national-codes.ts';
import { NATIONAL_NUMBERS } from './numbers/national-numbers.ts';
import { findNumberRuns } from './numbers/number-runs.ts';
import { findShapedNumbers, indexShapes } from './numbers/shaped-numbers.ts';
import { createOwnRule } from './own-patterns.ts';
import { findPasswords } from './passwords.ts';
import { findPhones } from './phones.ts';
import { listPlaceholders } from './placeholders.ts';
import { resolveOverlaps } from './resolve-overlaps.ts';
import { findSecrets } from './secrets.ts';
import { BLANK, type Rule, type Span } from './span.ts';
import { findSpokenEmails } from './spoken-emails.ts';
import { findSpokenNumbers } from './spoken-digits.ts';

export interface Redactor {
  readonly isNumbered: boolean;
  /** In order, none over another; what was replaced before is left alone. */
  find(text: string): Span[];
}

/** @throws redaction/bad-pattern */
export function createRedactor(rules: RedactionRules, names: readonly string[] = []): Redactor {
  const on = new Set<RedactionKind>(rules.on);
  const always = rulesFor(on, rules, names);
  const withDigits = numberRulesFor(on);
  const findOnce = (text: string): Span[] => {
    const found = always.flatMap((rule) => [...rule(text)]);
    if (/\d/.test(text)) found.push(...withDigits.flatMap((rule) => [...rule(text)]));
    // One rule may know several kinds. What reaches over a value found before is none: each round blanks some more.
    const isOne = ({ start, end, kind }: Span): boolean =>
      on.has(kind) && end > start && !text.slice(start, end).includes(BLANK);
    return resolveOverlaps(found.filter(isOne));
  };
  return { isNumbered: rules.isNumbered, find: (text) => findAll(text, findOnce) };
}

/**
 * Looks again where something was found: a value may say what stands after it, or hide it. What is found is blanked, so
 * that the text that comes of it reads as this one does at the end; redacting it once more finds nothing.
 */
function findAll(text: string, findOnce: (text: string) => Span[]): Span[] {
  let rest = blank(text, listPlaceholders(text));
  const found: Span[] = [];
  for (;;) {
    const more = findOnce(rest);
    if (more.length === 0) return found.sort((a, b) => a.start - b.start);
    found.push(...more);
    rest = blank(rest, more);
  }
}

function blank(text: string, places: readonly { readonly start: number; readonly end: number }[]): string {
  if (places.length === 0) return text;
  let blanked = '';
  let at = 0;
  for (const { start, end } of places) {
    blanked += text.slice(at, start) + BLANK.repeat(end - start);
    at = end;
  }
  return blanked + text.slice(at);
}

function rulesFor(on: ReadonlySet<RedactionKind>, rules: RedactionRules, names: readonly string[]): Rule[] {
  return [
    ...(on.has('email') ? [findEmails, findSpokenEmails] : []),
    ...(on.has('secret') ? [findSecrets, findPasswords] : []),
    ...(on.has('ip') ? [findNetworkAddresses] : []),
    ...(on.has('name') ? [createNameRule(names)] : []),
    ...(on.has('own') ? rules.own.map(createOwnRule) : []),
    ...(SPOKEN.some((kind) => on.has(kind)) ? [findSpoken(on)] : []),
  ];
}

const SPOKEN: readonly RedactionKind[] = ['phone', 'iban', 'card', 'nationalId', 'secret'];

function findSpoken(on: ReadonlySet<RedactionKind>): Rule {
  const kinds = shapesFor(on);
  return (text) => findSpokenNumbers(text, kinds);
}

function numberRulesFor(on: ReadonlySet<RedactionKind>): Rule[] {
  return [
    ...(NUMBERS.some((kind) => on.has(kind)) ? [findNumbers(on)] : []),
    ...(on.has('nationalId') ? [findNationalCodes] : []),
    ...(on.has('iban') ? [findIbans] : []),
  ];
}

const NUMBERS: readonly RedactionKind[] = ['card', 'nationalId', 'phone'];

function findNumbers(on: ReadonlySet<RedactionKind>): Rule {
  const kinds = shapesFor(on);
  return function* findAllNumbers(text) {
    const runs = findNumberRuns(text);
    if (kinds.size > 0) yield* findShapedNumbers(text, runs, kinds);
    if (on.has('phone')) yield* findPhones(text, runs);
  };
}

const shapesFor = (on: ReadonlySet<RedactionKind>) =>
  indexShapes([...CARDS, ...NATIONAL_NUMBERS].filter(({ kind }) => on.has(kind)));
