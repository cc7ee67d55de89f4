// What a recording in the making writes down beside its tracks, and how it stands by it.
import { z } from 'zod';
import { type CapturePhase, type Exclusion, ExclusionRule, Mark } from '../domain/capture.ts';
import type { Stretch } from './stretches.ts';

export const JournalLine = z.discriminatedUnion('what', [
  z.object({ what: z.literal('mark'), mark: Mark }),
  z.object({ what: z.literal('pause'), clockMs: z.int() }),
  z.object({ what: z.literal('resume'), clockMs: z.int() }),
  z.object({ what: z.literal('excluded'), clockMs: z.int(), rule: ExclusionRule }),
  z.object({ what: z.literal('included'), clockMs: z.int() }),
  z.object({ what: z.literal('stop'), reason: z.string() }),
]);
export type JournalLine = z.infer<typeof JournalLine>;

export interface JournalState {
  /** Undefined when no line says anything of it. */
  readonly phase: Extract<CapturePhase, 'paused' | 'recording' | 'finalising'> | undefined;
  readonly exclusion: Exclusion | null;
  /** Times, now over, in which something excluded could be seen. */
  readonly hidden: readonly Stretch[];
}

export function stateByJournal(lines: readonly JournalLine[]): JournalState {
  let phase: JournalState['phase'];
  let exclusion: Exclusion | null = null;
  const hidden: Stretch[] = [];
  for (const line of lines) {
    if (line.what === 'pause') phase = 'paused';
    if (line.what === 'resume') phase = 'recording';
    if (line.what === 'stop') phase = 'finalising';
    if (line.what === 'excluded') exclusion = { sinceMs: line.clockMs, rule: line.rule };
    if (line.what === 'included' && exclusion) hidden.push({ startMs: exclusion.sinceMs, endMs: line.clockMs });
    if (line.what === 'included') exclusion = null;
  }
  return { phase, exclusion, hidden };
}

/** Why it was stopped first: storing it may have failed and been tried again. Undefined when nobody stopped it. */
export const stopReasonOf = (lines: readonly JournalLine[]): string | undefined =>
  lines.find((line) => line.what === 'stop')?.reason;

/** When it was paused; a pause that nobody ended has no end. */
export function pausesOf(lines: readonly JournalLine[]): Stretch[] {
  const pauses: Stretch[] = [];
  let sinceMs: number | undefined;
  for (const line of lines) {
    if (line.what === 'pause') sinceMs ??= line.clockMs;
    if (line.what !== 'resume' || sinceMs === undefined) continue;
    pauses.push({ startMs: sinceMs, endMs: line.clockMs });
    sinceMs = undefined;
  }
  return sinceMs === undefined ? pauses : [...pauses, { startMs: sinceMs, endMs: Infinity }];
}

/** Of people and of the core itself, in order of time. */
export function marksOf(lines: readonly JournalLine[]): Mark[] {
  const marks = lines.flatMap((line): Mark[] => {
    if (line.what === 'mark') return [line.mark];
    if (line.what === 'excluded')
      return [{ atMs: line.clockMs, kind: 'excluded', note: `${line.rule.by}: ${line.rule.pattern}` }];
    return line.what === 'included' ? [{ atMs: line.clockMs, kind: 'included' }] : [];
  });
  // Set with one key and told more of afterwards, a mark comes twice: the later one has the note.
  const last = new Map(marks.map((mark) => [`${mark.kind} ${mark.atMs}`, mark]));
  return [...last.values()].toSorted((a, b) => a.atMs - b.atMs);
}
