// The formats a process can leave in: a table of contents.
import { MirrorError } from '../domain/errors.ts';
import type { ExportFormat, ExportInput } from './export-input.ts';
import { writeSpec } from './spec.ts';

export const EXPORTS = {
  spec: { title: 'Process spec', extension: 'json', mediaType: 'application/json', write: writeSpec },
} as const satisfies Record<string, ExportFormat>;

export type ExportName = keyof typeof EXPORTS;

/** @throws export/unknown-format */
export function getExport(format: string): ExportFormat {
  if (isExportName(format)) return EXPORTS[format];
  throw new MirrorError('export/unknown-format', { data: { format, formats: Object.keys(EXPORTS).join(', ') } });
}

/** Writes the process in one format. @throws export/unknown-format */
export const writeExport = (format: string, input: ExportInput): string => getExport(format).write(input);

const isExportName = (name: string): name is ExportName => Object.hasOwn(EXPORTS, name);
