// In: the bundled sample. Out: the same process with many more cases in its log, and then with as many segments as wanted.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EMPTY_EXTRACTION } from '../../src/domain/extraction.ts';
import { type ProcessId, RecordingId } from '../../src/domain/ids.ts';
import type { LogSource } from '../../src/domain/source.ts';
import type { FlowRequest } from '../../src/host/flow/work.ts';
import type { Host } from '../../src/host/host.ts';
import { createRandom } from '../../src/lib/random.ts';
import { makeSegments } from '../search/make-segments.ts';

const SEGMENTS_A_RECORDING = 200;
/** So far one copy of the log begins after the one before: people are not made to do all of them at once. */
const APART_MS = 26 * 7 * 24 * 3_600_000;

/** Every case of the log `copies` times, under names of their own. */
export async function growLog(request: FlowRequest, copies: number, folder: string): Promise<FlowRequest> {
  const sources = await Promise.all(
    request.sources.map(async (source) => (source.kind === 'log' ? growOne(source, copies, folder) : source)),
  );
  return { ...request, sources };
}

async function growOne(source: LogSource, copies: number, folder: string): Promise<LogSource> {
  const [head = '', ...rows] = (await readFile(source.file, 'utf8')).trim().split('\n');
  const columns = head.split(',');
  const caseAt = columns.indexOf(source.columns.case ?? 'case_id');
  const grown = Array.from({ length: copies }, (_, copy) =>
    rows.map((row) =>
      row
        .split(',')
        .map((cell, at) => (at === caseAt ? `${cell}-${copy}` : isTime(cell) ? shift(cell, copy * APART_MS) : cell))
        .join(','),
    ),
  ).flat();
  const file = join(folder, 'large-log.csv');
  await writeFile(file, `${[head, ...grown].join('\n')}\n`);
  return { ...source, file };
}

const isTime = (cell: string): boolean => /^\d{4}-\d\d-\d\dT/.test(cell);
const shift = (cell: string, ms: number): string => new Date(Date.parse(cell) + ms).toISOString();

/** Recordings of made-up narration, so that the process has `segments` of them besides its own. */
export function addSegments({ store }: Host, processId: ProcessId, segments: number): void {
  const all = makeSegments(segments, createRandom(1));
  for (let number = 0; number * SEGMENTS_A_RECORDING < all.length; number += 1) {
    const id = RecordingId.parse(`made-${number}`);
    const texts = all.slice(number * SEGMENTS_A_RECORDING, (number + 1) * SEGMENTS_A_RECORDING);
    store.saveRecording({
      recording: {
        id,
        processId,
        title: `Made-up narration ${number}`,
        actor: `Narrator ${number % 40}`,
        role: 'narrator',
        language: 'en',
        durationMs: texts.length * 5000,
        state: 'ready',
        problem: null,
        startedAtMs: null,
        timeZone: null,
        createdAtMs: number,
      },
      tracks: [],
      segments: texts.map((text, index) => ({ index, startMs: index * 5000, endMs: index * 5000 + 4000, text })),
      events: [],
    });
    store.saveExtraction(id, EMPTY_EXTRACTION);
  }
}
