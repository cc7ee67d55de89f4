// The formats a process can leave in: a table of contents.
import { MirrorError } from '../domain/errors.ts';
import type { ExportFormat } from './export-input.ts';
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
} as const satisfies Record<string, ExportFormat>;

export type ExportName = keyof typeof EXPORTS;

/** @throws export/unknown-format */
export function getExport(format: string): ExportFormat {
  if (isExportName(format)) return EXPORTS[format];
  throw new MirrorError('export/unknown-format', { data: { format, formats: Object.keys(EXPORTS).join(', ') } });
}

const isExportName = (name: string): name is ExportName => Object.hasOwn(EXPORTS, name);
