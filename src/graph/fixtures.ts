// Small recordings and logs for tests: written as short rows, valid as real ones.
import type {
  Decision,
  ExceptionCase,
  Judgement,
  NarratedRecording,
  StatedHandoff,
  StatedRework,
  StatedWait,
  Step,
  StepCluster,
  Transfer,
} from '../domain/extraction.ts';
import { ElementId, LogId, ProcessId, RecordingId } from '../domain/ids.ts';
import { LIFECYCLE, type LogColumns } from '../domain/log.ts';
import type { Process } from '../domain/process.ts';
import type { MinedSource } from './graph-input.ts';
import { mineLog } from './mine-log.ts';
import { explainWaiting } from './waiting/explain-waiting.ts';

export const PROCESS: Process = {
  id: ProcessId.parse('p1'),
  name: 'Order entry',
  owner: 'Ada',
  description: null,
  createdAtMs: 0,
};

type Free<T extends { id: ElementId }> = Partial<Omit<T, 'id' | 'recordingId'>> & { id?: string };

/** A step by its label alone, or with whatever else matters; `order` counts up from 0. */
export type StepRow = string | (Free<Step> & { label: string });

export interface RecordingRow {
  readonly id: string;
  readonly role?: string | null;
  readonly actor?: string | null;
  readonly steps?: readonly StepRow[];
  readonly handoffs?: readonly (Free<StatedHandoff> & { to: string })[];
  readonly waits?: readonly Free<StatedWait>[];
  readonly decisions?: readonly Free<Decision>[];
  readonly exceptions?: readonly Free<ExceptionCase>[];
  readonly judgements?: readonly Free<Judgement>[];
  readonly rework?: readonly Free<StatedRework>[];
  readonly transfers?: readonly (Free<Transfer> & { from: string; to: string })[];
  readonly warnings?: readonly string[];
}

/** Element ids read `recording/step0`, `recording/handoff0` …; each has words of its own a second apart. */
export function tellRecording(row: RecordingRow): NarratedRecording {
  const recordingId = RecordingId.parse(row.id);
  const role = row.role === undefined ? 'clerk' : row.role;
  let clock = 0;
  const tell = (id: string, quote: string) => {
    const startMs = clock;
    clock += 1000;
    return {
      id: elementId(row.id, id),
      recordingId,
      startMs,
      endMs: startMs + 900,
      by: 'fixture',
      provenance: 'stated' as const,
      confidence01: 0.8,
      unsure: false,
      evidence: [
        {
          kind: 'speech' as const,
          recordingId,
          segment: startMs / 1000,
          startMs,
          endMs: startMs + 900,
          charStart: 0,
          charEnd: quote.length,
          quote,
        },
      ],
    };
  };
  const all = <T extends { id?: string; label?: string }, D>(kind: string, rows: readonly T[] = [], defaults: D) =>
    // A row's own id replaces the counted one.
    rows.map(({ id = '', ...free }, at) => {
      return { ...tell(id || `${kind}${at}`, free.label ?? kind), ...defaults, ...free };
    });

  const steps = (row.steps ?? []).map((step, at) => {
    const { id = `step${at}`, ...free } = typeof step === 'string' ? { label: step } : step;
    const [verb = '', ...rest] = free.label.split(' ');
    const defaults = {
      verb,
      object: rest.join(' '),
      actor: role,
      system: null,
      artifact: null,
      when: 'always' as const,
    };
    return { ...tell(id, free.label), ...defaults, order: at, ...free };
  });
  return {
    recording: {
      id: recordingId,
      processId: PROCESS.id,
      title: `Recording ${row.id}`,
      actor: row.actor ?? null,
      role,
      language: 'en',
      durationMs: 60_000,
      state: 'ready',
      problem: null,
      startedAtMs: null,
      timeZone: null,
      createdAtMs: 0,
    },
    extraction: {
      steps,
      handoffs: all('handoff', row.handoffs, { kind: 'actor' as const, from: null, what: null, stepId: null }),
      waits: all('wait', row.waits, {
        label: 'wait',
        duration: null,
        durationMin: null,
        durationMax: null,
        cause: null,
        after: null,
      }),
      decisions: all('decision', row.decisions, {
        question: 'Is it so?',
        branches: [{ condition: 'it is so', then: [], note: null }],
      }),
      exceptions: all('exception', row.exceptions, { label: 'exception', handling: null }),
      judgements: all('judgement', row.judgements, { label: 'judgement' }),
      rework: all('rework', row.rework, { label: 'rework', from: null, to: null }),
      transfers: all('transfer', row.transfers, { what: null }),
      warnings: [...(row.warnings ?? [])],
    },
  };
}

export const elementId = (recording: string, element: string): ElementId => ElementId.parse(`${recording}/${element}`);

/** Steps of equal label are one cluster. */
export function clusterByLabel(recordings: readonly NarratedRecording[]): StepCluster[] {
  const steps = recordings.flatMap(({ extraction }) => extraction.steps);
  return [...Map.groupBy(steps, ({ label }) => label)].map(([label, same]) => ({
    label,
    stepIds: same.map(({ id }) => id),
  }));
}

/** One event: activity, role, hour of its start, hours it takes; `resource` defaults to one person per role. */
export type EventRow = readonly [activity: string, role: string, startHour: number, hours?: number, resource?: string];

const HOUR = 3_600_000;

/** A mined log of cases written as rows of events. */
export function mineCases(
  cases: readonly (readonly EventRow[])[],
  options: { untimed?: boolean; id?: string; explained?: boolean } = {},
): MinedSource {
  const columns = toColumns(cases, options.untimed ?? false);
  const id = LogId.parse(options.id ?? 'log1');
  const log = {
    id,
    processId: PROCESS.id,
    name: `${id}.csv`,
    format: 'csv' as const,
    sha256: '0'.repeat(64),
    path: '',
    events: columns.caseOf.length,
    cases: cases.length,
    warnings: [],
    createdAtMs: 0,
  };
  const waiting = options.explained ? { waiting: explainWaiting(columns) } : {};
  return { log, mined: mineLog(columns, { instances: 'paired' }), ...waiting };
}

function toColumns(cases: readonly (readonly EventRow[])[], untimed: boolean): LogColumns {
  const rows = cases.flatMap((events, at) => events.map((event) => ({ case: at, event })));
  const number = (names: readonly string[]): { list: string[]; of: Int32Array } => {
    const list = [...new Set(names)].filter((name) => name !== '');
    return { list, of: Int32Array.from(names, (name) => list.indexOf(name)) };
  };
  const activities = number(rows.map(({ event }) => event[0]));
  const roles = number(rows.map(({ event }) => event[1]));
  const resources = number(rows.map(({ event }) => event[4] ?? event[1]));
  return {
    cases: cases.map((_, at) => `case ${at}`),
    activities: activities.list,
    roles: roles.list,
    resources: resources.list,
    caseOf: Int32Array.from(rows, (row) => row.case),
    activityOf: activities.of,
    roleOf: roles.of,
    resourceOf: resources.of,
    startMs: Float64Array.from(rows, ({ event }) => (untimed ? Number.NaN : event[2] * HOUR)),
    endMs: Float64Array.from(rows, ({ event }) => (event[2] + (event[3] ?? 1)) * HOUR),
    lifecycle: new Uint8Array(rows.length).fill(LIFECYCLE.complete),
    zoneMinutes: new Int32Array(rows.length),
  };
}

/** The same case many times. */
export const repeatCase = (count: number, events: readonly EventRow[]): EventRow[][] =>
  Array.from({ length: count }, () => [...events]);
