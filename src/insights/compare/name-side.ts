// What a side of a comparison is called in sentences.
import type { GraphPart, LogSlice } from '../../domain/comparison.ts';
import { quote } from '../say.ts';

const PARTS: Readonly<Record<GraphPart, string>> = {
  all: 'the whole process',
  observed: 'the logs',
  told: 'the recordings',
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

function listConditions({ fromMs, toMs, role, resource, activity, variants }: LogSlice): string[] {
  const from = fromMs === undefined ? '' : ` from ${sayMoment(fromMs)}`;
  const to = toMs === undefined ? '' : ` ${from === '' ? 'up ' : ''}to ${sayLast(toMs)}`;
  return [
    from + to !== '' && `that start${from}${to}`,
    role !== undefined && `with role ${quote(role)}`,
    resource !== undefined && `with ${quote(resource)} at work`,
    activity !== undefined && `with ${quote(activity)}`,
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
