// In: the documents of a workspace. Out: the same, with their pages to be found. Recordings go through stage "index".
import type { ArtifactId } from '../../domain/ids.ts';
import type { Progress } from '../../domain/progress.ts';
import { listPageEntries } from '../../evidence/search/list-entries.ts';
import type { Host } from '../host.ts';
import { embedEntries } from './index-texts.ts';

/**
 * Those that are not there yet, or that another embedder compared. Each is stored in one transaction: what is cut off is
 * gone on with by the next call.
 */
export async function* indexDocuments(host: Host, signal?: AbortSignal): AsyncGenerator<Progress, void> {
  const embedder = await host.search.chooseEmbedder();
  for (const id of host.store.listUnsearchable(embedder.id)) {
    signal?.throwIfAborted();
    const entries = listEntries(host, id);
    const made = yield* embedEntries(entries, embedder, signal);
    // Somebody may have removed or replaced it meanwhile.
    if (JSON.stringify(listEntries(host, id)) !== JSON.stringify(entries)) continue;
    host.store.saveSearchEntries({ artifactId: id }, { entries: made, model: embedder.id });
  }
}

function listEntries({ store }: Host, id: ArtifactId) {
  const artifact = store.findArtifact(id);
  if (artifact === undefined) return [];
  const pages = store.listArtifactPages(id).map(({ page }) => store.findArtifactPage(id, page));
  return listPageEntries(
    artifact,
    pages.filter((page) => page !== undefined),
  );
}
