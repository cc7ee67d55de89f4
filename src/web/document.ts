// In: a document's id. Out: the file as it came, for saving; only pictures are ever shown in the window's own place.
import { kindOf } from '../domain/artifact.ts';
import { ArtifactId } from '../domain/ids.ts';
import { streamFile } from '../host/files/whole-file.ts';
import type { Host } from '../host/host.ts';
import { makeRefusal, type PageAnswer, SAFE_HEADERS } from './respond.ts';

/** What a browser draws without running anything in it. */
const SHOWN: readonly string[] = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

export async function answerDocument(host: Host, id: string): Promise<PageAnswer> {
  const artifactId = ArtifactId.safeParse(id);
  const artifact = artifactId.success ? host.store.findArtifact(artifactId.data) : undefined;
  if (artifact === undefined) return makeRefusal(404, 'There is no such document.');
  const { files } = host.workspace;
  const file = host.workspace.file(artifact.path);
  const size = await files.sizeOf(file);
  // A backup has no files: where nobody copied them as well, their text is there without them.
  if (size === undefined) return makeRefusal(404, 'The file of this document is not in the workspace.');
  const isShown = SHOWN.includes(artifact.mimeType);
  const isOffice = ['pdf', 'docx', 'xlsx'].includes(kindOf(artifact.mimeType));
  return {
    status: 200,
    headers: {
      ...SAFE_HEADERS,
      // Somebody else wrote it: whatever a browser makes of it, it has no scripts, no origin and no network.
      'content-security-policy': "default-src 'none'; sandbox",
      // HTML, mail and text are never sent as what a browser would draw.
      'content-type': isShown || isOffice ? artifact.mimeType : 'application/octet-stream',
      'content-disposition': `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(artifact.name)}`,
      'content-length': String(size),
      'cache-control': 'no-store',
    },
    body: () => streamFile(files, file),
  };
}
