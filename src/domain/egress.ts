// What left this machine, and what came back: one entry for each connection that was opened.
import { z } from 'zod';

export const EgressEntry = z.object({
  startedMs: z.int(),
  /** The host as it was called, with its port where that is not the usual one. */
  host: z.string(),
  /** Why, in words: "download of the model whisper-base". */
  purpose: z.string(),
  /** False for a server on this machine. */
  isBeyond: z.boolean(),
  /** Of the bodies; what a protocol adds around them is not counted. */
  sentBytes: z.int(),
  receivedBytes: z.int(),
  /** Null while it is open, and for good where Mirror was killed before it ended. */
  endedMs: z.int().nullable(),
  /** "200", or what went wrong. */
  outcome: z.string().nullable(),
});
export type EgressEntry = z.infer<typeof EgressEntry>;
