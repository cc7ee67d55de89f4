// Export formats as the core lists them, one of which this process cannot be had in; and an export with its progress.
import type { Progress } from '../../src/domain/progress.ts';
import type { ExportChoice, ExportedFile } from '../../src/domain/views.ts';

export const EXPORT_CHOICES: readonly ExportChoice[] = [
  {
    format: 'spec',
    title: 'Process spec (JSON)',
    purpose: 'Activities, handoffs, waits and evidence, for whoever automates it.',
    extension: 'json',
    missing: null,
  },
  {
    format: 'mermaid',
    title: 'Mermaid flowchart',
    purpose: 'The map as text, for a wiki page or a pull request that draws Mermaid.',
    extension: 'mmd',
    missing: null,
  },
  {
    format: 'xes',
    title: 'Event log (XES)',
    purpose: 'Every event with its case, time and role, for a process mining tool.',
    extension: 'xes',
    missing: 'this process has no event log and no recorded steps yet',
  },
];

export async function* exportSlowly(): AsyncGenerator<Progress, ExportedFile> {
  yield { stage: 'export', done: 4, total: null, unit: 'MB' };
  const text = '{"schema":"mirror-process-spec/1"}';
  return {
    fileName: 'motor-claim-handling.json',
    sizeBytes: text.length,
    url: `data:application/json,${encodeURIComponent(text)}`,
  };
}
