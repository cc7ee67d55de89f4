// What corrections do to the gallery's process: enough to see each of them, far simpler than the core.
import type { Activity } from '../../src/domain/graph.ts';
import type { ActivityId } from '../../src/domain/ids.ts';
import type { Insights } from '../../src/domain/insights.ts';
import type { ProcessView } from '../../src/domain/views.ts';
import { isCounted } from '../../src/domain/insights.ts';
import type { Said } from './fake-corrections.ts';
import { activityId } from './fixture-ids.ts';

export function applyToView(view: ProcessView, said: readonly Said[]): ProcessView {
  return recount(said.reduce(applyOne, view));
}

function applyOne(view: ProcessView, { command, anchors }: Said): ProcessView {
  switch (command.do) {
    case 'rename': {
      const { label, logLabel, elements } = command;
      const old = view.graph.activities.find((one) => one.label === logLabel || touches(one, elements));
      return old ? rename(view, old, label) : view;
    }
    case 'set': {
      const { field, value, elements } = command;
      const isMeant = ({ evidence }: { evidence: unknown[] }): boolean =>
        evidence.some((ref) => anchors.some((anchor) => JSON.stringify(anchor.ref) === JSON.stringify(ref)));
      const waits = view.insights.waits.map((wait) =>
        isMeant(wait) && (field === 'cause' || field === 'duration')
          ? { ...wait, ...(field === 'duration' ? SPAN : {}), [field]: value, ...CONFIRMED }
          : wait,
      );
      const list = LISTS[field as keyof typeof LISTS];
      const set = (one: Activity): Activity =>
        list && touches(one, elements)
          ? { ...one, [list]: value === null ? [] : [{ name: value, count: one.count }], ...CONFIRMED }
          : one;
      return { ...mapActivities(view, set), insights: { ...view.insights, waits } };
    }
    case 'delete':
      return view.graph.activities
        .filter((one) => one.sources.log === 0 && touches(one, command.elements))
        .reduce((before, one) => drop(before, one.id), view);
    case 'relate':
      return relate(view, command);
    case 'relateLog': {
      const { logLabels, elements, as } = command;
      const isMeant = (one: Activity): boolean => logLabels.includes(one.label) || touches(one, elements);
      const first = view.graph.activities.find(({ label }) => label === logLabels[0]);
      const others = view.graph.activities.filter((one) => isMeant(one) && one !== first);
      return as === 'same' && first ? others.reduce((before, other) => join(before, first.id, other), view) : view;
    }
    case 'judgeFinding': {
      const { finding: id, status } = command;
      const judge = <T extends { id: string }>(list: T[]): T[] =>
        list.map((one) => (one.id === id ? { ...one, status } : one));
      return { ...view, insights: mapFindings(view.insights, judge) };
    }
    default:
      return view;
  }
}

const LISTS = { actor: 'roles', system: 'systems', artifact: 'artifacts' } as const;
const SPAN = { durationMin: null, durationMax: null };
const CONFIRMED = { provenance: 'confirmed', confidence01: 1, unsure: false } as const;

const touches = (activity: Activity, elements: readonly string[]): boolean =>
  activity.stepIds.some((id) => elements.includes(id));

function relate(view: ProcessView, { as, elements, label }: Extract<Said['command'], { do: 'relate' }>): ProcessView {
  const meant = view.graph.activities.filter((one) => touches(one, elements));
  const [first, second] = meant.toSorted((a, b) => b.sources.log - a.sources.log);
  if (as === 'same' && first && second) {
    const stepIds = [...first.stepIds, ...second.stepIds];
    const joined = mapActivities(redirect(drop(view, second.id), second.id, first.id), (one) =>
      one.id === first.id ? { ...one, stepIds, ...CONFIRMED } : one,
    );
    return label === null ? joined : rename(joined, { ...first, stepIds }, label);
  }
  if (as === 'apart' && first && !second) {
    const [own = first.stepIds[0]] = elements;
    const other: Activity = {
      ...first,
      ...CONFIRMED,
      id: activityId(`${first.label} apart`),
      label: `${first.label} (another)`,
      stepIds: first.stepIds.filter((id) => id === own),
      sources: { log: 0, recordings: 1 },
      count: 1,
      cases: 1,
    };
    const rest = { ...first, stepIds: first.stepIds.filter((id) => id !== own) };
    const activities = view.graph.activities.flatMap((one) => (one.id === first.id ? [rest, other] : [one]));
    return { ...view, graph: { ...view.graph, activities } };
  }
  return view;
}

function join(view: ProcessView, id: ActivityId, other: Activity): ProcessView {
  return mapActivities(redirect(drop(view, other.id), other.id, id), (one) =>
    one.id === id ? { ...one, stepIds: [...one.stepIds, ...other.stepIds], count: one.count + other.sources.log } : one,
  );
}

function rename(view: ProcessView, old: Activity, label: string): ProcessView {
  const id = activityId(label);
  const renamed = (one: Activity): Activity => (one.id === old.id ? { ...one, id, label, ...CONFIRMED } : one);
  return redirect(mapActivities(view, renamed), old.id, id);
}

const mapActivities = (view: ProcessView, change: (one: Activity) => Activity): ProcessView => ({
  ...view,
  graph: { ...view.graph, activities: view.graph.activities.map(change) },
});

function drop(view: ProcessView, id: ActivityId): ProcessView {
  const { activities, transitions } = view.graph;
  return {
    ...view,
    graph: {
      ...view.graph,
      activities: activities.filter((one) => one.id !== id),
      transitions: transitions.filter(({ source, target }) => source !== id && target !== id),
    },
  };
}

function redirect(view: ProcessView, from: ActivityId, to: ActivityId): ProcessView {
  const at = (id: ActivityId): ActivityId => (id === from ? to : id);
  const { graph, insights } = view;
  return {
    ...view,
    graph: {
      ...graph,
      transitions: graph.transitions.map((one) => ({ ...one, source: at(one.source), target: at(one.target) })),
      start: graph.start.map((one) => ({ ...one, activity: at(one.activity) })),
      end: graph.end.map((one) => ({ ...one, activity: at(one.activity) })),
      variants: {
        ...graph.variants,
        top: graph.variants.top.map((one) => ({ ...one, activities: one.activities.map(at) })),
      },
    },
    insights: mapFindings(insights, (list) => list.map((one) => ({ ...one, activityIds: one.activityIds.map(at) }))),
  };
}

type AnyList = <T extends { id: string; activityIds: ActivityId[] }>(list: T[]) => T[];

const mapFindings = (insights: Insights, change: AnyList): Insights => ({
  ...insights,
  handoffs: change(insights.handoffs),
  bottlenecks: change(insights.bottlenecks),
  exceptions: change(insights.exceptions),
  judgements: change(insights.judgements),
  rework: change(insights.rework),
  transfers: change(insights.transfers),
  openEnds: change(insights.openEnds),
  decisions: change(insights.decisions),
  waits: change(insights.waits),
  differences: change(insights.differences),
});

function recount(view: ProcessView): ProcessView {
  const { handoffs, bottlenecks, exceptions, judgements } = view.insights;
  const count = (list: readonly Parameters<typeof isCounted>[0][]): number => list.filter(isCounted).length;
  const headline = {
    ...view.headline,
    handoffs: count(handoffs),
    bottlenecks: count(bottlenecks),
    exceptions: count(exceptions),
    judgements: count(judgements),
  };
  return { ...view, headline };
}
