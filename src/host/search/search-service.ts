// In: what somebody looks for. Out: the moments that answer it, each checked against the evidence it opens.
import type { EvidenceRef } from '../../domain/evidence.ts';
import type { Recording } from '../../domain/process.ts';
import { DEFAULT_LIMIT, type SearchAnswer, type SearchEntry, type SearchHit } from '../../domain/search.ts';
import { cutSnippet, type Snippet } from '../../evidence/search/cut-snippet.ts';
import { sayName, sayTitle } from '../../evidence/search/list-entries.ts';
import type { Embedder } from '../../needs/embedder.ts';
import type { EvidenceSearch } from '../../needs/evidence-search.ts';
import type { Store } from '../../needs/store.ts';
import type { StartProcess } from '../engines/start-process.ts';
import type { ModelsFolder } from '../models/models-folder.ts';
import type { OffThread } from '../off-thread/pool.ts';
import { createEmbedders } from './choose-embedder.ts';
import type { FoundEntry } from './search-index.ts';
import { type SearchedDatabase, startSearchThread } from './search-thread.ts';

export interface Search extends EvidenceSearch {
  /** What texts are compared with now, stored ones and those of a query alike. @throws models/damaged */
  chooseEmbedder(): Promise<Embedder>;
  close(): Promise<void>;
}

export interface SearchOptions {
  readonly store: Store;
  /** The workspace's database, which `store` has open. */
  readonly database: SearchedDatabase;
  readonly models: ModelsFolder;
  readonly offThread: OffThread;
  readonly startProcess?: StartProcess | undefined;
}

/** Nothing is started before the first search. Close it. */
export function createSearch({ store, database, models, offThread, startProcess }: SearchOptions): Search {
  const embedders = createEmbedders({ folder: models, offThread, startProcess });
  const thread = startSearchThread(database);
  return {
    chooseEmbedder: () => embedders.choose(),
    search: async (query, { signal } = {}) => {
      signal?.throwIfAborted();
      const embedder = await embedders.choose();
      const [vector] = query.words.trim() === '' ? [] : await embedder.embed([query.words], { signal });
      const { id: model, near, knowsMeaning } = embedder;
      const answer = await thread.find(
        {
          words: query.words,
          processId: query.processId ?? null,
          kinds: query.kinds ?? null,
          count: query.limit ?? DEFAULT_LIMIT,
          meaning: vector ? { model, vector, near, knowsMeaning } : null,
          // An empty field: somebody is about to type, and by spelling vectors are seldom needed.
          soon: vector === undefined && knowsMeaning ? model : null,
        },
        signal,
      );
      signal?.throwIfAborted();
      const { corrected, searched } = answer;
      return { hits: describeHits(store, answer.found, new Set(answer.words)), corrected: [...corrected], searched };
    },
    close: async () => {
      await thread.close();
      await embedders.close();
    },
  };
}

/** What the evidence does not say any more (it was edited, and its index is not made anew yet) is left out. */
function describeHits(store: Store, found: readonly FoundEntry[], words: ReadonlySet<string>): SearchAnswer['hits'] {
  const names = new Map(store.listProcesses().map(({ id, name }) => [id, name]));
  return found.flatMap(({ entry, hasAllWords }) => {
    const snippet = cutSnippet(entry.text, words);
    const place = findPlace(store, entry, snippet);
    const name = names.get(entry.processId);
    if (place === undefined || name === undefined) return [];
    const { text, marks } = snippet;
    return [
      { kind: entry.kind, process: { id: entry.processId, name }, ...place, text, marks: [...marks], hasAllWords },
    ];
  });
}

type Place = Pick<SearchHit, 'source' | 'actor' | 'role'> & { readonly ref: EvidenceRef };

function findPlace(store: Store, entry: SearchEntry, snippet: Snippet): Place | undefined {
  if (entry.artifactId !== null) return findPage(store, entry, snippet);
  const recording = entry.recordingId === null ? undefined : store.findRecording(entry.recordingId);
  if (recording === undefined) return undefined;
  if (entry.kind === 'speech') return findSpeech(store, entry, { recording, snippet });
  if (entry.kind === 'window') return findTitle(store, entry, recording);
  const frame = store.findFrame(recording.id, entry.position);
  return frame && { ...who(recording), ref: { kind: 'frame', recordingId: recording.id, atMs: frame.atMs } };
}

function findSpeech(
  store: Store,
  { position, text }: SearchEntry,
  { recording, snippet }: { readonly recording: Recording; readonly snippet: Snippet },
): Place | undefined {
  const segment = store.findSegment(recording.id, position);
  const at = segment ? segment.text.indexOf(text) : -1;
  if (segment === undefined || at < 0) return undefined;
  const { startMs, endMs, speaker } = segment;
  const charStart = at + snippet.start;
  const ref = { segment: position, startMs, endMs, charStart, charEnd: charStart + snippet.text.length };
  const said = speaker === undefined ? who(recording) : { ...who(recording), actor: speaker, role: null };
  return { ...said, ref: { kind: 'speech', recordingId: recording.id, ...ref, quote: snippet.text } };
}

function findTitle(store: Store, { position, text }: SearchEntry, recording: Recording): Place | undefined {
  const event = store.findEvent(recording.id, position);
  if (event === undefined || sayTitle(event) !== text) return undefined;
  const { atMs, title } = event;
  const ref = { event: position, startMs: atMs, endMs: atMs, title };
  return { ...who(recording), ref: { kind: 'event', recordingId: recording.id, ...ref } };
}

function findPage(
  store: Store,
  { artifactId, position, text }: SearchEntry,
  { text: quote }: Snippet,
): Place | undefined {
  const artifact = artifactId === null ? undefined : store.findArtifact(artifactId);
  if (artifact && position === 0) {
    const isCalledSo = sayName(artifact) === text;
    const ref = { kind: 'artifact' as const, artifactId: artifact.id };
    return isCalledSo ? { source: artifact.name, actor: null, role: null, ref } : undefined;
  }
  const page = artifact && store.findArtifactPage(artifact.id, position);
  if (!artifact || !page?.text.includes(quote)) return undefined;
  const source = `${artifact.name}, ${page.name ?? `page ${position}`}`;
  return { source, actor: null, role: null, ref: { kind: 'artifact', artifactId: artifact.id, page: position, quote } };
}

const who = ({ title, actor, role }: Recording): Pick<SearchHit, 'source' | 'actor' | 'role'> => ({
  source: title,
  actor,
  role,
});
