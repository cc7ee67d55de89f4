// What of a workspace may leave this machine, to whom, and who must agree: three questions and an owner.
import { z } from 'zod';

/** Each level holds the one before it. */
export const ReleaseLevel = z.enum(['nothing', 'figures', 'redacted', 'text']);
export type ReleaseLevel = z.infer<typeof ReleaseLevel>;

export const EgressPolicy = z.object({
  /**
   * `nothing`: no model beyond this machine is asked. `figures`: counts, durations and names of the map, under stand-ins.
   * `redacted`: words of recordings and documents as well, with stand-ins for whoever and whatever they name. `text`: as it
   * is stored.
   */
  release: ReleaseLevel,
  /** Hosts beyond this machine, with their ports where those are unusual; `mcp`: agents that are connected by it. */
  receivers: z.array(z.string().trim().min(1).max(253)).max(50),
  /** Who sees the payload and agrees before the first message of a thread: whoever asks, or the owner by name. */
  agrees: z.enum(['asker', 'owner']),
  /** Who answers for these rules, and approves exceptions from them; empty where nobody is named yet. */
  owner: z.string().trim().max(120),
  /** Null: as Mirror came. */
  changedMs: z.int().nullable(),
});
export type EgressPolicy = z.infer<typeof EgressPolicy>;

/** Local only. */
export const FIRST_POLICY: EgressPolicy = {
  release: 'nothing',
  receivers: [],
  agrees: 'asker',
  owner: '',
  changedMs: null,
};

/** A stand-in that is sent, and what it stands for, which is not. */
export const SentStandIn = z.object({ standIn: z.string(), name: z.string() });
export type SentStandIn = z.infer<typeof SentStandIn>;

/** The exact bytes that are about to leave, and who asks whether they may. */
export const Payload = z.object({
  /** Of this one question to a person. */
  approvalId: z.string(),
  host: z.string(),
  url: z.string(),
  model: z.string(),
  purpose: z.string(),
  release: ReleaseLevel,
  /** The body as it is sent, byte for byte; keys go in headers and are not in it. */
  body: z.string(),
  bytes: z.int().min(0),
  sha256: z.string(),
  /** Whose agreement it needs; null: whoever asks. */
  needsOwner: z.string().nullable(),
  /** Why the rules would refuse it, where their owner may let this one pass all the same; null where they do not. */
  exception: z.string().nullable(),
  /** What was replaced in this body. */
  standIns: z.array(SentStandIn),
});
export type Payload = z.infer<typeof Payload>;
