// What a side of a comparison is called in sentences.
import type { GraphPart, LogSlice } from '../../domain/comparison.ts';
import { quote } from '../say.ts';

const PARTS: Readonly<Record<GraphPart, string>> = {
  all: 'the whole process',
  observed: 'the logs',
  told: 'what people tell',
};

/** "the logs", "cases that start from 2026-03-01 to 2026-03-31, with role “clerk”". */
export function namePart(part: GraphPart, slice: LogSlice | undefined): string {
  if (slice === undefined) return PARTS[part];
  const conditions = listConditions(slice);
  return conditions.length === 0 ? PARTS.observed : `cases ${conditions.join(', ')}`;
}

/** The same of another process: its name goes first. */
export const namePartOf = (process: string, part: GraphPart, slice: LogSlice | undefined): string =>
  part === 'all' && slice === undefined ? quote(process) : `${quote(process)}, ${namePart(part, slice)}`;

export const nameApproval = (name: string): string => `the approved graph ${quote(name)}`;

/** What a side is, as far as its name depends on it. */
export type NamedSide =
  | { readonly approval: { readonly name: string } }
  | {
      readonly stored: { readonly process: { readonly id: string; readonly name: string } };
      readonly part: GraphPart;
      readonly slice: LogSlice | undefined;
    };

/** Two periods of one process, the first over before the second begins, and alike in every other condition. */
export function isInTime({ before, after }: { before: NamedSide; after: NamedSide }): boolean {
  if ('approval' in before || 'approval' in after || before.stored.process.id !== after.stored.process.id) return false;
  if (before.slice?.toMs === undefined || after.slice?.fromMs === undefined) return false;
  return before.slice.toMs <= after.slice.fromMs && sayRest(before.slice) === sayRest(after.slice);
}

const sayRest = (slice: LogSlice): string =>
  listConditions({ ...slice, fromMs: undefined, toMs: undefined }).join(', ');

/** What only one side has, in a word or two for each side: "only told", "only “2026”", "gone". */
export function nameAlone(sides: { before: NamedSide; after: NamedSide }): { before: string; after: string } {
  if (isInTime(sides)) return { before: 'gone', after: 'new' };
  const [before, after] = [aloneOf(sides.before, sides.after), aloneOf(sides.after, sides.before)];
  return before === after ? { before: 'only first', after: 'only second' } : { before, after };
}

function aloneOf(side: NamedSide, other: NamedSide): string {
  if ('approval' in side) return `only ${shorten(side.approval.name)}`;
  const { part, slice, stored } = side;
  if (!('approval' in other) && other.stored.process.id !== stored.process.id) {
    return `only ${shorten(stored.process.name)}`;
  }
  const conditions = listConditions(slice ?? {});
  if (conditions.length === 1) {
    const name = slice?.role ?? slice?.resource ?? slice?.activity;
    return name === undefined ? `only ${slice?.variants ? 'variants' : 'period'}` : `only ${shorten(name)}`;
  }
  if (conditions.length > 1) return 'only part';
  const words = { told: 'only told', observed: 'only logged', all: 'approval' in other ? 'only now' : 'only whole' };
  return words[part];
}

/** Badges stand close together on the map. */
const shorten = (name: string): string => quote(name.length > 14 ? `${name.slice(0, 13).trimEnd()}…` : name);

function listConditions({
  fromMs,
  toMs,
  role,
  resource,
  activity,
  activities,
  reworked,
  variants,
}: LogSlice): string[] {
  const from = fromMs === undefined ? '' : ` from ${sayMoment(fromMs)}`;
  const to = toMs === undefined ? '' : ` ${from === '' ? 'up ' : ''}to ${sayLast(toMs)}`;
  return [
    from + to !== '' && `that start${from}${to}`,
    role !== undefined && `with role ${quote(role)}`,
    resource !== undefined && `with ${quote(resource)} at work`,
    activity !== undefined && `with ${quote(activity)}`,
    activities !== undefined && `with ${activities.map(quote).join(' or ')}`,
    reworked !== undefined && (reworked ? 'with rework' : 'without rework'),
    variants !== undefined &&
      (variants.first === variants.last
        ? `of variant ${variants.first}`
        : `of variants ${variants.first} to ${variants.last}`),
  ].filter((condition) => typeof condition === 'string');
}

const DAY = 86_400_000;

const sayMoment = (ms: number): string => {
  const text = new Date(ms).toISOString();
  return ms % DAY === 0 ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 16)}`;
};

/** The end of a period is the first moment after it: of whole days the last one is named. */
const sayLast = (toMs: number): string => (toMs % DAY === 0 ? sayMoment(toMs - DAY) : sayMoment(toMs));
