// In: a moment. Out: what is left of a recording whose process is killed then.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createCore } from '../../src/host/core.ts';
import { readMedia } from '../../src/host/recorder/testing.ts';

const HOME = join(import.meta.dirname, '..', '..');
/** How long the last picture lasts is not in the file. */
const FRAME_MS = 200;

export interface Recovered {
  /** Undefined when it was not recovered. */
  readonly lostMs: number | undefined;
  /** Whether all is there that was acknowledged. */
  readonly isKeptThere: boolean;
  readonly problem?: string;
}

export interface Kill {
  readonly workspace: string;
  readonly file: string;
  /** After the recording's clock began. */
  readonly afterMs: number;
  readonly chunksPerSecond: number;
}

export async function killAndRecover(kill: Kill): Promise<Recovered> {
  const { killedMs, keptMs } = await recordAndKill(kill);
  const core = await createCore({ workspace: kill.workspace, door: 'terminal', recorder: { graceMs: 0 } });
  try {
    await core.recorder.settled();
    const { recovered } = await core.recorder.health();
    const tracks = recovered.flatMap(({ recordingId }) => core.host.store.listTracks(recordingId));
    if (tracks.length !== 2) return { lostMs: undefined, isKeptThere: false, problem: `${tracks.length} tracks of 2` };
    const media = await Promise.all(tracks.map(({ path }) => readMedia(core.host.workspace.file(path))));
    const endMs = Math.min(...media.map((each) => each.endMs));
    return { lostMs: Math.max(0, Math.round(killedMs - endMs)), isKeptThere: endMs >= keptMs - FRAME_MS };
  } catch (error) {
    return { lostMs: undefined, isKeptThere: false, problem: String(error) };
  } finally {
    await core.close();
    rmSync(kill.workspace, { recursive: true, force: true });
  }
}

async function recordAndKill({
  workspace,
  file,
  afterMs,
  chunksPerSecond,
}: Kill): Promise<{ killedMs: number; keptMs: number }> {
  const script = join(HOME, 'src', 'host', 'recorder', 'fixtures', 'record-until-killed.ts');
  const args = [script, workspace, file, String(chunksPerSecond), String(1000 / chunksPerSecond)];
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  let [startedMs, killedMs, keptMs] = [0, 0, 0];
  for await (const line of createInterface(child.stdout)) {
    const [what, ms] = line.split(' ');
    if (what === 'kept') keptMs = Number(ms);
    if (what !== 'start') continue;
    startedMs = performance.now();
    setTimeout(() => {
      killedMs = performance.now() - startedMs;
      child.kill('SIGKILL');
    }, afterMs);
  }
  await ended;
  return { killedMs, keptMs };
}
