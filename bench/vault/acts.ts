// What is measured of a sealed workspace: each gives the milliseconds of processor that it took, all threads together.
import { join } from 'node:path';
import { LogId, ProcessId, RecordingId } from '../../src/domain/ids.ts';
import { mineLog } from '../../src/graph/mine-log.ts';
import type { Core } from '../../src/host/core.ts';
import { createRandom } from '../../src/lib/random.ts';
import { makeLog } from '../mining/made-log.ts';
import { makeQueries, makeSegments } from '../search/make-segments.ts';

export interface ActInput {
  readonly open: (workspace: string) => Promise<Core>;
  readonly workspace: string;
  readonly round: number;
  readonly given: Given;
}

type Given = ReturnType<typeof prepareActs>;

const SAMPLE = join(import.meta.dirname, '../../samples/customer-onboarding');
const SEARCHES = 100;
const LOG_ID = LogId.parse('made');
const processId = ProcessId.parse('bench');

/** The same for both forms. */
export function prepareActs({ events, segments }: { readonly events: number; readonly segments: number }) {
  const random = createRandom(1);
  const said = makeSegments(segments, random);
  return { log: makeLog(events), segments: said, queries: makeQueries(said, SEARCHES, random) };
}

/** In this order: later ones find what earlier ones have stored. */
export const ACTS: Readonly<Record<string, (input: ActInput) => Promise<number>>> = {
  'import: store a log': (input) => withCore(input, ({ host }) => storeLog(host, input)),
  'mining: read the log and mine it': mine,
  'ingest: take in a film with its words, steps and map': (input) =>
    withCore(input, async (core) => {
      const file = join(SAMPLE, 'planning.webm');
      const source = { kind: 'recording' as const, file, transcript: join(SAMPLE, 'planning.vtt') };
      const process = `Planning ${input.round}`;
      for await (const _ of await core.client.process.takeIn({ process, sources: [source] })) continue;
    }),
  'ingest: store and index segments': (input) => withCore(input, (core) => storeSegments(core, input)),
  'open a workspace': (input) => timeOf(async () => (await input.open(input.workspace)).close()),
  'search: the first, which reads the index': (input) =>
    withCore(input, async ({ client }) => void (await client.evidence.search({ words: 'order' }))),
  'search: 100 more': (input) =>
    withOpen(input, async ({ client }) => {
      await client.evidence.search({ words: 'order' });
      return timeOf(async () => {
        for (const { words } of input.given.queries) await client.evidence.search({ words, limit: 10 });
      });
    }),
  'backup: into one file': (input) =>
    withCore(input, async ({ client }) => {
      await client.workspace.backup({ file: `${input.workspace}.backup` });
    }),
};

/** The worker threads and everything that is opened first are warm alike in both forms. */
const withCore = (input: ActInput, act: (core: Core) => Promise<void> | void): Promise<number> =>
  withOpen(input, (core) => timeOf(async () => act(core)));

async function withOpen(input: ActInput, act: (core: Core) => Promise<number>): Promise<number> {
  const core = await input.open(input.workspace);
  try {
    return await act(core);
  } finally {
    await core.close();
  }
}

async function timeOf(act: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function storeLog({ store }: Core['host'], { given: { log } }: ActInput): void {
  store.saveProcess({ id: processId, name: 'Bench', owner: null, description: null, createdAtMs: 0 });
  const counts = { events: log.caseOf.length, cases: log.cases.length };
  const about = { name: 'made.csv', format: 'csv' as const, sha256: '0'.repeat(64), path: '', warnings: [] };
  store.saveLog({ id: LOG_ID, processId, ...about, createdAtMs: 0, ...counts }, log);
}

/** From a connection that has read nothing of it yet. */
function mine(input: ActInput): Promise<number> {
  return withCore(input, ({ host }) => void mineLog(host.store.readRowColumns(LOG_ID), { instances: 'paired' }));
}

async function storeSegments({ host }: Core, { given: { segments }, round }: ActInput): Promise<void> {
  const id = RecordingId.parse(`recording-${round}`);
  const said = segments.slice((round * segments.length) / 5, ((round + 1) * segments.length) / 5);
  host.store.saveRecording({
    recording: {
      id,
      processId,
      title: `Recording ${round}`,
      actor: null,
      role: null,
      language: 'en',
      durationMs: said.length * 5000,
      state: 'ready',
      problem: null,
      startedAtMs: null,
      timeZone: null,
      createdAtMs: round,
    },
    tracks: [],
    segments: said.map((text, index) => ({ index, startMs: index * 5000, endMs: index * 5000 + 4900, text })),
    events: [],
  });
  for await (const _ of host.ingest.follow(host, id, undefined)) continue;
}
