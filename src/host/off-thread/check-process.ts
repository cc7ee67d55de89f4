// In: the logs of a process and an approved graph. Out: the cases that deviate from it. Runs in the worker.
import type { Approval, LogSlice } from '../../domain/comparison.ts';
import type { Conformance } from '../../domain/conformance.ts';
import { MirrorError } from '../../domain/errors.ts';
import type { Activity, ProcessGraph } from '../../domain/graph.ts';
import { readApprovedWays } from '../../graph/conform/approved-ways.ts';
import { checkConformance } from '../../graph/conform/check-conformance.ts';
import { matchActivities } from '../../insights/compare/match-activities.ts';
import { CONFORMANCE_DEFINITIONS, sayDeviation } from '../../insights/compare/say-deviation.ts';
import { filterStored, type StoredProcess } from './measure-side.ts';
import { summariseApproval } from './summarise-approval.ts';

export interface CheckInput {
  readonly stored: StoredProcess;
  readonly slice: LogSlice | undefined;
  /** The checked cases in words. */
  readonly scope: string;
  readonly approval: Approval;
  /** Of the process as it is mined now: they know which label of the log is which approved activity. */
  readonly present: readonly Activity[];
  readonly limit: number;
}

/** @throws compare/empty when no case is left to check */
export function checkProcess({ stored, slice, scope, approval, present, limit }: CheckInput): Conformance {
  const { graph } = approval.measured;
  const ways = readApprovedWays(graph);
  const logs = filterStored(stored, slice).map(({ log, filtered }) => ({ logId: log.id, filtered }));
  const known = matchLabels(graph, present);
  const numberOf = (label: string): number | undefined => known.get(label) ?? ways.numberOf.get(label);
  const checked = checkConformance(logs, ways, { instances: 'paired', numberOf, limit });
  if (checked.cases === 0) throw new MirrorError('compare/empty', { data: { title: scope } });
  const { cases, deviations, deviatingCases, ...rest } = checked;
  return {
    schema: 'mirror-conformance/1',
    process: stored.process.name,
    approval: summariseApproval(approval),
    scope,
    ...rest,
    variants: [...rest.variants],
    cases,
    deviations: deviations.map((deviation) => {
      const counted = { ...deviation, share01: deviation.cases / cases };
      return { ...counted, sentence: sayDeviation(counted, cases) };
    }),
    deviatingCases: [...deviatingCases],
    deviating: cases - checked.conforming,
    definitions: CONFORMANCE_DEFINITIONS,
    notes: ways.shortest === undefined ? [NO_WAY] : [],
  };
}

const NO_WAY =
  'The approved graph has no way from a start to an end, so how far cases are from it cannot be told; what deviates can.';

function matchLabels(graph: ProcessGraph, present: readonly Activity[]): ReadonlyMap<string, number> {
  const matches = matchActivities(present, graph.activities);
  const numberOfId = new Map(graph.activities.map(({ id }, at) => [id, at]));
  return new Map(
    present.flatMap(({ id, label }) => {
      const match = matches.get(id);
      return match === undefined ? [] : [[label, numberOfId.get(match)!] as const];
    }),
  );
}
