// What stands in the place of a value, and how the kinds are called.
import { allMatches } from './all-matches.ts';
import { type RedactionCounts, RedactionKind } from '../../domain/redaction.ts';

interface KindWords {
  /** Between the brackets. */
  readonly short: string;
  readonly one: string;
  readonly many: string;
}

export const KIND_WORDS: Readonly<Record<RedactionKind, KindWords>> = {
  email: { short: 'e-mail', one: 'e-mail address', many: 'e-mail addresses' },
  phone: { short: 'phone', one: 'phone number', many: 'phone numbers' },
  iban: { short: 'IBAN', one: 'IBAN', many: 'IBANs' },
  card: { short: 'card', one: 'card number', many: 'card numbers' },
  nationalId: { short: 'national id', one: 'national id', many: 'national ids' },
  secret: { short: 'secret', one: 'key or password', many: 'keys or passwords' },
  ip: { short: 'IP address', one: 'IP address', many: 'IP addresses' },
  name: { short: 'name', one: 'name', many: 'names' },
  own: { short: 'redacted', one: 'match of your own patterns', many: 'matches of your own patterns' },
};

/** "[e-mail]", or "[e-mail 2]". */
export const placeholderOf = (kind: RedactionKind, number?: number): string =>
  number === undefined ? `[${KIND_WORDS[kind].short}]` : `[${KIND_WORDS[kind].short} ${number}]`;

export interface Placeholder {
  readonly start: number;
  readonly end: number;
  readonly kind: RedactionKind;
  readonly number: number | undefined;
}

const KIND_OF = new Map(RedactionKind.options.map((kind) => [KIND_WORDS[kind].short, kind]));
const PLACEHOLDER = new RegExp(`\\[(${[...KIND_OF.keys()].join('|')})(?: (\\d{1,6}))?\\]`, 'g');

/** Those that stand in a text already, because it was redacted before. */
export function listPlaceholders(text: string): Placeholder[] {
  if (!text.includes('[')) return [];
  return [...allMatches(PLACEHOLDER, text)].map(({ index, 0: found, 1: short, 2: number }) => ({
    start: index,
    end: index + found.length,
    kind: KIND_OF.get(short!)!, // the pattern is made of these words
    number: number === undefined ? undefined : Number(number),
  }));
}

/** "12 e-mail addresses and 1 card number"; empty where nothing was replaced. */
export function sayCounts(counts: RedactionCounts): string {
  const parts = RedactionKind.options.flatMap((kind) => {
    const count = counts[kind] ?? 0;
    return count === 0
      ? []
      : [`${count.toLocaleString('en')} ${count === 1 ? KIND_WORDS[kind].one : KIND_WORDS[kind].many}`];
  });
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** "12 e-mail addresses and 1 card number were replaced before storing" */
export function sayReplaced(counts: RedactionCounts): string {
  const total = Object.values(counts).reduce((sum, count) => sum + (count ?? 0), 0);
  return `${sayCounts(counts)} ${total === 1 ? 'was' : 'were'} replaced before storing`;
}
