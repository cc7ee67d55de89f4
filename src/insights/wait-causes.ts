// Why cases wait, as the logs show it: for one place, for the whole process, and in plain words.
import type { Activity } from '../domain/graph.ts';
import type { WaitCauses, WaitEfficiency, WaitingOverview } from '../domain/waiting.ts';
import { measureEfficiency } from '../graph/waiting/efficiency.ts';
import type { Context } from './context.ts';
import { quote, sayShare } from './say.ts';

/** A cause is called the main one when it holds the larger part of the waiting, and not "mostly, 50 %". */
const MAIN_SHARE = 0.505;
/** One role is named for the people of an activity when it does at least this part of it. */
const ONE_ROLE_SHARE = 0.9;

/**
 * Waiting of the target for the source, in all logs; null where nothing waited. Null as well where nobody is seen at
 * work on the target: what such a log cannot show would look like time nobody can explain.
 */
export function findWaitCauses(
  { logs }: Context,
  { source, target }: { source: Activity; target: Activity },
): WaitCauses | null {
  if (target.processing === null || target.resources === 0) return null;
  const pairs = logs.flatMap(({ waiting }) => waiting?.byActivityPair ?? []);
  const { totalMs, ...causes } = sumUp(
    pairs.filter((one) => one.source === source.label && one.target === target.label),
  );
  return totalMs > 0 ? causes : null;
}

/**
 * Cycle time efficiency of all logs if nothing waited here for one cause: the impact of that cause, as Kronos reports it
 * by transition, PT / (PT + WT - WT of the cause). Null where there are no causes.
 */
export function findEfficiency(context: Context, causes: WaitCauses | null): WaitEfficiency['cteWithout01'] | null {
  const waiting = causes && sumWaiting(context);
  if (!waiting) return null;
  return measureEfficiency({ ...causes, totalMs: waiting.totalMs }, waiting.processingMs).cteWithout01;
}

/** All waiting of all logs; null where none shows who works when. */
export function sumWaiting({ logs }: Context): WaitingOverview | null {
  const reports = logs.flatMap(({ waiting }) => waiting ?? []);
  if (reports.length === 0) return null;
  const sums = sumUp(reports.map(({ totals }) => totals));
  const processingMs = reports.reduce((sum, report) => sum + report.processingMs, 0);
  return { ...sums, ...measureEfficiency(sums, processingMs) };
}

function sumUp(waits: readonly (WaitCauses & { readonly totalMs: number })[]): WaitCauses & { totalMs: number } {
  const sum = (field: 'totalMs' | keyof WaitCauses): number => waits.reduce((all, one) => all + one[field], 0);
  return {
    totalMs: sum('totalMs'),
    batchingMs: sum('batchingMs'),
    contentionMs: sum('contentionMs'),
    prioritisationMs: sum('prioritisationMs'),
    unavailabilityMs: sum('unavailabilityMs'),
    extraneousMs: sum('extraneousMs'),
  };
}

const FEWEST_ROWS = 10;

/** A sentence with a space before it, or nothing where no cause holds the larger part. */
export function sayMainCause(causes: WaitCauses | null, target: Activity): string {
  // Hours of work and habits cannot be seen in a handful of rows.
  if (!causes || target.count < FEWEST_ROWS) return '';
  const { batchingMs, contentionMs, prioritisationMs, unavailabilityMs, extraneousMs } = causes;
  const totalMs = batchingMs + contentionMs + prioritisationMs + unavailabilityMs + extraneousMs;
  const people = namePeople(target);
  const reasons: readonly (readonly [ms: number, name: string, reason: string])[] = [
    [batchingMs, 'batching', `because cases are gathered first, and ${people} then work them off in one go`],
    [contentionMs, 'contention', `because ${people} work on earlier cases`],
    [prioritisationMs, 'prioritisation', `because ${people} take later cases first`],
    [unavailabilityMs, 'unavailability', `outside the hours in which ${people} are seen at work`],
    [extraneousMs, 'extraneous', 'for a reason the log does not show'],
  ];
  const main = reasons.find(([ms]) => ms / totalMs > MAIN_SHARE);
  if (!main) return '';
  const [ms, name, reason] = main;
  return ` Mostly ${reason} (${name}, ${sayShare(ms / totalMs)} of this waiting).`;
}

function namePeople({ label, roles, count }: Activity): string {
  const [role] = roles;
  return role && role.count >= ONE_ROLE_SHARE * count
    ? `people in the role ${quote(role.name)}`
    : `those who do ${quote(label)}`;
}
