// npm run bench:search -- [--segments N] [--queries N] [--json]
// Searching a workspace of many segments through the API, as the window does: how long it takes, and whether the segment
// that a query was made of is among the first ten. Segments and queries are made up; see search/make-segments.ts.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ProcessId, RecordingId } from '../src/domain/ids.ts';
import { type Core, createCore } from '../src/host/core.ts';
import { createRandom } from '../src/lib/random.ts';
import { type MadeQuery, makeQueries, makeSegments } from './search/make-segments.ts';

const { values } = parseArgs({
  options: {
    segments: { type: 'string', default: '100000' },
    queries: { type: 'string', default: '600' },
    json: { type: 'boolean', default: false },
  },
});

const SEGMENTS_A_RECORDING = 200;
const processId = ProcessId.parse('bench');
const idOf = (recording: number): RecordingId => RecordingId.parse(`recording-${recording}`);

const folder = await mkdtemp(join(tmpdir(), 'mirror-bench-search-'));
try {
  const random = createRandom(1);
  const segments = makeSegments(Number(values.segments), random);
  const queries = makeQueries(segments, Number(values.queries), random);
  const core = await createCore({
    workspace: join(folder, 'workspace'),
    models: join(folder, 'models'),
    door: 'terminal',
    // As the app: a command of the terminal looks for what is missing before it searches.
    worksInBackground: true,
  });
  try {
    const indexSeconds = await fill(core, segments);
    const startedMs = performance.now();
    await core.client.evidence.search({ words: 'order' });
    const firstMs = performance.now() - startedMs;
    const runs: Run[] = [];
    for (const query of queries) runs.push(await ask(core, query));
    report({ segments: segments.length, indexSeconds, firstMs, runs });
  } finally {
    await core.close();
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

interface Run extends MadeQuery {
  readonly ms: number;
  readonly isFound: boolean;
}

async function fill({ host }: Core, segments: readonly string[]): Promise<number> {
  host.store.saveProcess({ id: processId, name: 'Bench', owner: null, description: null, createdAtMs: 0 });
  const startedMs = performance.now();
  for (let number = 0; number * SEGMENTS_A_RECORDING < segments.length; number += 1) {
    const id = idOf(number);
    const said = segments.slice(number * SEGMENTS_A_RECORDING, (number + 1) * SEGMENTS_A_RECORDING);
    host.store.saveRecording({
      recording: {
        id,
        processId,
        title: `Recording ${number}`,
        actor: null,
        role: null,
        language: 'en',
        durationMs: said.length * 5000,
        state: 'ready',
        problem: null,
        startedAtMs: null,
        timeZone: null,
        createdAtMs: number,
      },
      tracks: [],
      segments: said.map((text, index) => ({ index, startMs: index * 5000, endMs: index * 5000 + 4900, text })),
      events: [],
    });
    for await (const _ of host.ingest.follow(host, id, undefined)) continue;
  }
  return (performance.now() - startedMs) / 1000;
}

async function ask(core: Core, query: MadeQuery): Promise<Run> {
  const startedMs = performance.now();
  const { hits } = await core.client.evidence.search({ words: query.words, limit: 10 });
  const ms = performance.now() - startedMs;
  const recordingId = idOf(Math.floor(query.segment / SEGMENTS_A_RECORDING));
  const index = query.segment % SEGMENTS_A_RECORDING;
  const isIt = ({ ref }: (typeof hits)[number]): boolean =>
    ref.kind === 'speech' && ref.recordingId === recordingId && ref.segment === index;
  return { ...query, ms, isFound: hits.some(isIt) };
}

interface Figures {
  readonly segments: number;
  readonly indexSeconds: number;
  readonly firstMs: number;
  readonly runs: readonly Run[];
}

function report({ segments, indexSeconds, firstMs, runs }: Figures): void {
  const sorted = runs.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const at = (share: number): number =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
  const recall = (some: readonly Run[]): number =>
    Math.round((1000 * some.filter(({ isFound }) => isFound).length) / Math.max(1, some.length)) / 1000;
  const kinds = [...new Set(runs.map(({ kind }) => kind))];
  const recallByKind = Object.fromEntries(kinds.map((kind) => [kind, recall(runs.filter((run) => run.kind === kind))]));
  const figures = {
    segments,
    queries: runs.length,
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    maxMs: at(1),
    recallAt10: recall(runs),
    recallByKind,
    /** The first search reads the index into memory. */
    firstMs: round(firstMs),
    indexSeconds: round(indexSeconds),
  };
  if (values.json) console.log(JSON.stringify(figures, null, 2));
  else console.table(figures);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
