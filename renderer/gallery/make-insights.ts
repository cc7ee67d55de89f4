// Findings of the gallery's process, from its graph.
import type { Activity, ProcessGraph, Transition } from '../../src/domain/graph.ts';
import type { ActivityId, FindingId } from '../../src/domain/ids.ts';
import type { Bottleneck, Handoff, Insights } from '../../src/domain/insights.ts';
import { activityId, line, rows, speech } from './fixture-ids.ts';

export function makeInsights(graph: ProcessGraph): Insights {
  const activities = new Map(graph.activities.map((activity) => [activity.id, activity]));
  return {
    handoffs: findHandoffs(graph, activities),
    bottlenecks: [...findBottlenecks(graph, activities), TOLD_BOTTLENECK],
    ...TOLD,
    rework: graph.activities
      .filter(({ reworkCases }) => reworkCases > 8)
      .map((activity, index) => ({
        ...base(`rework-${index}`, `${activity.label} again`, [activity.id], activity.reworkCases),
        kind: 'repetition' as const,
        cases: activity.reworkCases,
        count: activity.reworkCases,
      })),
    definitions: {
      handoffs:
        'A place of the process where work passes between two roles, each place counted once however often it happens.',
      bottlenecks:
        'A transition that takes at least 1 % of all waiting time, or a wait that people name as a problem. Ranked by share of waiting time.',
      exceptions: 'A path that less than 5 % of cases take, or that somebody tells as an exception.',
      judgements: 'A choice that somebody says they make by experience, for which no rule is stated.',
      rework: 'An activity that occurs more than once in a case.',
      paths: 'Cases with the same activities in the same order take the same path.',
    },
    exclusions: [
      '12 cases had not ended when the log was exported; their last waits are not counted.',
      'Nights and weekends count as waiting.',
    ],
  };
}

type Activities = ReadonlyMap<ActivityId, Activity>;

function base(id: string, label: string, activityIds: readonly ActivityId[], count: number) {
  return {
    id: id as FindingId,
    label,
    status: 'open' as const,
    sources: { log: count, recordings: count % 3 },
    activityIds: [...activityIds],
    evidence: [rows(Math.max(1, count)), speech(count)],
    provenance: 'observed' as const,
    confidence01: 0.97,
    unsure: false,
  };
}

const told = (id: string, label: string, concerned: readonly string[], unsure = false) => ({
  id: id as FindingId,
  label,
  status: 'open' as const,
  sources: { log: 0, recordings: 2 },
  activityIds: concerned.map(activityId),
  evidence: [speech(id.length + label.length), speech(label.length)],
  provenance: 'stated' as const,
  confidence01: unsure ? 0.45 : 0.86,
  unsure,
});

const nameOf = (activities: Activities, transition: Transition): string =>
  `${activities.get(transition.source)?.label} → ${activities.get(transition.target)?.label}`;

function findHandoffs(graph: ProcessGraph, activities: Activities): Handoff[] {
  return graph.transitions
    .filter((transition) => transition.handoffs > 0)
    .toSorted((a, b) => b.count - a.count)
    .map((transition, index) => ({
      ...base(
        `handoff-${index}`,
        nameOf(activities, transition),
        [transition.source, transition.target],
        transition.count,
      ),
      kind: 'actor',
      from: activities.get(transition.source)?.roles[0]?.name ?? null,
      to: activities.get(transition.target)?.roles[0]?.name ?? 'somebody',
      what: index % 3 === 0 ? 'claim file' : null,
      transitionId: transition.id,
      count: transition.handoffs,
      wait: transition.wait,
      unsure: transition.count < 3,
    }));
}

function findBottlenecks(graph: ProcessGraph, activities: Activities): Bottleneck[] {
  const total = graph.transitions.reduce((sum, { wait }) => sum + (wait?.sumMs ?? 0), 0);
  return graph.transitions
    .map((transition) => ({ transition, share01: (transition.wait?.sumMs ?? 0) / total }))
    .filter(({ share01 }) => share01 > 0.012)
    .toSorted((a, b) => b.share01 - a.share01)
    .map(({ transition, share01 }, index) => ({
      ...base(
        `bottleneck-${index}`,
        nameOf(activities, transition),
        [transition.source, transition.target],
        transition.count,
      ),
      transitionId: transition.id,
      n: transition.count,
      share01,
      wait: transition.wait,
      statedDuration: index % 4 === 0 ? 'P3D' : null,
      cause: index % 3 === 0 ? 'one person does it, on two days a week' : null,
      sentence: `Cases wait ${((transition.wait?.meanMs ?? 0) / 3_600_000).toFixed(0)} hours here in the mean; that is ${(share01 * 100).toFixed(0)} % of all waiting (n = ${transition.count}).`,
    }));
}

/** Somebody tells it, and no way on the map is it. */
const TOLD_BOTTLENECK: Bottleneck = {
  ...told('bottleneck-told', 'After “phone broker before noon”', ['phone broker before noon']),
  transitionId: null,
  n: 1,
  share01: null,
  wait: null,
  statedDuration: 'P2D',
  cause: 'brokers call back when they have time',
  sentence: 'Somebody says that it waits 2 days here (1 recording tells it).',
};

const TOLD = {
  exceptions: [
    {
      ...told('exc-1', 'broker sends the notice by fax', ['receive claim notice']),
      handling: 'Typed in by hand, and the broker is called',
      cases: 0,
      share01: null,
    },
    {
      ...told('exc-2', 'claimant is abroad', ['contact claimant']),
      handling: 'Photos instead of a visit',
      cases: 0,
      share01: null,
    },
    { ...base('exc-3', 'refuse claim', [activityId('refuse claim')], 9), handling: null, cases: 9, share01: 0.014 },
    {
      ...told('exc-4', 'total loss', ['choose settlement']),
      handling: 'The wreck is sold before the payout',
      cases: 0,
      share01: null,
    },
    {
      ...told('exc-5', 'system is down at month end', ['execute payment'], true),
      handling: null,
      cases: 0,
      share01: null,
    },
  ],
  judgements: [
    { ...told('jud-1', 'whether the damage fits the story', ['check fraud signs']), by: 'claims handler' },
    { ...told('jud-2', 'which workshop is fast enough', ['select workshop']), by: 'repair coordinator' },
    { ...told('jud-3', 'when a goodwill payment is cheaper than a complaint', ['handle complaint']), by: null },
  ],
  transfers: [
    {
      ...told('tra-1', 'figures into the spreadsheet', ['calculate payout']),
      from: 'AssessNet',
      to: 'Spreadsheet',
      count: 7,
    },
  ],
  openEnds: [
    { ...told('ope-1', 'sent to the reinsurer', ['approve large claim']), to: 'reinsurer', what: 'large claim report' },
  ],
  decisions: [
    {
      ...told('dec-1', 'how to settle', ['choose settlement']),
      question: 'Is it repaired or paid out?',
      branches: [
        {
          condition: 'below 1,500 and photos are clear',
          then: [activityId('calculate payout')],
          note: 'No visit, same day.',
        },
        { condition: 'repairable', then: [activityId('approve repair')], note: null },
        { condition: 'above 20,000', then: [activityId('approve large claim')], note: 'Only on Tuesdays.' },
      ],
    },
  ],
  waits: [
    {
      ...told('wai-1', 'until the assessor has a free day', ['schedule visit']),
      duration: 'P5D',
      durationMin: 'P3D',
      durationMax: 'P7D',
      cause: 'two assessors for the whole region',
      after: activityId('schedule visit'),
    },
    {
      ...told('wai-2', 'for the Tuesday signature', ['approve large claim']),
      evidence: [line('rec-0', 10)],
      duration: null,
      durationMin: null,
      durationMax: null,
      cause: 'the lead signs once a week',
      after: null,
    },
  ],
  differences: [
    {
      ...told(
        'dif-1',
        '“check policy” comes before “ask for photos” as one adjuster tells it, and after it as another does',
        ['check policy'],
      ),
      kind: 'order',
      elementIds: [],
    },
  ],
} satisfies Partial<Insights>;
