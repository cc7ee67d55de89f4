// What kind of task an activity is, by what is known of it.
import type { Activity } from '../../domain/graph.ts';
import type { FlowNodeKind } from './flow-model.ts';

/** Verbs of what people do without a computer. */
const BY_HAND: ReadonlySet<string> = new Set(
  'call carry collect deliver discuss drive file hand inspect load measure meet mount open pack phone pick print ring scan shelve ship sign sort stamp talk tell unload unpack visit walk weigh wrap'.split(
    ' ',
  ),
);

/**
 * A system does it: service task. A person with a named system: user task. People told it, name no system, and its
 * verb is one of handwork or talk: manual task. Otherwise a plain task, because nobody knows.
 */
export function findTaskKind(
  { label, roles, systems, sources }: Activity,
  systemNames: ReadonlySet<string>,
): FlowNodeKind {
  if (roles[0] && systemNames.has(roles[0].name.toLowerCase())) return 'serviceTask';
  if (systems.length > 0) return 'userTask';
  const [verb = ''] = label.toLowerCase().split(' ');
  return sources.recordings > 0 && BY_HAND.has(verb) ? 'manualTask' : 'task';
}

/** Names of all systems, in lower case. */
export const listSystems = (activities: readonly Activity[]): ReadonlySet<string> =>
  new Set(activities.flatMap(({ systems }) => systems.map(({ name }) => name.toLowerCase())));
