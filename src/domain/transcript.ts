// mirror-transcript/1: a transcript with who speaks and what the windows showed, as a file people can write by hand.
import { z } from 'zod';
import { UiEventKind } from './evidence.ts';

/** Seconds, as in the file; ingest turns them into integer milliseconds. */
export const TranscriptFile = z.object({
  schema: z.literal('mirror-transcript/1'),
  process: z.string().min(1).optional(),
  narrator: z.object({ name: z.string().nullish(), role: z.string().nullish() }).optional(),
  language: z.string().min(2).optional(),
  duration: z.number().min(0).optional(),
  segments: z
    .array(
      z.object({ start: z.number().min(0), end: z.number().min(0), text: z.string(), speaker: z.string().optional() }),
    )
    .min(1),
  events: z
    .array(
      z.object({
        t: z.number().min(0),
        app: z.string(),
        title: z.string(),
        kind: UiEventKind.optional(),
        count: z.int().min(1).optional(),
      }),
    )
    .optional(),
});
export type TranscriptFile = z.infer<typeof TranscriptFile>;
