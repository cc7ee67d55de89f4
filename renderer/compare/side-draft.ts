// In: what a person picks for one side. Out: the side as the core takes it, once it is complete.
import type { GraphSide, SideChoices } from '../../src/domain/comparison.ts';
import type { ApprovalId, ProcessId } from '../../src/domain/ids.ts';

export const SIDE_KINDS = [
  'approved',
  'all',
  'observed',
  'told',
  'period',
  'role',
  'resource',
  'activity',
  'variants',
  'process',
] as const;
export type SideKind = (typeof SIDE_KINDS)[number];

/** `value`: the approved graph, process, role, resource or activity; `from` and `to`: days or ranks, both included. */
export interface SideDraft {
  readonly kind: SideKind;
  readonly value: string;
  readonly from: string;
  readonly to: string;
}

export const SIDE_WORDS: Readonly<Record<SideKind, string>> = {
  approved: 'An approved graph',
  all: 'The whole process',
  observed: 'What the logs show',
  told: 'What people tell',
  period: 'Cases of a period',
  role: 'Cases with a role',
  resource: 'Cases with a person',
  activity: 'Cases with an activity',
  variants: 'Cases of variants',
  process: 'Another process',
};

const blank = (kind: SideKind): SideDraft => ({ kind, value: '', from: '', to: '' });

/** The kinds that something is there for. */
export function listKinds({ approvals, hasLog, hasRecordings, roles, resources, processes }: SideChoices): SideKind[] {
  const has: Readonly<Record<SideKind, boolean>> = {
    approved: approvals.some(({ withdrawnAtMs }) => withdrawnAtMs === null),
    all: hasLog || hasRecordings,
    observed: hasLog,
    told: hasRecordings,
    period: hasLog,
    role: roles.length > 0,
    resource: resources.length > 0,
    activity: hasLog,
    variants: hasLog,
    process: processes.length > 1,
  };
  return SIDE_KINDS.filter((kind) => has[kind]);
}

/** What a kind begins with when it is picked: a complete side wherever there is one. */
export function startSide(kind: SideKind, choices: SideChoices, processId: ProcessId): SideDraft {
  const days = choices.period && { from: dayOf(choices.period.fromMs), to: dayOf(choices.period.toMs) };
  const value: Partial<Record<SideKind, string | undefined>> = {
    approved: choices.approvals.find(({ withdrawnAtMs }) => withdrawnAtMs === null)?.id,
    role: choices.roles[0],
    resource: choices.resources[0],
    activity: choices.activities[0],
    process: choices.processes.find(({ id }) => id !== processId)?.id,
  };
  if (kind === 'period') return { ...blank(kind), ...days };
  if (kind === 'variants') return { ...blank(kind), from: '1', to: '1' };
  return { ...blank(kind), value: value[kind] ?? '' };
}

/**
 * The comparison worth a first look: approved and now, told and observed, or the first half of the log and the second.
 * Undefined where there is only one thing to look at.
 */
export function firstSides(
  choices: SideChoices,
  processId: ProcessId,
): { readonly before: SideDraft; readonly after: SideDraft } | undefined {
  const kinds = new Set(listKinds(choices));
  const start = (kind: SideKind): SideDraft => startSide(kind, choices, processId);
  if (kinds.has('approved')) return { before: start('approved'), after: start('all') };
  if (kinds.has('told') && kinds.has('observed')) return { before: start('told'), after: start('observed') };
  const { period } = choices;
  if (period && dayOf(period.fromMs) < dayOf(period.toMs)) {
    const middle = (period.fromMs + period.toMs) / 2;
    const [last, first] = [dayOf(middle), dayOf(middle + DAY)];
    return {
      before: { ...blank('period'), from: dayOf(period.fromMs), to: last },
      after: { ...blank('period'), from: first, to: dayOf(Math.max(period.toMs, middle + DAY)) },
    };
  }
  return kinds.has('process') ? { before: start('process'), after: start('all') } : undefined;
}

/** Two periods, the first over before the second begins: only they are a before and an after. Days sort as text. */
export const arePeriodsInTime = ({
  before,
  after,
}: {
  readonly before: SideDraft;
  readonly after: SideDraft;
}): boolean => before.kind === 'period' && after.kind === 'period' && before.to < after.from;

/** Undefined while something is missing or makes no sense. */
export function toSide({ kind, value, from, to }: SideDraft, processId: ProcessId): GraphSide | undefined {
  // Values come from the lists that the core gave, so ids among them are ids.
  if (kind === 'approved') return value ? { from: 'approved', approvalId: value as ApprovalId } : undefined;
  if (kind === 'process') {
    return value ? { from: 'process', processId: value as ProcessId, part: 'all' } : undefined;
  }
  if (kind === 'all' || kind === 'observed' || kind === 'told') return { from: 'process', processId, part: kind };
  const slice = toSlice({ kind, value, from, to });
  return slice && { from: 'process', processId, part: 'observed', slice };
}

type Slice = NonNullable<Extract<GraphSide, { from: 'process' }>['slice']>;

function toSlice({ kind, value, from, to }: SideDraft): Slice | undefined {
  if (kind === 'period') {
    const [fromMs, lastMs] = [Date.parse(`${from}T00:00Z`), Date.parse(`${to}T00:00Z`)];
    return fromMs <= lastMs ? { fromMs, toMs: lastMs + DAY } : undefined;
  }
  if (kind === 'variants') {
    const [first, last] = [Number(from), Number(to)];
    const isRange = Number.isInteger(first) && Number.isInteger(last) && first >= 1 && last >= first;
    return isRange ? { variants: { first, last } } : undefined;
  }
  return value ? { [kind]: value } : undefined;
}

const DAY = 86_400_000;

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
