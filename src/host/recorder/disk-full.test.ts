// A disk that is really full: a small file system in memory. Needs the right to mount one, and is skipped without it.
import { spawnSync } from 'node:child_process';
import { statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createTestCore, mountSmallDisk } from '../testing.ts';
import { makeSamples, readMedia, request, samples } from './testing.ts';

const MB = 1024 * 1024;

test('on a small disk it stops before the disk is full, and what it acknowledged can be played', async (context) => {
  const disk = mountSmallDisk(24);
  if (disk === undefined) return context.skip('no file system can be mounted here');
  const core = await createTestCore(join(disk, 'workspace'), { recorder: { reserveBytes: MB } });
  const { recordingId } = await core.client.recorder.start(request(samples));
  let kept = 0;
  for (let stopped: string | null = null; stopped === null; kept += 1) {
    const sent = { recordingId, track: samples.name, chunk: kept, piece: 1, cause: 'start' as const };
    const data = new Blob([new Uint8Array(makeSamples(kept))]);
    stopped = (await core.client.recorder.chunk({ ...sent, clockMs: (kept + 1) * 1000, data })).stopped;
  }
  const receipt = await core.client.recorder.stop({ recordingId });
  expect(receipt).toMatchObject({ phase: 'verified', durationMs: kept * 1000, unreadable: [] });
  const [track] = core.host.store.listTracks(recordingId);
  expect((await readMedia(core.host.workspace.file(track!.path))).endMs).toBe(kept * 1000);
});

test('filled by others all at once, the chunk is refused, and the rest is saved when there is room', async (context) => {
  const disk = mountSmallDisk(24);
  if (disk === undefined) return context.skip('no file system can be mounted here');
  const workspace = join(disk, 'workspace');
  const first = await createTestCore(workspace, { recorder: { reserveBytes: 0, freeBytes: async () => 1e12 } });
  const { recordingId } = await first.client.recorder.start(request(samples));
  const send = (chunk: number) => {
    const data = new Blob([new Uint8Array(makeSamples(chunk))]);
    const sent = { recordingId, track: samples.name, chunk, piece: 1, cause: 'start' as const };
    return first.client.recorder.chunk({ ...sent, clockMs: (chunk + 1) * 1000, data });
  };
  for (let chunk = 0; chunk < 5; chunk += 1) await send(chunk);
  const filler = join(disk, 'of-somebody-else');
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(filler, Buffer.alloc(bavail * bsize));
  await expect(send(5)).rejects.toMatchObject({ data: { code: 'disk/full' } });
  await first.close();

  spawnSync('rm', [filler]);
  const second = await createTestCore(workspace, { recorder: { graceMs: 0, reserveBytes: MB } });
  await second.recorder.settled();
  const [receipt] = (await second.client.recorder.health({})).recovered;
  expect(receipt).toMatchObject({ recordingId, unreadable: [], phase: 'recovered' });
  expect(receipt!.durationMs).toBeGreaterThanOrEqual(5000);
});
