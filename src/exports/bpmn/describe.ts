// What the documentation of each part says.
import type { Activity, Tally } from '../../domain/graph.ts';
import type { FlowNode } from './flow-model.ts';
import { CASES_SHARE, type LeftOut, WAY_SHARE } from './main-behaviour.ts';
import type { Plan } from './plan.ts';
import type { Way } from './units.ts';
import { plural, sayDuration } from './words.ts';

export function describeActivity(
  activity: Activity,
  { input: { graph }, findings }: Plan,
): Pick<FlowNode, 'documentation' | 'facts'> {
  const { id, count, cases, sources, processing, evidence, provenance, confidence01 } = activity;
  const attached = findings.ofActivity.get(id) ?? [];
  const list = (name: string, tallies: readonly Tally[]): string[] =>
    tallies.length === 0 ? [] : [`${name}: ${tallies.map((tally) => tally.name).join(', ')}.`];
  return {
    documentation: [
      sources.log > 0
        ? `Done ${plural(count, 'time')} in ${cases} of ${plural(graph.cases, 'case')}.`
        : `Told in ${plural(sources.recordings, 'recording')}.`,
      ...list('Role', activity.roles),
      ...list('System', activity.systems),
      ...list('Document', activity.artifacts),
      ...(processing && processing.maxMs > 0
        ? [`Work: median ${sayDuration(processing.medianMs)} (n = ${processing.n}).`]
        : []),
      ...attached.map(({ sentence }) => sentence),
    ],
    facts: [
      { id, kind: 'activity', count, cases, sources, evidence, provenance, confidence01 },
      ...attached.map(({ facts }) => facts),
    ],
  };
}

/** How often a choice is made, and how often it leads where nothing is drawn. */
export function describePasses({ selection }: Plan, id: string, drawn: readonly Way[]): string[] {
  const passes = selection.passes.get(id) ?? 0;
  const missing = passes - drawn.reduce((sum, { count }) => sum + count, 0);
  if (passes === 0) return [];
  return [`Passed ${plural(passes, 'time')}${missing > 0 ? `, ${missing} of them on ways that are not drawn` : ''}.`];
}

export function describeProcess({ input, selection }: Plan, leftOut: readonly LeftOut[]): string[] {
  const { process, graph } = input;
  const activities = selection.units.flatMap(({ branches }) => branches.flat());
  const counted = (kind: LeftOut['kind']): number => leftOut.filter((one) => one.kind === kind).length;
  const isWhole = leftOut.every(({ kind }) => kind === 'finding');
  return [
    ...(process.description === null ? [] : [process.description]),
    ...(process.owner === null ? [] : [`Owner: ${process.owner}.`]),
    `Mined by Mirror from ${plural(graph.recordings, 'recording')} and ${input.logs.length > 0 ? plural(graph.cases, 'logged case') : 'no event log'}.`,
    isWhole
      ? 'Every activity and every way is drawn.'
      : `The main behaviour is drawn: ${activities.length} of ${graph.activities.length} activities. With a log, activities and ways of at least ${percent(CASES_SHARE)} of the cases, ways also in at least ${percent(WAY_SHARE)} of the passes at one of their ends, and what connects them. Left out are ${plural(counted('activity'), 'activity').replace('activitys', 'activities')} and ${plural(counted('way'), 'way')}.`,
    ...listLeftOut(leftOut),
  ];
}

const percent = (share01: number): string => `${Math.round(share01 * 100)} %`;

function listLeftOut(leftOut: readonly LeftOut[]): string[] {
  const lines = [...Map.groupBy(leftOut, ({ kind, reason }) => `${kind}, ${reason}`)].map(([group, same]) => {
    return `Left out (${group}): ${same.map(({ label, count }) => (count > 1 ? `${label} (${count})` : label)).join('; ')}.`;
  });
  return lines;
}
