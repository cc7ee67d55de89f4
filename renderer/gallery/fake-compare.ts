// Comparing, approving and checking, answered from the gallery's process: kept in memory, with the core's shapes.
import type {
  ApprovalSummary,
  Change,
  Comparison,
  ElementMark,
  MedianTime,
  SideChoices,
} from '../../src/domain/comparison.ts';
import type { Conformance, DeviatingCase, Deviation } from '../../src/domain/conformance.ts';
import type { ApprovalId, LogId } from '../../src/domain/ids.ts';
import type { ProcessView } from '../../src/domain/views.ts';
import { activityId, PROCESS, rows, transitionId } from './fixture-ids.ts';

const DAY = 86_400_000;
const HOUR = DAY / 24;

export function makeFakeCompare(view: ProcessView) {
  let approvals: ApprovalSummary[] = [makeApproval(view, 'As agreed in March', Date.UTC(2026, 2, 20))];
  return {
    choices: (): SideChoices => ({
      processes: [{ id: PROCESS.id, name: PROCESS.name }],
      approvals,
      hasLog: true,
      hasRecordings: true,
      period: { fromMs: Date.UTC(2026, 0, 5), toMs: Date.UTC(2026, 8, 30) },
      roles: ['claims handler', 'intake clerk'],
      resources: ['Jo', 'Marta'],
      activities: view.graph.activities.map(({ label }) => label),
      variants: view.graph.variants.count,
    }),
    run: (): Comparison => makeComparison(view),
    approvals: () => approvals,
    approve: ({ name }: { name: string }): ApprovalSummary => {
      const approval = makeApproval(view, name, Date.UTC(2026, 10, 20));
      approvals = [approval, ...approvals];
      return approval;
    },
    withdraw: (input: { approvalId: ApprovalId }): ApprovalSummary => {
      const found = approvals.find(({ id }) => id === input.approvalId)!; // only listed ones can be withdrawn
      const withdrawn = { ...found, withdrawnAtMs: Date.UTC(2026, 10, 21) };
      approvals = [...approvals.filter(({ id }) => id !== input.approvalId), withdrawn];
      return withdrawn;
    },
    conform: (): Conformance => makeConformance(approvals[0]!), // asked only where one is approved
  };
}

/** Of a process that has a name and nothing else. */
export const NO_CHOICES: SideChoices = {
  processes: [{ id: PROCESS.id, name: PROCESS.name }],
  approvals: [],
  hasLog: false,
  hasRecordings: false,
  period: null,
  roles: [],
  resources: [],
  activities: [],
  variants: 0,
};

function makeApproval({ graph }: ProcessView, name: string, atMs: number): ApprovalSummary {
  return {
    // The gallery's ids are readable.
    id: `approval-${name}` as ApprovalId,
    processId: PROCESS.id,
    name,
    atMs,
    scope: 'the whole process',
    withdrawnAtMs: null,
    activities: graph.activities.length,
    transitions: graph.transitions.length,
    cases: graph.cases,
    unit: 'cases',
  };
}

const time = (n: number, hours: readonly [median: number, low: number, high: number]): MedianTime => ({
  n,
  medianMs: hours[0] * HOUR,
  lowMs: hours[1] * HOUR,
  highMs: hours[2] * HOUR,
});

function makeComparison({ graph }: ProcessView): Comparison {
  const side = { unit: 'cases' as const, activities: graph.activities.length, transitions: graph.transitions.length };
  const marked: Readonly<Record<string, ElementMark>> = {
    [activityId('check policy')]: 'less',
    [activityId('inspect damage')]: 'slower',
    [activityId('review assessment')]: 'added',
    [transitionId('schedule visit', 'inspect damage')]: 'slower',
    [transitionId('register claim', 'check policy')]: 'removed',
  };
  return {
    schema: 'mirror-comparison/1',
    isInTime: false,
    before: {
      ...side,
      title: 'the approved graph “As agreed in March”',
      alone: 'only “As agreed in…”',
      cases: 412,
      cycle: time(412, [210, 190, 236]),
    },
    after: { ...side, title: 'the whole process', alone: 'only now', cases: 640, cycle: time(640, [262, 251, 280]) },
    changes: [...CHANGES],
    steady: graph.activities.length + graph.transitions.length - Object.keys(marked).length,
    graph,
    marks: Object.fromEntries(
      [...graph.activities, ...graph.transitions].map(({ id }) => [id, marked[id] ?? ('same' as const)]),
    ),
    definitions: {
      frequency: 'The share of cases that do an activity, or go from one to the next, at least once.',
      time: 'The median with its 95 % interval by rank; a change is clear when the two intervals have no value in common.',
    },
    notes: [
      'An approved graph does not say which cases it was drawn from: where they are in the log still, changes are tested too cautiously, never too boldly.',
    ],
  };
}

const NOT_THERE = { share: null, time: null };
const share = (cases: number, of: number) => ({ share: { cases, of, share01: cases / of }, time: null });

const change = (given: Partial<Change> & Pick<Change, 'id' | 'kind' | 'subject' | 'label' | 'sentence'>): Change => ({
  activityId: null,
  transitionId: null,
  before: NOT_THERE,
  after: NOT_THERE,
  difference: null,
  interval: null,
  p: 0.0004,
  certainty: 'clear',
  importance01: 0.2,
  evidence: { before: [rows(206)], after: [rows(402)] },
  ...given,
});

const CHANGES: readonly Change[] = [
  change({
    id: 'cycle time',
    kind: 'time',
    subject: 'cycle',
    label: 'From the first to the last event of a case',
    difference: 52 * HOUR,
    sentence:
      'A case takes more time in the whole process: 11 days in the median (n = 640, 95 % interval 10 days to 12 days), in the approved graph “As agreed in March” 8.8 days in the median (n = 412, 95 % interval 7.9 days to 9.8 days).',
  }),
  change({
    id: 'activity added review',
    kind: 'added',
    subject: 'activity',
    label: '“review assessment”',
    activityId: activityId('review assessment'),
    before: share(0, 412),
    after: share(402, 640),
    difference: 402 / 640,
    evidence: { before: [], after: [rows(402)] },
    sentence:
      '“review assessment” is only in the whole process: in 402 of 640 cases (63 %), in none of 412 in the approved graph “As agreed in March”. Hardly chance (p < 0.001).',
  }),
  change({
    id: 'transition removed check',
    kind: 'removed',
    subject: 'transition',
    label: '“register claim” → “check policy”',
    transitionId: transitionId('register claim', 'check policy'),
    before: share(206, 412),
    after: share(0, 640),
    difference: -0.5,
    evidence: { before: [rows(206)], after: [] },
    sentence:
      '“register claim” → “check policy” is only in the approved graph “As agreed in March”: in 206 of 412 cases (50 %), in none of 640 in the whole process. Hardly chance (p < 0.001).',
  }),
  change({
    id: 'transition time visit',
    kind: 'time',
    subject: 'transition',
    label: '“schedule visit” → “inspect damage”',
    transitionId: transitionId('schedule visit', 'inspect damage'),
    difference: 30 * HOUR,
    p: null,
    sentence:
      '“schedule visit” → “inspect damage” waits longer in the whole process: 3.6 days in the median (n = 301, 95 % interval 3 days to 4 days), in the approved graph “As agreed in March” 2.3 days in the median (n = 188, 95 % interval 2 days to 2.7 days).',
  }),
  change({
    id: 'bottleneck visit',
    kind: 'added',
    subject: 'bottleneck',
    label: '“schedule visit” → “inspect damage”',
    transitionId: transitionId('schedule visit', 'inspect damage'),
    certainty: 'untested',
    p: null,
    sentence:
      '“schedule visit” → “inspect damage” is a bottleneck only in the whole process: 21 % of all waiting in the whole process, 0.8 % in the approved graph “As agreed in March”.',
  }),
  change({
    id: 'activity frequency policy',
    kind: 'frequency',
    subject: 'activity',
    label: '“check policy”',
    activityId: activityId('check policy'),
    certainty: 'unclear',
    difference: -0.11,
    p: 0.08,
    sentence:
      '“check policy” is in 480 of 640 cases (75 %) in the whole process, in 354 of 412 (86 %) in the approved graph “As agreed in March”: 11 points less (95 % interval −16 to −6). It may be chance (p = 0.08).',
  }),
];

const ORDER: Deviation = {
  kind: 'order',
  activity: 'pay claim',
  after: 'register claim',
  cases: 31,
  share01: 31 / 640,
  times: 31,
  sentence: '“pay claim” directly follows “register claim”, which is not approved: in 31 of 640 cases (5 %).',
  evidence: [rows(31)],
};

function makeConformance(approval: ApprovalSummary): Conformance {
  const deviating: DeviatingCase[] = Array.from({ length: 44 }, (_, at) => ({
    case: `claim ${1200 + at * 7}`,
    logId: 'log-1' as LogId,
    events: 6 + (at % 5),
    deviations: at % 3 === 0 ? [0, 1] : [at % 2],
    variant: 0,
    cost: 4 - Math.floor(at / 12),
    fitness01: 0.6 + at / 200,
    evidence: [rows(2)],
  }));
  return {
    schema: 'mirror-conformance/1',
    process: PROCESS.name,
    approval,
    scope: 'the logs',
    cases: 640,
    conforming: 596,
    fitness01: 0.947,
    deviations: [
      ORDER,
      {
        ...ORDER,
        kind: 'skipped',
        activity: 'check policy',
        after: null,
        cases: 28,
        times: 28,
        sentence: '“check policy” is skipped, which every approved case has: in 28 of 640 cases (4 %).',
      },
    ],
    variants: [
      {
        activities: ['receive claim notice', 'register claim', 'phone broker', 'pay claim'],
        cases: 31,
        cost: 2,
        fitness01: 0.8,
        alignment: [
          { move: 'both', activity: 'receive claim notice' },
          { move: 'both', activity: 'register claim' },
          { move: 'extra', activity: 'phone broker' },
          { move: 'missing', activity: 'check policy' },
          { move: 'both', activity: 'pay claim' },
        ],
      },
    ],
    variantCount: 6,
    deviatingCases: deviating,
    deviating: 44,
    definitions: { fitness: 'One less the cost by the worst it could be.' },
    notes: [],
  };
}
