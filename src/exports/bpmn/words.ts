// How the diagram says things.
import { shortHash } from '../../lib/short-hash.ts';
import { parseIsoDuration } from '../../lib/iso-duration.ts';

/** An NCName that says what it names; ids that are none become a hash. */
export const toNcName = (prefix: string, id: string): string =>
  `${prefix}_${/^[\w.-]+$/.test(id) ? id : shortHash(id)}`;

export const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const UNITS = [
  { noun: 'week', ms: 7 * 86_400_000 },
  { noun: 'day', ms: 86_400_000 },
  { noun: 'hour', ms: 3_600_000 },
  { noun: 'minute', ms: 60_000 },
  { noun: 'second', ms: 1000 },
] as const;

/** "3 days" of milliseconds, in the largest unit of which it is at least one; in weeks only if they are whole. */
export function sayDuration(ms: number): string {
  const unit = UNITS.find(({ noun, ms: size }) => ms >= size && (noun !== 'week' || ms % size === 0)) ?? UNITS.at(-1)!;
  const amount = Math.round((ms / unit.ms) * 10) / 10;
  return plural(amount, unit.noun);
}

/** "3 days" of "P3D"; undefined when it is no duration. */
export function sayIsoDuration(text: string): string | undefined {
  const ms = parseIsoDuration(text);
  return ms === undefined ? undefined : sayDuration(ms);
}

/** A name made of words, for a variable: lower case letters, digits and underscores, starting with a letter. */
export function toVariable(words: string): string {
  const plain = words.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const joined = plain
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(0, 60);
  return /^[a-z]/.test(joined) ? joined : `if_${joined || shortHash(words)}`;
}

/** Text that XML 1.0 can hold: control characters and halves of surrogate pairs become spaces. */
export const toXmlText = (text: string): string =>
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  text.toWellFormed().replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ' ');
