// In: a receipt. Out: its tracks by their plain names, and its gaps in order, each with why.
import type { Cause, Gap, Receipt } from '../../src/domain/capture.ts';

export interface TrackLine {
  readonly name: string;
  readonly label: string;
  readonly recordedMs: number;
  readonly sizeBytes: number;
  /** Stretches that are there, between its gaps. */
  readonly stretches: readonly { readonly startMs: number; readonly endMs: number }[];
  readonly gaps: readonly Gap[];
}

const CAUSES: Record<Cause, string> = {
  start: 'not there yet',
  length: 'between two files',
  pause: 'paused',
  sleep: 'the computer slept',
  device: 'the device was gone',
  display: 'the screen changed',
  exclusion: 'left out: something excluded was visible',
  reconnect: 'Mirror was away',
};

export const sayCause = (cause: Cause): string => CAUSES[cause];

/** Every track of a receipt, in the order pictures, voices, sounds, events. */
export function listTracks(receipt: Receipt): TrackLine[] {
  const order = ['screen', 'microphone', 'system', 'events'];
  return receipt.tracks
    .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || a.name.localeCompare(b.name))
    .map((track) => {
      // Left out is left out of picture and sound; what windows are in use is noted or not by itself.
      const left = track.kind === 'events' ? [] : receipt.exclusions;
      const gaps = [...track.gaps, ...left].toSorted((a, b) => a.startMs - b.startMs);
      return {
        name: track.name,
        label: labelTrack(track.name),
        recordedMs: track.recordedMs,
        sizeBytes: track.sizeBytes,
        gaps,
        stretches: track.recordedMs > 0 ? listStretches(gaps, receipt.durationMs) : [],
      };
    });
}

export interface GapLine extends Gap {
  /** The tracks it is in, by their labels. */
  readonly tracks: readonly string[];
}

/** The same gap in several tracks is told once. Borders may differ by as much as two files take to follow each other. */
export function listGaps(tracks: readonly TrackLine[]): GapLine[] {
  const NEAR_MS = 1500;
  const lines: GapLine[] = [];
  for (const { label, gaps } of tracks) {
    for (const gap of gaps) {
      const at = lines.findIndex(
        (line) =>
          line.cause === gap.cause &&
          Math.abs(line.startMs - gap.startMs) <= NEAR_MS &&
          Math.abs(line.endMs - gap.endMs) <= NEAR_MS,
      );
      const known = lines[at];
      if (known) lines[at] = { ...known, tracks: [...known.tracks, label] };
      else lines.push({ ...gap, tracks: [label] });
    }
  }
  return lines.toSorted((a, b) => a.startMs - b.startMs);
}

/**
 * Gaps that are worth a line, and how many are too short for one: devices begin and end at moments of their own. What was
 * left out on purpose is told however short it is.
 */
export function sortOutGaps(gaps: readonly GapLine[]): { readonly long: readonly GapLine[]; readonly short: number } {
  const long = gaps.filter(({ startMs, endMs, cause }) => cause === 'exclusion' || endMs - startMs >= 1000);
  return { long, short: gaps.length - long.length };
}

function labelTrack(name: string): string {
  const [, number] = /^screen-(\d+)$/.exec(name) ?? [];
  if (number) return `Screen ${number}`;
  const labels: Record<string, string> = {
    screen: 'Screen',
    narration: 'Voice, for its words',
    voice: 'Voice',
    system: "Computer's sound",
    events: 'Windows in use',
  };
  return labels[name] ?? name;
}

function listStretches(gaps: readonly Gap[], durationMs: number): { startMs: number; endMs: number }[] {
  const stretches: { startMs: number; endMs: number }[] = [];
  let reachedMs = 0;
  for (const { startMs, endMs } of gaps) {
    if (startMs > reachedMs) stretches.push({ startMs: reachedMs, endMs: startMs });
    reachedMs = Math.max(reachedMs, endMs);
  }
  if (durationMs > reachedMs) stretches.push({ startMs: reachedMs, endMs: durationMs });
  return stretches;
}
