import type { Story } from '../stories/story.ts';
import type { Cue, WindowEvent } from './perform.ts';

/** The transcript as WebVTT, one cue for each sentence. */
export function toVtt(story: Story, cues: readonly Cue[]): string {
  const head = `WEBVTT\n\nNOTE ${story.title}. ${story.actor}, ${story.role}.`;
  const body = cues.map(({ start, end, text }, index) => `${index + 1}\n${clock(start)} --> ${clock(end)}\n${text}`);
  return `${[head, ...body].join('\n\n')}\n`;
}

/** The window events, one JSON object on each line. */
export function toJsonLines(events: readonly WindowEvent[]): string {
  return events.map((event) => `${JSON.stringify(event)}\n`).join('');
}

function clock(seconds: number): string {
  const ms = Math.round(seconds * 1000);
  const pad = (value: number, width: number): string => String(value).padStart(width, '0');
  const [hours, minutes] = [Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60];
  return `${pad(hours, 2)}:${pad(minutes, 2)}:${pad(Math.floor(ms / 1000) % 60, 2)}.${pad(ms % 1000, 3)}`;
}
