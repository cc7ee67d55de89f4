// What the windows showed, as both transcript files and event files tell it.
import type { z } from 'zod';
import type { UiEvent } from '../domain/evidence.ts';
import { TranscriptFile } from '../domain/transcript.ts';

export type UiEventDraft = Omit<UiEvent, 'index'>;

/** One event as a file has it: `{t, app, title, kind?, count?}`, `t` in seconds. */
export const EventLine = TranscriptFile.shape.events.unwrap().element;
export type EventLine = z.infer<typeof EventLine>;

// A year. Larger numbers are dates, not offsets, and would make a timeline nobody can look at.
const LONGEST_S = 31_536_000;

/** Integer milliseconds of an offset in seconds, or undefined when no recording lasts that long. */
export const secondsToMs = (seconds: number): number | undefined =>
  seconds <= LONGEST_S ? Math.round(seconds * 1000) : undefined;

export const toUiEvent = ({ kind = 'window', app, title, count }: EventLine, atMs: number): UiEventDraft => ({
  atMs,
  kind,
  app,
  title,
  ...(count !== undefined && { count }),
});

/** By time; events of the same time keep the order of the file. */
export const orderEvents = (drafts: readonly UiEventDraft[]): UiEvent[] =>
  drafts.toSorted((a, b) => a.atMs - b.atMs).map((draft, index) => ({ index, ...draft }));
