// Capture. In: facts about a recording in the making. Out: what to say of it and what to do next. No IO, no clock.
import type { Budget } from '../domain/capture.ts';

/** Kept free, so that what was recorded can be repaired and the database still be written. */
export const RESERVE_BYTES = 256 * 1024 * 1024;

export interface Usage {
  readonly freeBytes: number;
  /** Written by this recording so far, and in how many seconds. */
  readonly writtenBytes: number;
  readonly seconds: number;
  /** Kept free; a small disk can be told to keep less. */
  readonly reserveBytes: number;
}

/** 1080p at 5 frames a second takes 12 kB/s, 16 kHz samples 32 kB/s: what is assumed before ten seconds were measured. */
const USUAL_BYTES_PER_SECOND = 48_000;
const ENOUGH_SECONDS = 10;
/** Finalising writes each file of a track once more. */
const COPIES = 2;

/** How long the disk lasts at the rate of this recording. Nearly full: it would not take another half minute. */
export function budgetOf({ freeBytes, writtenBytes, seconds, reserveBytes }: Usage): Budget {
  const bytesPerSecond = seconds >= ENOUGH_SECONDS ? Math.max(1, writtenBytes / seconds) : USUAL_BYTES_PER_SECOND;
  // What is written already needs room for its copy, too.
  const usable = Math.max(0, freeBytes - reserveBytes - writtenBytes);
  const secondsLeft = Math.floor(usable / (bytesPerSecond * COPIES));
  return {
    freeBytes,
    bytesPerSecond: Math.round(bytesPerSecond),
    secondsLeft,
    words: sayLeft(secondsLeft),
    isNearlyFull: secondsLeft < 30,
  };
}

/** Hours from ten hours on, hours and minutes below, never more exact than the guess is. */
function sayLeft(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  if (minutes >= 600) return `about ${Math.floor(minutes / 60)} h left`;
  if (minutes >= 60) return `about ${Math.floor(minutes / 60)} h ${minutes % 60} min left`;
  return minutes > 0 ? `about ${minutes} min left` : 'less than a minute left';
}
