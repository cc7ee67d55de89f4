// In: the store. Out: documents as screens and terminals show them, page by page.
import {
  type Artifact,
  type ArtifactPage,
  type DocumentSummary,
  type DocumentView,
  kindOf,
} from '../../domain/artifact.ts';
import { MirrorError } from '../../domain/errors.ts';
import type { ArtifactId, ProcessId } from '../../domain/ids.ts';
import type { Store } from '../../needs/store.ts';

/** Oldest first; what was attached to a mail follows it. */
export const listDocuments = (store: Store, id: ProcessId): DocumentSummary[] =>
  store.listArtifacts(id).map((artifact) => summarise(artifact, store.listArtifactPages(artifact.id).length));

/** @throws document/missing */
export function viewDocument(store: Store, id: ArtifactId): DocumentView {
  const artifact = getArtifact(store, id);
  const process = store.findProcess(artifact.processId);
  if (process === undefined) throw new MirrorError('document/missing');
  const pageList = store.listArtifactPages(id);
  return { ...summarise(artifact, pageList.length), process: { id: process.id, name: process.name }, pageList };
}

/** @throws document/missing for a page that is not there, too */
export function viewPage(store: Store, id: ArtifactId, page: number): ArtifactPage {
  const found = store.findArtifactPage(id, page);
  if (found === undefined) throw new MirrorError('document/missing');
  return found;
}

/** @throws document/missing */
export function getArtifact(store: Store, id: ArtifactId): Artifact {
  const artifact = store.findArtifact(id);
  if (artifact === undefined) throw new MirrorError('document/missing');
  return artifact;
}

function summarise({ path: _path, sha256: _sha256, warnings, ...artifact }: Artifact, pages: number): DocumentSummary {
  return { artifact, kind: kindOf(artifact.mimeType), pages, warnings, url: `documents/${artifact.id}` };
}
