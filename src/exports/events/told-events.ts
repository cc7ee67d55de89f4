// In: recordings. Out: their steps as the events of a log, one case a recording.
import type { NarratedRecording, Step } from '../../domain/extraction.ts';
import { LIFECYCLE, type LogColumns } from '../../domain/log.ts';
import type { ExportInput } from '../export-input.ts';
import { createUniqueNames } from '../unique-names.ts';
import type { ListedEvents } from './list-events.ts';

interface ToldRow {
  readonly step: Step;
  readonly caseOf: number;
  readonly activity: string;
  readonly role: string;
  readonly startMs: number;
  readonly endMs: number;
}

/**
 * Times are the recording's start and the step's moment in it. A recording whose start nobody knows is dated by when it
 * was taken in. People appear as roles: their names stay on this machine.
 */
export function listToldEvents({ recordings, clusters }: Pick<ExportInput, 'recordings' | 'clusters'>): ListedEvents {
  const labels = new Map(clusters.flatMap(({ label, stepIds }) => stepIds.map((id) => [id, label] as const)));
  const told = recordings.filter(({ extraction }) => extraction.steps.length > 0);
  const rows = told.flatMap((one, caseOf) => listRows(one, caseOf, labels));
  const names = createUniqueNames();
  const cases = told.map(({ recording }) => names.take(recording.title, recording.id));
  const source = {
    columns: toColumns(rows, cases),
    sourceOf: (caseIndex: number) => told[caseIndex]!.recording.id,
    evidenceOf: (row: number) => rows[row]!.step.id,
    steps: rows.map(({ step }) => step),
  };
  return { basis: 'recordings', note: describe(told), sources: [source] };
}

function listRows(
  { recording, extraction }: NarratedRecording,
  caseOf: number,
  labels: ReadonlyMap<string, string>,
): ToldRow[] {
  const from = recording.startedAtMs ?? recording.createdAtMs;
  return extraction.steps
    .map((step) => ({
      step,
      caseOf,
      activity: labels.get(step.id) ?? step.label,
      role: step.actor ?? recording.role ?? '',
      startMs: from + step.startMs,
      endMs: from + step.endMs,
    }))
    .sort((a, b) => a.endMs - b.endMs || a.step.order - b.step.order);
}

function toColumns(rows: readonly ToldRow[], cases: readonly string[]): LogColumns {
  const activities = [...new Set(rows.map(({ activity }) => activity))];
  const roles = [...new Set(rows.flatMap(({ role }) => (role === '' ? [] : [role])))];
  return {
    cases,
    activities,
    resources: [],
    roles,
    caseOf: Int32Array.from(rows, ({ caseOf }) => caseOf),
    activityOf: Int32Array.from(rows, ({ activity }) => activities.indexOf(activity)),
    resourceOf: new Int32Array(rows.length).fill(-1),
    roleOf: Int32Array.from(rows, ({ role }) => roles.indexOf(role)),
    startMs: Float64Array.from(rows, ({ startMs }) => startMs),
    endMs: Float64Array.from(rows, ({ endMs }) => endMs),
    zoneMinutes: new Int32Array(rows.length),
    lifecycle: new Uint8Array(rows.length).fill(LIFECYCLE.complete),
  };
}

function describe(told: readonly NarratedRecording[]): string {
  const undated = told.filter(({ recording }) => recording.startedAtMs === null).length;
  const dates = undated === 0 ? '' : ` ${undated} of ${told.length} recordings are dated by when they were taken in.`;
  return (
    'No event log was imported: each case is one recording, each event one step in it. Times are the start of the ' +
    `recording and the moment at which the step is shown or told; they do not say how long the work takes.${dates}`
  );
}
