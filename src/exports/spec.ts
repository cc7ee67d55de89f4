// mirror-process-spec/1: the reviewed description of a process that leaves Mirror.
import type { Activity, Tally } from '../domain/graph.ts';
import type { Participant, ProcessSpec } from '../domain/spec.ts';
import type { ExportInput } from './export-input.ts';
import { describeActivities } from './spec-activities.ts';
import { describeFindings } from './spec-findings.ts';
import { describeKnown } from './spec-known.ts';
import { askOpenQuestions, rateReadiness } from './spec-questions.ts';

/** The spec as indented JSON. */
export const writeSpec = (input: ExportInput): string => `${JSON.stringify(buildSpec(input), null, 2)}\n`;

/** Everything known about the process but what a person has dismissed; people appear as roles, not by name. */
export function buildSpec(input: ExportInput): ProcessSpec {
  const { process, graph, insights } = input;
  const activities = describeActivities(input);
  const findings = describeFindings(insights);
  const openQuestions = askOpenQuestions({ activities, ...findings }, graph);
  return {
    schema: 'mirror-process-spec/1',
    process: {
      name: process.name,
      owner: process.owner,
      description: process.description,
      cases: graph.cases,
      events: graph.events,
      cycle: graph.cycle,
    },
    recordings: input.recordings.map(({ recording: { id, title, role, durationMs } }) => ({
      id,
      title,
      role,
      durationMs,
    })),
    logs: input.logs.map(({ log: { id, name, sha256, cases, events } }) => ({ id, name, sha256, cases, events })),
    activities,
    transitions: graph.transitions.map((transition) => {
      const { id, source, target, count, wait, sources } = transition;
      return { id, source, target, count, wait, ...describeKnown(transition, sources) };
    }),
    start: graph.start.map(({ activity }) => activity),
    end: graph.end.map(({ activity }) => activity),
    roles: listParticipants(graph.activities, ({ roles }) => roles),
    systems: listParticipants(graph.activities, ({ systems }) => systems),
    artifacts: listParticipants(graph.activities, ({ artifacts }) => artifacts),
    ...findings,
    openQuestions,
    readiness: rateReadiness({ activities, ...findings }, openQuestions),
    definitions: insights.definitions,
    exclusions: insights.exclusions,
  };
}

/** In the order in which the process meets them. */
function listParticipants(
  activities: readonly Activity[],
  pick: (activity: Activity) => readonly Tally[],
): Participant[] {
  const members = activities.flatMap((activity) => pick(activity).map(({ name }) => ({ name, id: activity.id })));
  return [...Map.groupBy(members, ({ name }) => name)].map(([name, found]) => ({
    name,
    activities: found.map(({ id }) => id),
  }));
}
