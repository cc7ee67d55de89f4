import { dayOfDate, DAY, HOUR, toIso } from './clock.ts';
import { type LogRow, simulate } from './simulate.ts';

const SEED = 20260105;
const CASE_COUNT = 400;
const EXPORTED_AT = dayOfDate('2026-09-18') * DAY + 18 * HOUR;

/** The sample's event log as CSV text: the same bytes on every run and every machine. */
export function makeEventLog(): string {
  const header = 'case_id,activity,start_time,end_time,resource,role,amount';
  return `${[header, ...simulate(SEED, CASE_COUNT, EXPORTED_AT).map(toLine)].join('\n')}\n`;
}

/** No field of ours holds a comma, a quote or a line break, so none needs quoting. */
function toLine({ caseId, activity, start, end, resource, role, amount }: LogRow): string {
  return [caseId, activity, toIso(start), toIso(end), resource, role, amount].join(',');
}
