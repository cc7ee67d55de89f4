// CSV as RFC 4180 has it: one row an event, with a header that Mirror's own import and other tools know.
import { guardFormula } from '../../lib/csv-formula.ts';
import { createTimeFormatter } from '../../lib/format-time.ts';
import type { ExportInput } from '../export-input.ts';
import { joinPieces } from '../pieces.ts';
import { type EventSource, listEvents } from './list-events.ts';
import { nameLifecycle } from './name-lifecycle.ts';

const COLUMNS = ['case', 'activity', 'timestamp', 'start_timestamp', 'resource', 'role', 'lifecycle', 'evidence'];
/** Only steps have them. */
const STEP_COLUMNS = ['system', 'artifact'];

/** UTF-8 without a byte order mark; a field that a spreadsheet would run as a formula has a single quote before it. */
export function* writeCsv(input: ExportInput): Generator<string> {
  yield* joinPieces(writeLines(input));
}

function* writeLines(input: ExportInput): Generator<string> {
  const { basis, sources } = listEvents(input);
  yield `${[...COLUMNS, ...(basis === 'recordings' ? STEP_COLUMNS : [])].join(',')}\r\n`;
  for (const source of sources) {
    const writeRow = createRowWriter(source);
    for (let row = 0; row < source.columns.caseOf.length; row += 1) yield writeRow(row);
  }
}

/** Names are quoted once, not once a row. */
function createRowWriter({ columns, steps, evidenceOf }: EventSource): (row: number) => string {
  const { caseOf, activityOf, resourceOf, roleOf, startMs, endMs, zoneMinutes, lifecycle } = columns;
  const formatTime = createTimeFormatter();
  const [cases, activities, resources, roles] = [
    columns.cases.map(writeField),
    columns.activities.map(writeField),
    columns.resources.map(writeField),
    columns.roles.map(writeField),
  ];
  return (row) => {
    const start = startMs[row]!;
    const zone = zoneMinutes[row]!;
    const step = steps?.[row];
    const stepFields = step ? `,${writeField(step.system ?? '')},${writeField(step.artifact ?? '')}` : '';
    return `${cases[caseOf[row]!]},${activities[activityOf[row]!]},${formatTime(endMs[row]!, zone)},${
      Number.isNaN(start) ? '' : formatTime(start, zone)
    },${resources[resourceOf[row]!] ?? ''},${roles[roleOf[row]!] ?? ''},${nameLifecycle(
      lifecycle[row]!,
    )},${writeField(evidenceOf(row))}${stepFields}\r\n`;
  };
}

function writeField(text: string): string {
  const safe = guardFormula(text.toWellFormed());
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
