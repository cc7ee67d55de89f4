import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { HEIGHT, WIDTH } from './display.ts';
import { runTool, SampleError } from './tools.ts';

const FRAMES_PER_SECOND = 5;
const START_TIME = /, start: (\d+\.\d+)/;

interface ScreenCapture {
  /** When the first picture was taken, in seconds of the system clock. */
  readonly startedAt: number;
  readonly stop: () => Promise<void>;
}

/** Records the screen without loss into `file`; comes back when the first picture is taken. */
export async function captureScreen(ffmpeg: string, display: string, file: string): Promise<ScreenCapture> {
  const source = ['-f', 'x11grab', '-draw_mouse', '1', '-framerate', String(FRAMES_PER_SECOND)];
  const size = ['-video_size', `${WIDTH}x${HEIGHT}`, '-i', display];
  const target = ['-c:v', 'libx264rgb', '-qp', '0', '-preset', 'ultrafast', file];
  const child = spawn(ffmpeg, ['-y', '-nostats', ...source, ...size, ...target], { stdio: ['pipe', 'ignore', 'pipe'] });
  const ended = once(child, 'close');
  let log = '';
  const startedAt = await new Promise<number>((resolve, reject) => {
    child.stderr.on('data', (data: Buffer) => {
      log += data.toString();
      const found = START_TIME.exec(log)?.[1];
      if (found !== undefined) resolve(Number(found));
    });
    child.on('close', () => reject(new SampleError(`The screen cannot be recorded: ${log.trim().split('\n').at(-1)}`)));
  });
  return {
    startedAt,
    stop: async () => {
      child.stdin.write('q');
      await ended;
    },
  };
}

/** Makes the WebM: VP8 with a keyframe every 5 s, mono Opus, duration and cues. */
export async function encodeWebm(
  ffmpeg: string,
  files: { readonly screen: string; readonly narration: string; readonly log: string; readonly target: string },
): Promise<void> {
  const rate = String(FRAMES_PER_SECOND);
  const video = ['-c:v', 'libvpx', '-b:v', '150k', '-qmin', '4', '-qmax', '30', '-g', '25', '-keyint_min', '25'];
  const tuning = ['-quality', 'good', '-cpu-used', '1', '-auto-alt-ref', '1', '-lag-in-frames', '16', '-threads', '2'];
  const picture = ['-r', rate, '-pix_fmt', 'yuv420p', ...video, ...tuning, '-passlogfile', files.log];
  const sound = ['-c:a', 'libopus', '-b:a', '28k', '-ac', '1', '-application', 'voip'];
  const quiet = ['-v', 'error', '-y', '-i', files.screen];
  await runTool(ffmpeg, [...quiet, '-map', '0:v:0', ...picture, '-pass', '1', '-f', 'null', '-']);
  const both = ['-i', files.narration, '-map', '0:v:0', '-map', '1:a:0', ...picture, '-pass', '2', ...sound];
  const plain = ['-fflags', '+bitexact', '-map_metadata', '-1', '-shortest'];
  await runTool(ffmpeg, [...quiet, ...both, ...plain, '-cues_to_front', '1', files.target]);
}
