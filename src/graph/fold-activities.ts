// Activities: what logs name joined with what people tell.
import type { Grounds } from '../domain/evidence.ts';
import type { Step } from '../domain/extraction.ts';
import type { Activity } from '../domain/graph.ts';
import { ActivityId, type ElementId, type LogId, type ProcessId } from '../domain/ids.ts';
import type { MinedActivity } from '../domain/mined-log.ts';
import { shortHash } from '../lib/short-hash.ts';
import type { GraphInput } from './graph-input.ts';
import { joinGrounds, loggedGrounds } from './grounds.ts';
import { matchLog, type ToldActivity } from './match-log.ts';
import { mergeDurations } from './merge-durations.ts';
import type { RoleBook } from './role-book.ts';
import { mergeTallies, tally } from './tallies.ts';

export interface FoldedActivities {
  readonly activities: readonly Activity[];
  readonly ofStep: ReadonlyMap<ElementId, ActivityId>;
  /** By the label in a log. */
  readonly ofLabel: ReadonlyMap<string, ActivityId>;
}

interface LoggedPart {
  readonly logId: LogId;
  readonly mined: MinedActivity;
}

interface Draft {
  readonly label: string;
  readonly logged: readonly LoggedPart[];
  /** In the order of the recordings, and as told in each. */
  readonly steps: readonly Step[];
}

/** One activity per label of a log and per cluster of steps; a cluster that is the same doing as a label joins it. */
export function foldActivities(input: GraphInput, roles: RoleBook): FoldedActivities {
  const drafts = uniqueLabels(draftActivities(input, roles));
  const folded = drafts.map((draft) => ({ draft, activity: foldDraft(draft, input.process.id, roles) }));
  return {
    activities: folded.map(({ activity }) => activity),
    ofStep: new Map(folded.flatMap(({ draft, activity }) => draft.steps.map(({ id }) => [id, activity.id] as const))),
    ofLabel: new Map(
      folded.flatMap(({ draft, activity }) => draft.logged.map(({ mined }) => [mined.label, activity.id] as const)),
    ),
  };
}

function draftActivities(input: GraphInput, roles: RoleBook): Draft[] {
  const told = listTold(input, roles);
  const logged = listLogged(input);
  const matches = matchLog(told, logged);
  const all = input.recordings.flatMap(({ extraction }) => extraction.steps);
  const ofLogged = Map.groupBy(matches.keys(), (one) => matches.get(one)!);
  const stepsOf = (one: (typeof logged)[number]): Step[] => {
    const steps = new Set(ofLogged.get(one)?.flatMap((match) => match.steps));
    return all.filter((step) => steps.has(step));
  };
  return [
    ...logged.map((one) => ({ label: one.label, logged: one.parts, steps: stepsOf(one) })),
    ...told.filter((one) => !matches.has(one)).map(({ label, steps }) => ({ label, logged: [], steps })),
  ];
}

function listTold({ recordings, clusters }: GraphInput, roles: RoleBook): ToldActivity[] {
  const all = recordings.flatMap(({ extraction }) => extraction.steps);
  return clusters.flatMap(({ label, stepIds, isConfirmed }) => {
    const members = new Set(stepIds);
    const own = all.filter(({ id }) => members.has(id));
    // What a person has put together stays together, under the name the person gave it.
    const parts = isConfirmed && own.length > 0 ? [own] : splitByRole(own, roles);
    return parts.map((steps) => ({
      label: isConfirmed || steps.some((step) => step.label === label) ? label : steps[0]!.label,
      steps,
      roles: tallyActors(steps, roles).map(({ name }) => name),
    }));
  });
}

/**
 * "Update tracker" of the clerk and of the analyst are two activities: joining them would send the clerk's cases the
 * analyst's way. Only covered roles part a cluster; another name may be another word for one of them.
 */
function splitByRole(steps: readonly Step[], roles: RoleBook): Step[][] {
  const roleOf = ({ actor }: Step): string =>
    actor !== null && roles.covered.has(roles.resolve(actor)) ? roles.resolve(actor) : '';
  const [first = '', ...others] = new Set(steps.map(roleOf).filter((role) => role !== ''));
  const ofRole = Map.groupBy(steps, (step) => (others.includes(roleOf(step)) ? roleOf(step) : first));
  return [...ofRole.values()];
}

function listLogged({ logs }: GraphInput): { label: string; parts: LoggedPart[]; roles: string[] }[] {
  const parts = logs.flatMap(({ log, mined }) =>
    mined.activities.map((activity) => ({ logId: log.id, mined: activity })),
  );
  return [...Map.groupBy(parts, ({ mined }) => mined.label)].map(([label, ofLabel]) => {
    return { label, parts: ofLabel, roles: ofLabel.flatMap(({ mined }) => mined.roles.map(({ name }) => name)) };
  });
}

/** A label that is taken gets who does it, then a number, so that no two activities read the same. */
function uniqueLabels(drafts: readonly Draft[]): Draft[] {
  const taken = new Set<string>();
  return drafts.map((draft) => {
    const actor = draft.steps.find((step) => step.actor !== null)?.actor;
    let label = draft.label;
    if (taken.has(label) && actor) label = `${draft.label} (${actor})`;
    for (let number = 2; taken.has(label); number += 1) label = `${draft.label} (${number})`;
    taken.add(label);
    return { ...draft, label };
  });
}

function foldDraft({ label, logged, steps }: Draft, processId: ProcessId, roles: RoleBook): Activity {
  const isLogged = logged.length > 0;
  const sum = (pick: (activity: MinedActivity) => number): number =>
    logged.reduce((total, { mined }) => total + pick(mined), 0);
  const loggedRoles = mergeTallies(logged.map(({ mined }) => mined.roles));
  const tellers = new Set(steps.map(({ recordingId }) => recordingId)).size;
  return {
    id: ActivityId.parse(shortHash(`${processId} activity ${label}`)),
    label,
    count: isLogged ? sum(({ count }) => count) : steps.length,
    cases: isLogged ? sum(({ cases }) => cases) : tellers,
    sources: { log: sum(({ count }) => count), recordings: tellers },
    roles: loggedRoles.length > 0 ? loggedRoles : tallyActors(steps, roles),
    systems: tally(steps.map(({ system }) => system)),
    artifacts: tally(steps.map(({ artifact }) => artifact)),
    resources: new Set(logged.flatMap(({ mined }) => mined.resources.map(({ name }) => name))).size,
    processing: mergeDurations(logged.map(({ mined }) => mined.processing)),
    reworkCases: sum(({ reworkCases }) => reworkCases),
    stepIds: steps.map(({ id }) => id),
    ...joinGrounds([...logged.map(groundsOfLogged), ...steps]),
  };
}

const tallyActors = (steps: readonly Step[], roles: RoleBook) =>
  tally(steps.map(({ actor }) => (actor === null ? null : roles.resolve(actor))));

const groundsOfLogged = ({ logId, mined }: LoggedPart): Grounds =>
  loggedGrounds([{ kind: 'log', logId, rows: mined.rows.slice(0, 5), count: mined.count }]);
