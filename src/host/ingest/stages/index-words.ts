// Stage "index". In: all words of a recording: said, in titles, on screens. Out: the same, to be found by a search.
import { createHash } from 'node:crypto';
import type { SearchEntry } from '../../../domain/search.ts';
import { listEntries } from '../../search/index-missing.ts';
import { embedEntries } from '../../search/index-texts.ts';
import type { IngestStage } from '../stage.ts';

export const indexStage: IngestStage = {
  name: 'index',
  plan: async (host, recording) => ({
    inputHash: hashEntries(listEntries(host, { recordingId: recording.id })),
    madeBy: (await host.search.chooseEmbedder()).id,
  }),
  run: async function* (host, recording, signal) {
    const embedder = await host.search.chooseEmbedder();
    const entries = listEntries(host, { recordingId: recording.id });
    const made = yield* embedEntries(entries, embedder, signal);
    return {
      save: () => host.store.saveSearchEntries({ recordingId: recording.id }, { entries: made, model: embedder.id }),
      counts: { texts: made.length },
      warnings: [],
    };
  },
};

/** Raised when other texts are made of the same evidence, so that they are made anew. */
const VERSION = 1;

function hashEntries(entries: readonly SearchEntry[]): string {
  const hash = createHash('sha256').update(`${VERSION}`);
  for (const { kind, position, startMs, endMs, text } of entries)
    hash.update(JSON.stringify([kind, position, startMs, endMs, text]));
  return hash.digest('hex');
}
