// In: a log as it was given. Out: how it would be read, as plain data for a window: off the event loop, nothing is stored.
import { basename } from 'node:path';
import type { LogPreview } from '../../domain/intake.ts';
import type { ActivitySource, LogSource } from '../../domain/source.ts';
import type { FilesAccess } from '../files/workspace-files.ts';
import { readActivityFile } from '../off-thread/read-activity-file.ts';
import { previewLog } from '../preview-log.ts';

/** A CSV that cannot be read as it stands comes with its columns and the problem. @throws as previewLog */
export async function previewForWindow(source: LogSource | ActivitySource, access: FilesAccess): Promise<LogPreview> {
  if (source.kind === 'activity') return previewActivity(source, access);
  const preview = await previewLog(source, access);
  if ('problem' in preview) {
    const { problem, file, encoding, delimiter, header, rows } = preview;
    return {
      ...NOTHING,
      file,
      encoding,
      csv: { delimiter, header, rows, columns: [], dateFormats: {} },
      problem: { code: problem.code, title: problem.title, hint: problem.hint },
    };
  }
  const { file, format, encoding, events, cases, details, firstEvents, warnings } = preview;
  const { kind, ...about } = details;
  return { ...NOTHING, file, format, encoding, events, cases, firstEvents, warnings, [kind]: about };
}

const NOTHING: LogPreview = {
  file: '',
  format: 'csv',
  encoding: null,
  events: null,
  cases: null,
  csv: null,
  xes: null,
  ocel: null,
  firstEvents: [],
  warnings: [],
  problem: null,
};

const SHOWN = 5;

async function previewActivity({ file }: ActivitySource, access: FilesAccess): Promise<LogPreview> {
  const { events, startedAtMs, warnings } = await readActivityFile(file, access);
  return {
    ...NOTHING,
    file: basename(file),
    format: 'activitywatch',
    events: events.length,
    firstEvents: events.slice(0, SHOWN).map(({ atMs, kind, app, title }) => ({
      case: app,
      activity: `${kind}: ${title}`,
      start: null,
      time: new Date(startedAtMs + atMs).toISOString(),
      resource: null,
      role: null,
    })),
    warnings,
  };
}
