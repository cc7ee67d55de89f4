// The formats a process can leave in: a table of contents.
import { MirrorError } from '../domain/errors.ts';
import { writeBpmn } from './bpmn/bpmn.ts';
import type { ExportFormat } from './export-input.ts';
import { writeCsv } from './events/csv.ts';
import { writeXes } from './events/xes.ts';
import { writeGraphJson } from './graph-json.ts';
import { writeMermaid } from './mermaid/mermaid.ts';
import { writeOcelJson } from './ocel/ocel-json.ts';
import { describeOcelTables } from './ocel/ocel-tables.ts';
import { writeSpec } from './spec.ts';

export const EXPORTS = {
  spec: {
    kind: 'text',
    title: 'Process spec (JSON)',
    purpose: 'Activities, handoffs, waits and evidence, for whoever automates it.',
    extension: 'json',
    mediaType: 'application/json',
    needs: 'nothing',
    write: writeSpec,
  },
  bpmn: {
    kind: 'text',
    title: 'Process model (BPMN 2.0)',
    purpose: 'The main behaviour in lanes, with conditions and waits, for a modeller or an engine.',
    extension: 'bpmn',
    mediaType: 'application/xml',
    needs: 'activities',
    write: (input) => writeBpmn(input),
  },
  xes: {
    kind: 'text',
    title: 'Event log (XES)',
    purpose: 'Every event with its case, time and role, for a process mining tool.',
    extension: 'xes',
    mediaType: 'application/xml',
    needs: 'events',
    write: writeXes,
  },
  'ocel-json': {
    kind: 'text',
    title: 'Object-centric log (OCEL 2.0, JSON)',
    purpose: 'Events with the cases, people, systems and documents in them, for object-centric mining.',
    extension: 'jsonocel',
    mediaType: 'application/json',
    needs: 'events',
    write: writeOcelJson,
  },
  'ocel-sqlite': {
    kind: 'database',
    title: 'Object-centric log (OCEL 2.0, SQLite)',
    purpose: 'The same as a database, to be asked with SQL or opened where the JSON would be too large.',
    extension: 'sqlite',
    mediaType: 'application/vnd.sqlite3',
    needs: 'events',
    write: describeOcelTables,
  },
  csv: {
    kind: 'text',
    title: 'Event table (CSV)',
    purpose: 'One row for each event, for a spreadsheet or a script.',
    extension: 'csv',
    mediaType: 'text/csv; charset=utf-8',
    needs: 'events',
    write: writeCsv,
  },
  mermaid: {
    kind: 'text',
    title: 'Flowchart (Mermaid)',
    purpose: 'The map as text, for a wiki page or a pull request that draws Mermaid.',
    extension: 'mmd',
    mediaType: 'text/plain; charset=utf-8',
    needs: 'activities',
    write: writeMermaid,
  },
  'graph-json': {
    kind: 'text',
    title: 'Whole graph (JSON)',
    purpose: 'Activities, transitions and findings with their ids and evidence, for a program that reads all of it.',
    extension: 'graph.json',
    mediaType: 'application/json',
    needs: 'activities',
    write: writeGraphJson,
  },
} as const satisfies Record<string, ExportFormat>;

export type ExportName = keyof typeof EXPORTS;

/** @throws export/unknown-format */
export function getExport(format: string): ExportFormat {
  if (isExportName(format)) return EXPORTS[format];
  throw new MirrorError('export/unknown-format', { data: { format, formats: Object.keys(EXPORTS).join(', ') } });
}

const isExportName = (name: string): name is ExportName => Object.hasOwn(EXPORTS, name);
