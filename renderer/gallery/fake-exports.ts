// Export formats as the core lists them, one of which this process cannot be had in; and an export with its progress.
import type { Progress } from '../../src/domain/progress.ts';
import type { ExportChoice, ExportedFile } from '../../src/domain/views.ts';

const noEvents = 'this process has no event log and no recorded steps yet';

export const EXPORT_CHOICES: readonly ExportChoice[] = [
  choice('spec', 'json', [
    'Process spec (JSON)',
    'Activities, handoffs, waits and evidence, for whoever automates it.',
  ]),
  choice('bpmn', 'bpmn', ['Process model (BPMN 2.0)', 'Lanes, tasks and gateways, for a modelling tool or an engine.']),
  choice('xes', 'xes', [
    'Event log (XES)',
    'Every event with its case, time and role, for a process mining tool.',
    noEvents,
  ]),
  choice('ocel-json', 'jsonocel', [
    'Object-centric log (OCEL 2.0, JSON)',
    'Events with the cases, people, systems and documents in them, for object-centric mining.',
    noEvents,
  ]),
  choice('csv', 'csv', ['Event table (CSV)', 'One row for each event, for a spreadsheet or a script.', noEvents]),
  choice('mermaid', 'mmd', [
    'Flowchart (Mermaid)',
    'The map as text, for a wiki page or a pull request that draws Mermaid.',
  ]),
  choice('graph-json', 'graph.json', [
    'Whole graph (JSON)',
    'Activities, transitions and findings with their ids and evidence, for a program that reads all of it.',
  ]),
];

function choice(
  format: string,
  extension: string,
  [title, purpose, missing]: readonly [title: string, purpose: string, missing?: string],
): ExportChoice {
  return { format, title, purpose, extension, missing: missing ?? null };
}

export async function* exportSlowly(): AsyncGenerator<Progress, ExportedFile> {
  yield { stage: 'export', done: 4, total: null, unit: 'MB' };
  const text = '{"schema":"mirror-process-spec/1"}';
  return {
    fileName: 'motor-claim-handling.json',
    sizeBytes: text.length,
    url: `data:application/json,${encodeURIComponent(text)}`,
  };
}
