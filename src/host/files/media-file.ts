// Files of a workspace as the media library reads and writes them.
import { CustomSource, StreamTarget, type StreamTargetChunk } from 'mediabunny';
import type { DraftFile, OpenFile, WorkspaceFiles } from './workspace-files.ts';

/** Opened when it is first read, closed with its Input. It names no other files, as one that knows its path could. */
export function mediaSource(files: WorkspaceFiles, path: string): CustomSource {
  let opened: OpenFile | undefined;
  return new CustomSource({
    getSize: async () => (opened = await files.open(path)).sizeBytes,
    read: async (start, end) => {
      const bytes = new Uint8Array(end - start);
      await opened!.read(bytes, start); // the library asks for the size first
      return bytes;
    },
    dispose: () => {
      // Whoever is done with it waits for nothing more; a file that does not close is open no longer all the same.
      void opened?.close().catch(() => {});
      opened = undefined;
    },
    prefetchProfile: 'fileSystem',
  });
}

/** Into a draft that whoever made it closes. */
export const mediaTarget = (draft: DraftFile): StreamTarget =>
  new StreamTarget(
    new WritableStream<StreamTargetChunk>({ write: ({ data, position }) => draft.write(data, position) }),
    { chunked: true },
  );
