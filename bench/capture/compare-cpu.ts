// What recording costs beside ffmpeg: the same moving scene on the same screen, 1920 x 1080 at 5 pictures a second with a
// microphone, first by Mirror in a browser, then by ffmpeg x11grab.
import { spawn } from 'node:child_process';
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
    const idleCpu = await measureFor(recorder.pid, IDLE_S);
    const driver = await startRecording(recorder.page);
    await driver.untilMs(WARM_MS);
    const recordingCpu = await measureFor(recorder.pid, seconds);
    const { pssMb } = measureTree(recorder.pid);
    const { health } = await driver.view();
    const screen = health?.tracks.find(({ name }) => name === 'screen');
    await driver.do('stop');
    await recorder.close();
    const ffmpegCpu = await measureFfmpeg(desk, join(folder, 'grabbed.webm'), seconds);
    return {
      cpuRatio: (recordingCpu - idleCpu) / ffmpegCpu,
      recorderCpu: recordingCpu - idleCpu,
      idleCpu,
      ffmpegCpu,
      framesPerSecond: screen ? screen.units / (screen.mediaMs / 1000) : 0,
      rssMb: Math.round(pssMb),
    };
  } finally {
    await desk.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Seconds of CPU for each second that passes. */
async function measureFor(pid: number, seconds: number): Promise<number> {
  const [beforeMs, before] = [performance.now(), measureTree(pid)];
  await pass(seconds * 1000);
  const after = measureTree(pid);
  return (after.cpuS - before.cpuS) / ((performance.now() - beforeMs) / 1000);
}

/** libvpx as video calls set it: realtime, at the speed that WebRTC uses for it. */
async function measureFfmpeg({ display, sound }: Desk, target: string, seconds: number): Promise<number> {
  const grab = ['-f', 'x11grab', '-framerate', '5', '-video_size', `${SIZE.widthPx}x${SIZE.heightPx}`];
  const hear = ['-re', '-stream_loop', '-1', '-i', sound];
  const picture = ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '6', '-b:v', '500k', '-g', '25'];
  const voice = ['-c:a', 'libopus', '-b:a', '32k'];
  const args = ['-v', 'error', '-y', ...grab, '-i', display.name, ...hear, ...picture, ...voice, target];
  const child = spawn('ffmpeg', args, { stdio: 'ignore' });
  try {
    await pass(WARM_MS);
    return await measureFor(child.pid!, seconds); // it runs: measured is what it has used
  } finally {
    await end(child);
  }
}
