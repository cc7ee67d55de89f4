// What left this machine, and what came back: one entry for each connection that was opened.
import { z } from 'zod';

export const EgressTokens = z.object({ input: z.int().min(0), output: z.int().min(0) });
export type EgressTokens = z.infer<typeof EgressTokens>;

export const EgressEntry = z.object({
  id: z.string().min(1).max(80),
  startedMs: z.int(),
  /** The host as it was called, with its port where that is not the usual one. */
  host: z.string(),
  /** Why, in words: "download of the model whisper-base". */
  purpose: z.string(),
  /** False for a server on this machine. */
  isBeyond: z.boolean(),
  /** Who was asked, as its server calls it; null where that is no model. */
  model: z.string().nullable(),
  /** Who agreed that it leaves; null where nobody was asked, as for servers of this machine. */
  agreedBy: z.string().nullable(),
  /** SHA-256 of the body, which the ledger keeps; null where it keeps none. */
  payloadSha256: z.string().nullable(),
  /** Of the bodies; what a protocol adds around them is not counted. */
  sentBytes: z.int(),
  receivedBytes: z.int(),
  /** Null while it is open, and for good where Mirror was killed before it ended. */
  endedMs: z.int().nullable(),
  /** "200", or what went wrong. */
  outcome: z.string().nullable(),
  /** Null where the server does not say. */
  tokens: EgressTokens.nullable(),
  /** By the price that somebody has named for the model; null where nobody has. */
  costUsd: z.number().min(0).nullable(),
});
export type EgressEntry = z.infer<typeof EgressEntry>;

/** What was sent to a model, exactly, and its SHA-256. */
export const EgressPayload = z.object({ payload: z.string(), sha256: z.string() });
export type EgressPayload = z.infer<typeof EgressPayload>;

/** What reading the whole ledger says of its chain of hashes. */
export const EgressVerdict = z.object({
  /** No fault was found. */
  isWhole: z.boolean(),
  /** With something in them. */
  lines: z.int().min(0),
  /** Those with a hash. */
  chained: z.int().min(0),
  /** The number of the first of them in the file; null while there is none. */
  chainedFrom: z.int().min(1).nullable(),
  /** Numbers of lines that a crash has cut: nothing was lost but they, and they are no fault. */
  cut: z.array(z.int()),
  /** The number of the line in the file, or null where it is about the file; and what is wrong, in words. */
  faults: z.array(z.object({ line: z.int().nullable(), what: z.string() })),
  /** The hash of the newest line: noted elsewhere, it proves later that everything up to here is still as it was. */
  newest: z.string().nullable(),
});
export type EgressVerdict = z.infer<typeof EgressVerdict>;
