// In: a story. Out: its recording (WebM), its transcript (VTT) and its window events (JSON lines).
import { copyFile, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Story } from '../stories/story.ts';
import { openBrowser } from './browser.ts';
import { openDisplay } from './display.ts';
import { servePages } from './pages.ts';
import { createPerformance, type Performance } from './perform.ts';
import { captureScreen, encodeWebm } from './screen.ts';
import { toJsonLines, toVtt } from './sidecars.ts';
import { layTrack, type Spoken, speakLines } from './speech.ts';
import { findTools, type Tool } from './tools.ts';

/** Records one story into `folder`, replacing its three files only when all of them are made. Takes about twice its length. */
export async function recordStory(story: Story, folder: string): Promise<{ readonly seconds: number }> {
  const tools = findTools();
  const scratch = await mkdtemp(join(tmpdir(), 'sample-recording-'));
  try {
    const spoken = await speakLines(story, tools['espeak-ng'], scratch);
    const screen = join(scratch, 'screen.mkv');
    const performance = await performStory(story, spoken, { tools, scratch, screen });
    const narration = join(scratch, 'narration.wav');
    await writeFile(narration, layTrack(toParts(performance, spoken), performance.seconds));
    const webm = join(scratch, `${story.name}.webm`);
    await encodeWebm(tools.ffmpeg, { screen, narration, log: join(scratch, 'passes'), target: webm });
    await writeFile(join(folder, `${story.name}.vtt`), toVtt(story, performance.cues));
    await writeFile(join(folder, `${story.name}.events.jsonl`), toJsonLines(performance.events));
    await moveFile(webm, join(folder, `${story.name}.webm`));
    return { seconds: performance.seconds };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function performStory(
  story: Story,
  spoken: readonly Spoken[],
  place: { readonly tools: Readonly<Record<Tool, string>>; readonly scratch: string; readonly screen: string },
): Promise<Performance> {
  const { tools } = place;
  await using display = await openDisplay(tools);
  await using pages = await servePages();
  let titleChanged: (page: Story['tabs'][number]['page']) => void = () => undefined;
  await using browser = await openBrowser(story, {
    chromium: tools.chromium,
    display: display.name,
    port: pages.port,
    profile: join(place.scratch, 'profile'),
    onTitle: (page) => titleChanged(page),
  });
  const capture = await captureScreen(tools.ffmpeg, display.name, place.screen);
  const now = (): number => Date.now() / 1000 - capture.startedAt;
  const show = createPerformance(story, { tabs: browser.tabs, xdotool: tools.xdotool, display: display.name, now });
  titleChanged = show.titleChanged;
  try {
    return await show.play(spoken);
  } finally {
    await capture.stop();
  }
}

function toParts(performance: Performance, spoken: readonly Spoken[]): { at: number; spoken: Spoken }[] {
  return performance.cues.flatMap(({ start }, index) => {
    const part = spoken[index];
    return part ? [{ at: start, spoken: part }] : [];
  });
}

/** The scratch folder may be on another disk, where a plain rename fails. */
async function moveFile(from: string, to: string): Promise<void> {
  await copyFile(from, `${to}.part`);
  await rename(`${to}.part`, to);
}
