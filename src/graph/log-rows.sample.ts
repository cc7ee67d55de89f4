// Small logs for tests, written as a table: case, activity, minute, resource, role, and what else a row has.
import { LIFECYCLE, type LogColumns } from '../domain/log.ts';
import { createLogBuilder } from '../ingest/log-builder.ts';

export interface SampleRow {
  readonly lifecycle?: keyof typeof LIFECYCLE;
  readonly startMinute?: number;
  readonly zoneMinutes?: number;
}

/** `-` stands for no resource and no role. Minutes count from 1970. */
export function logOf(...rows: readonly (readonly [string, string, number, string, string, SampleRow?])[]): LogColumns {
  const builder = createLogBuilder();
  for (const [caseName, activity, minute, resource, role, more = {}] of rows) {
    builder.add({
      case: caseName,
      activity,
      resource: resource === '-' ? '' : resource,
      role: role === '-' ? '' : role,
      startMs: (more.startMinute ?? Number.NaN) * 60_000,
      endMs: minute * 60_000,
      zoneMinutes: more.zoneMinutes ?? 0,
      lifecycle: LIFECYCLE[more.lifecycle ?? 'complete'],
    });
  }
  return builder.build();
}

/** The distribution of a few minutes, in milliseconds; median and p90 worked out by hand. */
export const minutes = (values: readonly number[], { median, p90 }: { median: number; p90: number }) => ({
  n: values.length,
  sumMs: values.reduce((sum, value) => sum + value, 0) * 60_000,
  meanMs: (values.reduce((sum, value) => sum + value, 0) * 60_000) / values.length,
  medianMs: median * 60_000,
  minMs: Math.min(...values) * 60_000,
  maxMs: Math.max(...values) * 60_000,
  p90Ms: p90 * 60_000,
});
