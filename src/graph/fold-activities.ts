// Activities: what logs name joined with what people tell.
import type { Grounds } from '../domain/evidence.ts';
import type { Step } from '../domain/extraction.ts';
import type { Activity, Doubt } from '../domain/graph.ts';
import { ActivityId, type ElementId, type LogId, type ProcessId } from '../domain/ids.ts';
import type { MinedActivity } from '../domain/mined-log.ts';
import { shortHash } from '../lib/short-hash.ts';
import type { GraphInput, WordOnLog } from './graph-input.ts';
import { joinGrounds, loggedGrounds } from './grounds.ts';
import { type LoggedActivity, matchLog, type ToldActivity } from './match-log.ts';
import { mergeDurations } from './merge-durations.ts';
import { placeActivities } from './place-activities.ts';
import type { RoleBook } from './role-book.ts';
import { mergeTallies, tally } from './tallies.ts';

export interface FoldedActivities {
  readonly activities: readonly Activity[];
  readonly ofStep: ReadonlyMap<ElementId, ActivityId>;
  /** By the label in a log. */
  readonly ofLabel: ReadonlyMap<string, ActivityId>;
  readonly doubts: readonly Doubt[];
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
  const { drafts, doubts } = draftActivities(input, roles);
  const folded = uniqueLabels(drafts).map((draft) => ({ draft, activity: foldDraft(draft, input.process.id, roles) }));
  const idAt = (draft: Draft): ActivityId => folded[drafts.indexOf(draft)]!.activity.id;
  return {
    doubts: doubts.map(({ told, candidates }) => ({ activity: idAt(told), candidates: candidates.map(idAt) })),
    activities: folded.map(({ activity }) => activity),
    ofStep: new Map(folded.flatMap(({ draft, activity }) => draft.steps.map(({ id }) => [id, activity.id] as const))),
    ofLabel: new Map(
      folded.flatMap(({ draft, activity }) => draft.logged.map(({ mined }) => [mined.label, activity.id] as const)),
    ),
  };
}

interface Drafts {
  readonly drafts: readonly Draft[];
  readonly doubts: readonly { readonly told: Draft; readonly candidates: readonly Draft[] }[];
}

function draftActivities(input: GraphInput, roles: RoleBook): Drafts {
  const told = listTold(input, roles);
  const logged = listLogged(input);
  const { sure, doubts } = matchLog(told, logged, { said: listen(input) });
  const all = input.recordings.flatMap(({ extraction }) => extraction.steps);
  const ofLogged = Map.groupBy(sure.keys(), (one) => sure.get(one)!);
  const stepsOf = (one: (typeof logged)[number]): Step[] => {
    const steps = new Set(ofLogged.get(one)?.flatMap((match) => match.steps));
    return all.filter((step) => steps.has(step));
  };
  const inLog = new Map(logged.map((one) => [one, { label: one.label, logged: one.parts, steps: stepsOf(one) }]));
  const apart = new Map(
    told.filter((one) => !sure.has(one)).map((one) => [one, { label: one.label, logged: [], steps: one.steps }]),
  );
  return {
    drafts: [...inLog.values(), ...apart.values()],
    doubts: doubts.map(({ told: one, candidates }) => {
      return { told: apart.get(one)!, candidates: candidates.map((each) => inLog.get(each)!) };
    }),
  };
}

/** People's word on a told activity is their word on any of its steps. */
function listen({ saidOfLog }: GraphInput) {
  return ({ steps }: ToldActivity, { label }: LoggedActivity): 'same' | 'apart' | undefined => {
    if (!saidOfLog) return undefined;
    if (steps.some(({ id }) => saidOfLog.sameAs(id) === label)) return 'same';
    return steps.some(({ id }) => saidOfLog.isApart(id, label)) ? 'apart' : undefined;
  };
}

function listTold({ recordings, clusters, saidOfLog }: GraphInput, roles: RoleBook): ToldActivity[] {
  const all = recordings.flatMap(({ extraction }) => extraction.steps);
  return clusters.flatMap(({ label, stepIds, isConfirmed }) => {
    const members = new Set(stepIds);
    const own = all.filter(({ id }) => members.has(id));
    // What a person has put together stays together, under the name the person gave it.
    const parts = (isConfirmed && own.length > 0 ? [own] : splitByRole(own, roles)).flatMap((part) =>
      splitByWord(part, saidOfLog),
    );
    return parts.map((steps) => ({
      label: isConfirmed || steps.some((step) => step.label === label) ? label : steps[0]!.label,
      steps,
      roles: tallyActors(steps, roles)
        .map(({ name }) => name)
        .filter((name) => roles.covered.has(name)),
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

/** Steps that people said are different activities of a log are two; the rest goes with the first. */
function splitByWord(steps: readonly Step[], word: WordOnLog | undefined): Step[][] {
  const [first, ...others] = new Set(steps.flatMap(({ id }) => word?.sameAs(id) ?? []));
  const ofName = Map.groupBy(steps, ({ id }) => others.find((name) => name === word?.sameAs(id)) ?? first);
  return [...ofName.values()];
}

interface LoggedDraft extends LoggedActivity {
  readonly parts: readonly LoggedPart[];
}

function listLogged({ logs }: GraphInput): LoggedDraft[] {
  const places = new Map(logs.flatMap(({ mined }) => [...placeActivities(mined)]));
  const parts = logs.flatMap(({ log, mined }) =>
    mined.activities.map((activity) => ({ logId: log.id, mined: activity })),
  );
  return [...Map.groupBy(parts, ({ mined }) => mined.label)].map(([label, ofLabel]) => {
    const named = ofLabel.flatMap(({ mined }) => mined.roles.map(({ name }) => name));
    return { label, parts: ofLabel, roles: named, place01: places.get(label) };
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
