// What each transcript format is read into, before order, speakers and indexes are settled.
import type { Segment } from '../domain/evidence.ts';
import type { UiEventDraft } from './ui-events.ts';

export type Speech = Omit<Segment, 'index'>;

export interface TranscriptDraft {
  readonly speech: readonly Speech[];
  readonly events: readonly UiEventDraft[];
  readonly narrator?: { readonly name?: string; readonly role?: string };
  readonly process?: string;
  readonly language?: string;
  readonly durationMs?: number;
  readonly warnings: readonly string[];
}

/** Refuses a transcript, naming the place. */
export type TranscriptProblem = (detail: string, cause?: unknown) => never;
