// What a player shows at a moment: pure choices over a recording's evidence.
import type { Segment, UiEvent } from '../../src/domain/evidence.ts';
import type { PlayableTrack } from '../../src/domain/views.ts';

/** What to play: one element that is seen or heard, and sound that runs along when the picture has none. */
export interface Media {
  readonly main: PlayableTrack;
  readonly sound: PlayableTrack | undefined;
}

/** The screen if there is one, with the microphone beside a silent one; undefined when nothing can be played. */
export function chooseMedia(tracks: readonly PlayableTrack[]): Media | undefined {
  const screen = tracks.find((track) => track.kind === 'screen');
  const microphone = tracks.find((track) => track.kind === 'microphone');
  if (screen) return { main: screen, sound: screen.hasAudio ? undefined : microphone };
  return microphone && { main: microphone, sound: undefined };
}

/** Index of the last item that has begun at `atMs`; -1 before the first. Items are in order of time. */
export function findCurrent(startsMs: readonly number[], atMs: number): number {
  let low = 0;
  let high = startsMs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((startsMs[middle] ?? 0) <= atMs) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

export interface WindowSpan {
  readonly startMs: number;
  readonly endMs: number;
  readonly app: string;
  readonly title: string;
}

/** Which window was in front, span by span, up to the end of the recording. */
export function listWindows(events: readonly UiEvent[], durationMs: number): WindowSpan[] {
  const windows = events.filter((event) => event.kind === 'window');
  return windows.map(({ atMs, app, title }, index) => ({
    startMs: atMs,
    endMs: windows[index + 1]?.atMs ?? Math.max(durationMs, atMs),
    app,
    title,
  }));
}

/** The text before, within and after a quote; undefined where the segment does not hold it. */
export function splitQuote(text: string, quote: string | undefined): readonly [string, string, string] | undefined {
  const at = quote ? text.indexOf(quote) : -1;
  return quote && at >= 0 ? [text.slice(0, at), quote, text.slice(at + quote.length)] : undefined;
}

/** The segments that a span of time touches; at least the one that runs when it starts. */
export function findSegments(segments: readonly Segment[], span: { startMs: number; endMs: number }): Set<number> {
  const touched = segments.filter(
    (one) => one.startMs < Math.max(span.endMs, span.startMs + 1) && one.endMs > span.startMs,
  );
  return new Set(touched.map(({ index }) => index));
}
