// In: the pieces of a recording, whole and checked. Out: the receipt a person gets: seconds, gaps, hashes, losses.
import type { CapturedTrack, CapturePlan, Cause, Gap, Mark, Piece, Receipt } from '../domain/capture.ts';
import type { ProcessId } from '../domain/ids.ts';
import { SILENT_MS } from './phase.ts';
import { findPictureGaps, type PicturePoint } from './picture-gaps.ts';
import { HOLE_MS } from './rotation.ts';
import { sharedMs, type Stretch } from './stretches.ts';

export interface ReceiptInput {
  readonly plan: CapturePlan;
  readonly processId: ProcessId;
  readonly pieces: readonly Piece[];
  /** How each file of a screen grew. */
  readonly pointsOf: (piece: Piece) => readonly PicturePoint[];
  readonly marks: readonly Mark[];
  /** When it was paused. */
  readonly pauses: readonly Stretch[];
  /** Pictures kept. */
  readonly frames: number;
  readonly unreadable: readonly string[];
  readonly driftOf: (track: CapturedTrack) => number;
  /** Nobody closed it. */
  readonly isRecovered: boolean;
  /** The most that can be missing at the end of a recording that nobody closed. */
  readonly lostMs: number;
  /** Why nobody closed it, as people are told; undefined when it is not known. */
  readonly cutOff?: string | undefined;
}

/** Between two files that follow each other a recorder needs a moment; less than this is no gap. */
const SEAM_MS = 400;

export function writeReceipt(input: ReceiptInput): Receipt {
  const { plan, pieces, marks, unreadable } = input;
  const durationMs = Math.max(0, ...pieces.map(({ endMs }) => endMs));
  const isRecovered = input.isRecovered || pieces.some((piece) => piece.isRecovered);
  const exclusions = findExclusions(marks, durationMs);
  const findPictures = (own: readonly Piece[], gaps: readonly Gap[]): Gap[] =>
    findPictureGaps(
      own.map((piece) => ({ ...piece, points: input.pointsOf(piece) })),
      [...gaps, ...input.pauses, ...exclusions],
    );
  const tracks = plan.tracks.map((track) => {
    const own = pieces.filter((piece) => piece.track === track.name).toSorted((a, b) => a.number - b.number);
    const gaps = track.kind === 'events' ? [] : findGaps(own, { durationMs, pauses: input.pauses, isRecovered });
    const unseen = track.kind === 'screen' ? findPictures(own, gaps) : [];
    return {
      name: track.name,
      kind: track.kind,
      recordedMs: sumLengths(own) - sumLengths(unseen),
      sizeBytes: own.reduce((total, { sizeBytes }) => total + sizeBytes, 0),
      pieces: own.length,
      sha256: own.map(({ sha256 }) => sha256),
      gaps: [...gaps, ...unseen].toSorted((a, b) => a.startMs - b.startMs),
      driftMs: input.driftOf(track),
    };
  });
  return {
    recordingId: plan.recordingId,
    processId: input.processId,
    intent: plan.intent,
    phase: isRecovered ? 'recovered' : 'verified',
    startedAtMs: plan.startedAtMs,
    timeZone: plan.timeZone,
    durationMs,
    tracks,
    marks: [...marks],
    frames: input.frames,
    exclusions,
    unreadable: [...unreadable],
    words: sayOutcome(isRecovered, durationMs, input),
  };
}

const sumLengths = (stretches: readonly Stretch[]): number =>
  stretches.reduce((total, { startMs, endMs }) => total + endMs - startMs, 0);

export interface WholeRecording {
  readonly durationMs: number;
  readonly pauses: readonly Stretch[];
  /** Nobody stopped it. */
  readonly isRecovered: boolean;
}

/** Where the clock ran and the track did not: before its first file, between files, after its last one. */
export function findGaps(pieces: readonly Piece[], { durationMs, pauses, isRecovered }: WholeRecording): Gap[] {
  const gaps: Gap[] = [];
  const note = (startMs: number, endMs: number, cause: Cause): void => {
    // The files around a pause are called after what their recorder noticed of it: a clock that ran on, for one.
    const isPause = sharedMs({ startMs, endMs }, pauses) >= (endMs - startMs) / 2;
    gaps.push({ startMs, endMs, cause: isPause ? 'pause' : cause });
  };
  let reachedMs = 0;
  for (const piece of pieces) {
    const lengthMs = piece.startMs - reachedMs;
    if (lengthMs > SEAM_MS) note(reachedMs, piece.startMs, causeOf(piece, lengthMs));
    reachedMs = Math.max(reachedMs, piece.endMs);
  }
  const leftMs = durationMs - reachedMs;
  // What was on its way when everything ended is missing for that alone; a track silent for longer had its own reason.
  const cause = isRecovered && leftMs <= SILENT_MS ? 'reconnect' : 'device';
  if (pieces.length > 0 && leftMs > SEAM_MS * 5) note(reachedMs, durationMs, cause);
  return gaps;
}

/** A new file for length alone needs no pause: where the clock ran on all the same, the machine slept. */
const causeOf = ({ cause }: Piece, lengthMs: number): Cause =>
  cause === 'length' && lengthMs > HOLE_MS ? 'sleep' : cause;

function findExclusions(marks: readonly Mark[], durationMs: number): Gap[] {
  const gaps: Gap[] = [];
  let sinceMs: number | undefined;
  for (const { atMs, kind } of marks.toSorted((a, b) => a.atMs - b.atMs)) {
    if (kind === 'excluded') sinceMs ??= atMs;
    if (kind !== 'included' || sinceMs === undefined) continue;
    gaps.push({ startMs: sinceMs, endMs: atMs, cause: 'exclusion' });
    sinceMs = undefined;
  }
  if (sinceMs !== undefined) gaps.push({ startMs: sinceMs, endMs: Math.max(sinceMs, durationMs), cause: 'exclusion' });
  return gaps;
}

function sayOutcome(isRecovered: boolean, durationMs: number, { lostMs, cutOff, unreadable }: ReceiptInput): string {
  const what = `${isRecovered ? 'recovered' : 'recorded'} ${sayLength(durationMs)}`;
  const lost = isRecovered ? `, at most ${(lostMs / 1000).toFixed(1)} s lost` : '';
  const end = lost + (cutOff ? `, ${cutOff}` : '');
  const files = unreadable.length === 1 ? '1 file' : `${unreadable.length} files`;
  return unreadable.length === 0 ? what + end : `${what}${end}; ${files} cannot be read and stay as they are`;
}

function sayLength(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const [h, min, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  if (h > 0) return `${h} h ${min} min`;
  return min > 0 ? `${min} min ${s} s` : `${s} s`;
}
