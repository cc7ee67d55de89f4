// What the numbers of a comparison count, and what must be known before trusting them.
import { sayCount } from '../say.ts';
import type { SideInput } from './change-draft.ts';

export const COMPARISON_DEFINITIONS: Readonly<Record<string, string>> = {
  matching:
    'Activities are the same when they have the same id, are made of the same step, or have the same label, also in other words when only one fits.',
  frequency:
    'The share of cases that do an activity, or go from one to the next, at least once. Tested by Fisher’s exact test, two-sided, adjusted for all tests of the comparison (Benjamini and Hochberg); a change is clear when p is at most 0.05. The interval of the difference is Newcombe’s. Nothing is tested where both sides hold the same cases.',
  time: 'The median of the work in an activity, of the wait on a transition, or of whole cases, with its distribution-free 95 % interval by rank. A change is clear when the two intervals have no value in common; below six times there is no interval.',
  handoffs: 'Passes from one activity to the next in which the role changes; without roles, the resource.',
  bottlenecks:
    'Transitions that together take 90 % of all waiting, each at least 1 %, where cases wait longer than the work that follows takes. Not tested.',
  order:
    'Clear changes first, then what no test speaks about, then what may be chance; within each by the share of cases that go another way, or by the share of all time that moved. A transition to or from an activity that is itself on one side only counts half.',
};

/** Sentences about the two sides as a whole. */
export function listNotes(
  { before, after }: { before: SideInput; after: SideInput },
  sharedCases: number | undefined,
): string[] {
  const isMixed = before.measured.unit !== after.measured.unit;
  const smallest = Math.min(before.measured.cases, after.measured.cases);
  return [
    isMixed &&
      'One side counts cases and the other recordings, so shares are not compared: only what is on one side alone, in either.',
    !isMixed &&
      smallest < SMALL &&
      `One side has only ${sayCount(smallest, before.measured.unit.slice(0, -1))}: small changes cannot be seen.`,
    (sharedCases ?? 0) > 0 &&
      `The sides share ${sayCount(sharedCases ?? 0, isMixed ? 'case' : before.measured.unit.slice(0, -1))}, so nothing is tested: counts and medians stand as they are.`,
    sharedCases === undefined &&
      !isMixed &&
      `The sides may share ${before.measured.unit}, as an approved graph is drawn from the same process, so nothing is tested: counts and medians stand as they are.`,
  ].filter((note) => typeof note === 'string');
}

/** Below it a share of cases is known to more than 15 points either way. */
const SMALL = 30;
