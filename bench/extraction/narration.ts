// One file of the gold format as evidence. Only transcript, events, narrator, process and id are read; never the gold.
import { z } from 'zod';
import { ProcessId, RecordingId } from '../../src/domain/ids.ts';
import type { RecordingEvidence } from '../../src/domain/process.ts';

const NarrationFile = z.object({
  id: z.string().min(1),
  process: z.string().min(1),
  narrator: z.object({ name: z.string().nullish(), role: z.string().nullish() }).nullish(),
  transcript: z.object({
    language: z.string().nullish(),
    duration: z.number().nullish(),
    segments: z.array(
      z.object({ start: z.number(), end: z.number(), text: z.string(), speaker: z.string().nullish() }),
    ),
  }),
  events: z
    .array(
      z.object({
        t: z.number(),
        app: z.string(),
        title: z.string(),
        kind: z.enum(['window', 'copy', 'paste', 'save', 'click', 'keys', 'idle', 'mark']).nullish(),
      }),
    )
    .nullish(),
});

export interface Narration {
  readonly id: string;
  readonly process: string;
  readonly words: number;
  readonly evidence: RecordingEvidence;
}

/** Null for files of another kind. */
export function readNarration(text: string, file: string): Narration | null {
  const parsed = NarrationFile.safeParse(JSON.parse(text));
  if (!parsed.success) {
    process.stderr.write(`${file}: skipped, ${parsed.error.issues[0]?.message ?? 'not in the gold format'}\n`);
    return null;
  }
  const { id, process: name, narrator, transcript, events } = parsed.data;
  const toMs = (seconds: number) => Math.max(0, Math.round(seconds * 1000));
  const durationMs = toMs(transcript.duration ?? transcript.segments.at(-1)?.end ?? 0);
  return {
    id,
    process: name,
    words: transcript.segments.reduce(
      (sum, segment) => sum + segment.text.split(/\s+/).filter((word) => word !== '').length,
      0,
    ),
    evidence: {
      recording: {
        id: RecordingId.parse(id),
        processId: ProcessId.parse(name),
        title: id,
        actor: narrator?.name ?? null,
        role: narrator?.role ?? null,
        language: transcript.language ?? 'en',
        durationMs,
        state: 'ready',
        problem: null,
        startedAtMs: null,
        timeZone: null,
        createdAtMs: 0,
      },
      segments: transcript.segments.map((segment, index) => ({
        index,
        startMs: toMs(segment.start),
        endMs: toMs(segment.end),
        text: segment.text,
        ...(segment.speaker ? { speaker: segment.speaker } : {}),
      })),
      events: (events ?? []).map((event, index) => ({
        index,
        atMs: toMs(event.t),
        kind: event.kind ?? 'window',
        app: event.app,
        title: event.title,
      })),
    },
  };
}
