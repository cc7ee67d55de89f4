// In: all that is stored of one side of a comparison. Out: its graph, measured. Runs in the worker.
import type { GraphPart, LogSlice, MeasuredGraph } from '../../domain/comparison.ts';
import type { Correction } from '../../domain/correction.ts';
import { MirrorError } from '../../domain/errors.ts';
import type { NarratedRecording } from '../../domain/extraction.ts';
import type { LogColumns } from '../../domain/log.ts';
import type { EventLog, Process } from '../../domain/process.ts';
import { buildGraph } from '../../graph/build-graph.ts';
import { type FilteredLog, filterLogs } from '../../graph/filter-log/filter-log.ts';
import { restoreRows } from '../../graph/filter-log/restore-rows.ts';
import { measureGraph } from '../../graph/measure/measure-graph.ts';
import { mineLog } from '../../graph/mine-log.ts';
import { alignSteps } from '../../steps/align.ts';
import { applyToClusters } from '../../steps/corrections/apply-to-clusters.ts';
import { relateToLog } from '../../steps/corrections/relate-to-log.ts';
import { type NameOf, openNames, relabelColumns } from '../../steps/corrections/relabel-log.ts';

export interface StoredProcess {
  readonly process: Process;
  /** Corrected. */
  readonly narrated: readonly NarratedRecording[];
  readonly corrections: readonly Correction[];
  readonly logs: readonly { readonly log: EventLog; readonly columns: LogColumns }[];
}

export interface MinedSide {
  readonly title: string;
  readonly stored: StoredProcess;
  readonly part: GraphPart;
  readonly slice: LogSlice | undefined;
}

export interface MeasuredSide {
  readonly title: string;
  readonly measured: MeasuredGraph;
  /** Its cases by name, per log; undefined where nobody can know them any more. */
  readonly casesOf: ReadonlyMap<string, ReadonlySet<string>> | undefined;
}

const INSTANCES = { instances: 'paired' } as const;
/** As in a stored graph: thousands of people make millions of pairs. */
const MOST_PAIRS = 200;

/**
 * Mines one side as the whole process is mined, from the cases of its slice.
 * @throws compare/empty when no case and no recording is left
 */
export function measureSide({ title, stored, part, slice }: MinedSide): MeasuredSide {
  const { process, corrections } = stored;
  const narrated = part === 'observed' || slice !== undefined ? [] : stored.narrated;
  const logs = part === 'told' ? [] : filterStored(stored, slice);
  const kept = logs.filter(({ filtered }) => filtered.cases > 0);
  if (kept.length === 0 && narrated.length === 0) throw new MirrorError('compare/empty', { data: { title } });
  const { clusters } = applyToClusters(alignSteps(narrated), corrections, narrated);
  const mined = kept.map(({ log, filtered }) => {
    return { log, mined: restoreRows(mineLog(filtered.columns, INSTANCES), filtered.rowOf) };
  });
  const saidOfLog = relateToLog(corrections, narrated, readNames(stored));
  const graph = buildGraph({ process, recordings: narrated, clusters, logs: mined, saidOfLog });
  const columns = kept.map(({ filtered }) => filtered.columns);
  return {
    title,
    measured: measureGraph(
      { ...graph, resourceHandoffs: graph.resourceHandoffs.slice(0, MOST_PAIRS) },
      columns,
      INSTANCES,
    ),
    casesOf: new Map(kept.map(({ log, filtered }) => [log.id, namesOf(filtered)])),
  };
}

/** The logs of a process with people's names for activities, narrowed to the cases of a slice. */
export function filterStored(
  { logs, corrections }: StoredProcess,
  slice: LogSlice | undefined,
): { readonly log: EventLog; readonly filtered: FilteredLog }[] {
  const nameOf = readNames({ logs, corrections });
  const relabelled = logs.map(({ columns }) => relabelColumns(columns, nameOf));
  const filtered = filterLogs(relabelled, slice ?? {}, INSTANCES);
  return logs.map(({ log }, at) => ({ log, filtered: filtered[at]! }));
}

/** How people call the activities of the logs. */
const readNames = ({ logs, corrections }: Pick<StoredProcess, 'logs' | 'corrections'>): NameOf =>
  openNames(
    logs.map(({ columns }) => columns),
    corrections,
  );

/** The cases that are left, by name. */
export function namesOf({ columns: { cases, caseOf } }: FilteredLog): ReadonlySet<string> {
  const names = new Set<string>();
  for (let row = 0; row < caseOf.length; row += 1) {
    if (row === 0 || caseOf[row] !== caseOf[row - 1]) names.add(cases[caseOf[row]!]!);
  }
  return names;
}
