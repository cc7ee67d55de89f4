// What an export gets, made of a log alone or of recordings alone; for tests.
import type { NarratedRecording } from '../domain/extraction.ts';
import { LogId } from '../domain/ids.ts';
import type { LogColumns } from '../domain/log.ts';
import { buildGraph } from '../graph/build-graph.ts';
import { clusterByLabel, PROCESS, tellRecording } from '../graph/fixtures.ts';
import { mineLog } from '../graph/mine-log.ts';
import { findInsights } from '../insights/find-insights.ts';
import type { ExportInput } from './export-input.ts';

/** One log for each columns, called log1, log2 … */
export const inputOfLogs = (...columns: readonly LogColumns[]): ExportInput => inputOf([], columns);

export const inputOfRecordings = (...recordings: readonly NarratedRecording[]): ExportInput => inputOf(recordings, []);

/** Two people tell an order's way; one of the recordings says when it was made. */
export function tellTwo(): NarratedRecording[] {
  const desk = tellRecording({
    id: 'r1',
    role: 'order clerk',
    actor: 'Ruben Moss',
    steps: [
      { label: 'enter order', system: 'Ledger & Co', artifact: 'order' },
      { label: 'check "credit"', unsure: true, provenance: 'inferred' },
    ],
  });
  const truck = tellRecording({ id: 'r2', role: null, steps: ['ship order'] });
  return [
    { ...desk, recording: { ...desk.recording, title: 'Orders', startedAtMs: Date.UTC(2026, 2, 2, 9) } },
    { ...truck, recording: { ...truck.recording, title: 'Orders', createdAtMs: Date.UTC(2026, 2, 3, 9) } },
  ];
}

/** All of a format's text in one piece. */
export const joinText = (pieces: Iterable<string>): string => [...pieces].join('');

/** Indented, with lists of plain values on one line where they fit, as the formatter writes it. */
export function formatJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  const lists = /^( *)("[^"]+": )?\[\n([^[\]{}]*?)\n *\](,?)$/gm;
  return `${text.replaceAll(lists, (whole, indent: string, key: string | undefined, inner: string, comma: string) => {
    const line = `${indent}${key ?? ''}[${inner
      .trim()
      .split(/,\n\s*/)
      .join(', ')}]${comma}`;
    return line.length <= 120 ? line : whole;
  })}\n`;
}

function inputOf(recordings: readonly NarratedRecording[], logs: readonly LogColumns[]): ExportInput {
  const clusters = clusterByLabel(recordings);
  const mined = logs.map((columns, at) => ({
    log: {
      id: LogId.parse(`log${at + 1}`),
      processId: PROCESS.id,
      name: `log${at + 1}.xes`,
      format: 'xes' as const,
      sha256: '0'.repeat(64),
      path: '',
      events: columns.caseOf.length,
      cases: columns.cases.length,
      warnings: [],
      createdAtMs: 0,
    },
    mined: mineLog(columns, { instances: 'paired' }),
  }));
  const graph = buildGraph({ process: PROCESS, recordings, clusters, logs: mined });
  return {
    process: PROCESS,
    graph,
    insights: findInsights({ graph, recordings, clusters, logs: mined }),
    recordings,
    clusters,
    logs: mined.map(({ log }, at) => ({ log, readColumns: () => logs[at]! })),
  };
}
