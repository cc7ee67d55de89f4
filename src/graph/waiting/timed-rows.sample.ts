// Small logs for tests, a line per instance: "case activity 9:00-10:30 person". All on one Monday unless days are given.
import { LIFECYCLE, type LogColumns } from '../../domain/log.ts';
import { createLogBuilder } from '../../ingest/log-builder.ts';
import { QUARTER_HOURS_A_WEEK, type WorkingWeek } from './working-week.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** 5 January 1970. */
export const MONDAY_MS = 4 * DAY;

export interface RowOptions {
  /** Added to all times. */
  readonly shiftMs?: number;
  readonly zoneMinutes?: number;
}

/** A person `-` is none; a day is written before the time: "d2 9:00-10:30" is Wednesday. */
export function readRows(text: string, { shiftMs = 0, zoneMinutes = 0 }: RowOptions = {}): LogColumns {
  const builder = createLogBuilder();
  for (const line of text.trim().split('\n')) {
    const parts = /^(\S+)\s+(\S+)\s+(?:d(\d+)\s+)?([\d:]+)-([\d:]+)\s+(\S+)$/.exec(line.trim());
    if (!parts) throw new Error(`no row: ${line}`);
    const [, caseName = '', activity = '', day = '0', from = '', to = '', person = ''] = parts;
    const dayMs = MONDAY_MS + Number(day) * DAY + shiftMs;
    builder.add({
      case: caseName,
      activity,
      resource: person === '-' ? '' : person,
      role: '',
      startMs: dayMs + readTime(from),
      endMs: dayMs + readTime(to),
      zoneMinutes,
      lifecycle: LIFECYCLE.complete,
    });
  }
  return builder.build();
}

const readTime = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) * MINUTE;
};

/** Monday to Friday, between the given hours. */
export function workingWeek(...spans: readonly (readonly [fromHour: number, toHour: number])[]): WorkingWeek {
  const week = new Uint8Array(QUARTER_HOURS_A_WEEK);
  for (let day = 0; day < 5; day += 1) {
    for (const [from, to] of spans) week.fill(1, (day * 24 + from) * 4, (day * 24 + to) * 4);
  }
  return week;
}
