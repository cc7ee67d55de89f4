// Stage "probe". In: a recording's tracks as they were kept. Out: that their files are there, whole, and what they hold.
import { basename } from 'node:path';
import { MirrorError } from '../../../domain/errors.ts';
import type { Track } from '../../../domain/process.ts';
import type { Host } from '../../host.ts';
import { hashInputs, type IngestStage } from '../stage.ts';

/** What later stages would trip over is said here once, in words: a file that somebody moved out of the workspace. */
export const probeStage: IngestStage = {
  name: 'probe',
  plan: ({ store }, { id }) => {
    const tracks = store.listTracks(id);
    if (tracks.length === 0) return { skip: 'There is neither sound nor picture: only words or windows.' };
    return { inputHash: hashInputs(tracks.map(({ path, sha256 }) => [path, sha256])), madeBy: 'mirror:probe-1' };
  },
  run: async function* (host, { id }, signal) {
    const tracks = host.store.listTracks(id);
    for (const [done, track] of tracks.entries()) {
      yield { stage: 'probe', done, total: tracks.length, unit: 'files' };
      signal.throwIfAborted();
      await requireWhole(host, track);
    }
    return { counts: countTracks(tracks), warnings: [] };
  },
};

async function requireWhole({ workspace }: Host, { path, sizeBytes }: Track): Promise<void> {
  const found = await workspace.files.sizeOf(workspace.file(path)).catch((error: unknown) => {
    if (error instanceof MirrorError) throw error;
    return undefined;
  });
  if (found === sizeBytes) return;
  const detail = found === undefined ? 'it is gone from the workspace' : `it has ${found} bytes and had ${sizeBytes}`;
  throw new MirrorError('media/unreadable', { data: { file: basename(path), detail } });
}

const countTracks = (tracks: readonly Track[]): Record<string, number> => ({
  files: tracks.length,
  bytes: tracks.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
  withSound: tracks.filter(({ hasAudio }) => hasAudio).length,
  withPicture: tracks.filter(({ widthPx }) => widthPx !== null).length,
});
