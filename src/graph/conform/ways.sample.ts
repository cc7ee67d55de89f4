// Approved ways for tests, drawn with labels.
import { type ApprovedWays, readApprovedWays } from './approved-ways.ts';
import type { Activity, ProcessGraph, Transition } from '../../domain/graph.ts';
import { ActivityId, ProcessId, TransitionId } from '../../domain/ids.ts';

export interface Drawing {
  readonly activities: readonly string[];
  /** "a b": b may directly follow a. */
  readonly pairs: readonly string[];
  readonly starts: readonly string[];
  readonly ends: readonly string[];
  /** Activities that not every one of the ten cases has. */
  readonly optional?: readonly string[];
}

const CASES = 10;
const grounds = { evidence: [], provenance: 'observed', confidence01: 1, unsure: false } as const;
const sources = { log: CASES, recordings: 0 };

export const drawWays = (drawing: Drawing): ApprovedWays => readApprovedWays(drawGraph(drawing));

export function drawGraph({ activities, pairs, starts, ends, optional = activities }: Drawing): ProcessGraph {
  const ids = new Map(activities.map((label) => [label, ActivityId.parse(`activity ${label}`)]));
  const idOf = (label: string): ActivityId => ids.get(label)!;
  return {
    processId: ProcessId.parse('process'),
    process: 'process',
    cases: CASES,
    events: 0,
    recordings: 0,
    cycle: null,
    activities: activities.map(
      (label): Activity => ({
        ...grounds,
        evidence: [],
        id: idOf(label),
        label,
        count: CASES,
        cases: optional.includes(label) ? CASES - 1 : CASES,
        sources,
        roles: [],
        systems: [],
        artifacts: [],
        resources: 0,
        processing: null,
        reworkCases: 0,
        stepIds: [],
      }),
    ),
    transitions: pairs.map((pair): Transition => {
      const [source = '', target = ''] = pair.split(' ');
      return {
        ...grounds,
        evidence: [],
        id: TransitionId.parse(`transition ${pair}`),
        source: idOf(source),
        target: idOf(target),
        count: CASES,
        sources,
        wait: null,
        handoffs: 0,
      };
    }),
    start: starts.map((label) => ({ activity: idOf(label), count: CASES })),
    end: ends.map((label) => ({ activity: idOf(label), count: CASES })),
    variants: { count: 0, top: [] },
    resourceHandoffs: [],
    selfHandovers: 0,
    doubts: [],
  };
}
