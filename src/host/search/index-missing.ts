// In: the evidence of a workspace. Out: the same, with the words of each recording and document to be found.
import type { ArtifactId, RecordingId } from '../../domain/ids.ts';
import type { Progress } from '../../domain/progress.ts';
import type { SearchEntry } from '../../domain/search.ts';
import { listPageEntries, listRecordingEntries } from '../../evidence/search/list-entries.ts';
import type { SearchSource } from '../../needs/store.ts';
import type { Host } from '../host.ts';
import { embedEntries } from './index-texts.ts';

/**
 * Documents that are not to be found yet, or that another embedder compared, and recordings of which nothing is to be
 * found: stage "index" makes those anew when their pictures have been read, and nobody should wait so long for words.
 * Each is stored in one transaction: what is cut off is gone on with by the next call.
 */
export async function* indexMissing(host: Host, signal?: AbortSignal): AsyncGenerator<Progress, void> {
  const embedder = await host.search.chooseEmbedder();
  for (const source of host.store.listUnsearchable(embedder.id)) {
    signal?.throwIfAborted();
    const entries = listEntries(host, source);
    const made = yield* embedEntries(entries, embedder, signal);
    // Somebody may have removed or replaced it meanwhile.
    if (JSON.stringify(listEntries(host, source)) !== JSON.stringify(entries)) continue;
    host.store.saveSearchEntries(source, { entries: made, model: embedder.id });
  }
}

/** All that can be found in a recording or a document, as it is stored now. */
export function listEntries(host: Host, source: SearchSource): SearchEntry[] {
  return 'artifactId' in source ? listOfDocument(host, source.artifactId) : listOfRecording(host, source.recordingId);
}

function listOfRecording({ store }: Host, id: RecordingId): SearchEntry[] {
  const recording = store.findRecording(id);
  if (recording === undefined) return [];
  const evidence = { recording, segments: store.listSegments(id), events: store.listEvents(id) };
  return listRecordingEntries(evidence, store.listFrames(id));
}

function listOfDocument({ store }: Host, id: ArtifactId): SearchEntry[] {
  const artifact = store.findArtifact(id);
  if (artifact === undefined) return [];
  const pages = store.listArtifactPages(id).map(({ page }) => store.findArtifactPage(id, page));
  return listPageEntries(
    artifact,
    pages.filter((page) => page !== undefined),
  );
}
