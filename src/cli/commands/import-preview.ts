// mirror import LOG --dry-run: how the file would be read, shown for confirmation. Nothing is stored.
import type { ActivitySource, LogSource } from '../../domain/source.ts';
import { type LogPreview, type LogProblem, previewLog } from '../../host/preview-log.ts';
import { readActivityFile } from '../../host/off-thread/read-activity-file.ts';
import type { CsvDetails, ReadingDetails } from '../../ingest/log-reading.ts';
import { count, print, printJson, warn } from '../output.ts';

/** Ends with exit code 2 and the reason on stderr where the log would be refused. */
export async function previewImport(
  source: LogSource | ActivitySource,
  { json }: { readonly json: boolean },
): Promise<void> {
  if (source.kind === 'activity') return previewActivity(source, json);
  const preview = await previewLog(source);
  if ('problem' in preview) {
    const { problem, ...shown } = preview;
    if (json) printJson({ ...shown, problem: { code: problem.code, title: problem.title, hint: problem.hint } });
    else printProblem(preview);
    throw problem;
  }
  if (json) return printJson(preview);
  printPreview(preview);
  warn(preview.warnings);
}

async function previewActivity({ file }: ActivitySource, json: boolean): Promise<void> {
  const { events, startedAtMs, durationMs, warnings } = await readActivityFile(file);
  const startedAt = new Date(startedAtMs).toISOString();
  if (json)
    return printJson({
      format: 'activitywatch',
      events: events.length,
      startedAt,
      durationMs,
      firstEvents: events.slice(0, 5),
      warnings,
    });
  print(
    `ActivityWatch, from ${startedAt}: ${count(events.length, 'event')} in ${count(Math.round(durationMs / 60_000), 'minute')}.`,
  );
  for (const { kind, app, title } of events.slice(0, 5)) print(`  ${kind}  ${app}  ${title}`);
  warn(warnings);
}

function printPreview({ format, encoding, events, cases, details, firstEvents }: LogPreview): void {
  print(
    `${format.toUpperCase()}${encoding === null ? '' : `, ${encoding}`}: ${count(events, 'event')} of ${count(cases, 'case')}.`,
  );
  printDetails(details);
  print();
  print('The first events, times in UTC:');
  printTable(
    ['case', 'activity', 'start', 'time', 'resource', 'role'],
    firstEvents.map(({ case: name, activity, start, time, resource, role }) => [
      name,
      activity,
      start,
      time,
      resource,
      role,
    ]),
  );
  print();
  print('Nothing was stored. Import it with --process NAME and the same options.');
}

const FOUND_BY = { choice: 'as you say', name: 'by its name', values: 'by its values' } as const;

function printDetails(details: ReadingDetails): void {
  if (details.kind === 'csv') {
    print(`Fields are separated by ${describeDelimiter(details)}.`);
    for (const { role, column, by } of details.columns) {
      const format = role === 'timestamp' || role === 'start' ? details.dateFormats[role] : undefined;
      print(`  ${role.padEnd(10)} "${column}", ${FOUND_BY[by]}${format ? `, as ${format}` : ''}`);
    }
    const used = new Set(details.columns.map(({ column }) => column));
    const unused = details.header.filter((column) => !used.has(column));
    if (unused.length > 0) print(`  not used   ${unused.join(', ')}`);
  } else if (details.kind === 'xes') {
    for (const { name, keys } of details.classifiers) print(`  classifier "${name}": ${keys.join(' + ')}`);
    print(`The activity is ${details.classifier === null ? 'concept:name' : `made by "${details.classifier}"`}.`);
  } else {
    for (const { objectType, objects, events } of details.objectTypes) {
      print(`  ${objectType}: ${count(objects, 'object')}, ${count(events, 'event')}`);
    }
    print(`The cases are the objects of type "${details.objectType}".`);
  }
}

function printProblem(problem: LogProblem): void {
  print(`CSV, ${problem.encoding}. Fields are separated by ${describeDelimiter(problem)}. The first rows:`);
  printTable(problem.header, problem.rows);
}

const describeDelimiter = ({ delimiter }: Pick<CsvDetails, 'delimiter'>): string =>
  ({ ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' })[delimiter] ?? `"${delimiter}"`;

const WIDEST = 40;

function printTable(header: readonly string[], rows: readonly (readonly (string | null)[])[]): void {
  const cells = [header, ...rows].map((row) =>
    header.map((_, at) => (row[at] ?? '').replaceAll(/\s+/g, ' ').slice(0, WIDEST)),
  );
  const widths = header.map((_, at) => Math.max(...cells.map((row) => row[at]!.length)));
  for (const row of cells)
    print(
      `  ${row
        .map((cell, at) => cell.padEnd(widths[at]!))
        .join('  ')
        .trimEnd()}`,
    );
}
