// What recording costs beside ffmpeg: the same moving scene on the same screen, 1920 x 1080 at 5 pictures a second with a
// microphone, by Mirror in a browser and by ffmpeg x11grab at the same time.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { buildHarness, HARNESS } from '../../renderer/capture/testing/build-harness.ts';
import { end } from '../../renderer/capture/testing/display.ts';
import { startRecording } from '../../renderer/capture/testing/drive.ts';
import { type Desk, openDesk } from '../../renderer/capture/testing/open-desk.ts';
import { measureTree } from './process-tree.ts';

export interface CpuComparison {
  /** Of the browser while it records, less what it needs while it does not, over that of ffmpeg. */
  readonly cpuRatio: number;
  /** Seconds of CPU for a second of recording. */
  readonly recorderCpu: number;
  readonly idleCpu: number;
  readonly ffmpegCpu: number;
  /** Pictures a second that arrived. */
  readonly framesPerSecond: number;
  /** Of all processes of the browser, at the end. */
  readonly rssMb: number;
}

const SIZE = { widthPx: 1920, heightPx: 1080 };
const IDLE_S = 20;
const WARM_MS = 5_000;

/** Lines of text that move up by one, five times a second: every picture differs in most of its pixels. */
const SCENE = `<style>body{font:20px/26px monospace;white-space:pre;margin:0;overflow:hidden;background:#fff}</style>
<script>
  const lines = Array.from({ length: 400 }, (_, at) => String(at * 7919 % 10007).padStart(6, '0') + ' invoice of customer ' + at + ', amount ' + (at * 37 % 900) + '.00, booked by the second clerk of the day and checked again');
  let first = 0;
  setInterval(() => { first = (first + 1) % 300; document.body.textContent = lines.slice(first, first + 42).join('\\n'); }, 200);
</script>`;

export async function compareCpu({ seconds = 60 }: { seconds?: number } = {}): Promise<CpuComparison> {
  const folder = mkdtempSync(join(tmpdir(), 'mirror-bench-cpu-'));
  const pages = await buildHarness(join(folder, 'pages'));
  const desk = await openDesk({ pages, path: HARNESS, ...SIZE });
  try {
    const scene = await desk.openWindow('Scene', SCENE);
    const recorder = await desk.openBrowser();
    desk.display.maximise('Scene');
    await scene.bringToFront();
    const idleCpu = (await measureFor([recorder.pid], IDLE_S))[0]!;
    const driver = await startRecording(recorder.page);
    const grabbing = grab(desk, join(folder, 'grabbed.webm'));
    try {
      await driver.untilMs(WARM_MS);
      // Both at once: whatever else the machine does slows one as much as the other.
      const [recordingCpu = 0, ffmpegCpu = 0] = await measureFor([recorder.pid, grabbing.pid!], seconds); // it runs
      const { pssMb } = measureTree(recorder.pid);
      const { health } = await driver.view();
      const screen = health?.tracks.find(({ name }) => name === 'screen');
      await driver.do('stop');
      return {
        cpuRatio: (recordingCpu - idleCpu) / ffmpegCpu,
        recorderCpu: recordingCpu - idleCpu,
        idleCpu,
        ffmpegCpu,
        framesPerSecond: screen ? screen.units / (screen.mediaMs / 1000) : 0,
        rssMb: Math.round(pssMb),
      };
    } finally {
      await end(grabbing);
    }
  } finally {
    await desk.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Of each process with all below it: seconds of CPU for each second that passes. */
async function measureFor(pids: readonly number[], seconds: number): Promise<number[]> {
  const [beforeMs, before] = [performance.now(), pids.map(measureTree)];
  await pass(seconds * 1000);
  const after = pids.map(measureTree);
  const passedS = (performance.now() - beforeMs) / 1000;
  return pids.map((_, at) => (after[at]!.cpuS - before[at]!.cpuS) / passedS);
}

/** libvpx as video calls set it: realtime, at the speed that WebRTC uses for it. */
function grab({ display, sound }: Desk, target: string): ChildProcess {
  const see = ['-f', 'x11grab', '-framerate', '5', '-video_size', `${SIZE.widthPx}x${SIZE.heightPx}`];
  const hear = ['-re', '-stream_loop', '-1', '-i', sound];
  const picture = ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '6', '-b:v', '500k', '-g', '25'];
  const voice = ['-c:a', 'libopus', '-b:a', '32k'];
  const args = ['-v', 'error', '-y', ...see, '-i', display.name, ...hear, ...picture, ...voice, target];
  return spawn('ffmpeg', args, { stdio: 'ignore' });
}
