// Real processes, really killed while they record: the next start has a recording that plays, with at most a second lost.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRandom } from '../../lib/random.ts';
import { createTestCore, createTestFolder } from '../testing.ts';
import { hasFfmpeg, makeWebm, readMedia } from './testing.ts';

const SECONDS = 8;
const KILLS = 5;
const random = createRandom(20_261_121);
/** Which chunk is on its way when the process is killed; at least one second was acknowledged before it. */
const moments = Array.from({ length: KILLS }, () => 2 + Math.floor(random() * (SECONDS - 2)));

const folder = mkdtempSync(join(tmpdir(), 'mirror-test-'));
const file = join(folder, 'made.webm');
beforeAll(() => {
  if (hasFfmpeg) writeFileSync(file, makeWebm(folder, SECONDS));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// 0.2 s: how long the last picture lasts is not in the file.
const FRAME_MS = 200;

test.skipIf(!hasFfmpeg).each(moments)('killed in second %i, it is saved with at most a second lost', async (second) => {
  const workspace = join(createTestFolder(), 'workspace');
  const { sentMs, keptMs } = await recordAndKill(workspace, second * 1000);
  const core = await createTestCore(workspace, { recorder: { graceMs: 0 } });
  await core.recorder.settled();
  const { recovered } = await core.client.recorder.health({});
  expect(recovered).toMatchObject([{ phase: 'recovered', unreadable: [], timeZone: 'Europe/Vienna' }]);
  expect(recovered[0]!.words).toMatch(/^recovered \d s, at most 1\.0 s lost$/);
  const tracks = core.host.store.listTracks(recovered[0]!.recordingId);
  expect(tracks.map(({ kind }) => kind)).toEqual(['screen', 'microphone']);
  for (const track of tracks) {
    const { packets, endMs, saidMs } = await readMedia(core.host.workspace.file(track.path));
    expect(packets).toBeGreaterThan(0);
    expect(saidMs).not.toBeNull();
    expect(endMs).toBeGreaterThanOrEqual(Math.max(keptMs, sentMs - 1000) - FRAME_MS);
    expect(endMs).toBeLessThanOrEqual(sentMs + FRAME_MS);
  }
});

/** Kills it as soon as it says that it sends the chunk that ends at `atMs`. */
async function recordAndKill(workspace: string, atMs: number): Promise<{ sentMs: number; keptMs: number }> {
  const script = join(import.meta.dirname, 'fixtures', 'record-until-killed.ts');
  const args = ['--disable-warning=ExperimentalWarning', script, workspace, file, '1', '0'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  let [sentMs, keptMs] = [0, 0];
  for await (const line of createInterface(child.stdout)) {
    const [what, ms] = line.split(' ');
    if (what === 'sent') sentMs = Number(ms);
    if (what === 'kept') keptMs = Number(ms);
    if (what === 'sent' && sentMs >= atMs) child.kill('SIGKILL');
  }
  expect(await ended).toEqual([null, 'SIGKILL']);
  return { sentMs, keptMs };
}
