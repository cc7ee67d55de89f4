// Agents: programs that read Mirror over the Model Context Protocol, and what they are given.
import { z } from 'zod';
import { Proposal } from './proposal.ts';
import { LogRow } from './views.ts';

/** Who asks, and what the person who started the door said of it. */
export const AgentCaller = z.object({
  /** Of one run of the door: names have the same stand-ins for as long. */
  session: z.string().min(1).max(80),
  /** As the agent names itself. */
  name: z.string().max(200),
  version: z.string().max(100),
  /** Somebody said that the agent keeps on this machine what it reads. */
  staysHere: z.boolean(),
  /** Whether it may propose corrections. */
  mayPropose: z.boolean().default(false),
  /** Who agreed that it may read, where the policy asks for somebody. */
  agreedBy: z.string().max(120).nullable(),
});
export type AgentCaller = z.infer<typeof AgentCaller>;

export const AgentWish = z.object({
  tool: z.string().max(200),
  /** As the agent wrote it. */
  input: z.record(z.string(), z.unknown()),
});
export type AgentWish = z.infer<typeof AgentWish>;

/** The same twice: for programs, by the tool's shape, and in a few lines of words. */
export const AgentAnswer = z.object({ structured: z.record(z.string(), z.unknown()), text: z.string() });
export type AgentAnswer = z.infer<typeof AgentAnswer>;

/** Something that can be read by its address. */
export const AgentResource = z.object({
  uri: z.string(),
  /** Unique among all: for programs. */
  name: z.string(),
  title: z.string(),
  description: z.string(),
  mimeType: z.string(),
});
export type AgentResource = z.infer<typeof AgentResource>;

export const AgentText = AgentResource.pick({ uri: true, mimeType: true }).extend({ text: z.string() });
export type AgentText = z.infer<typeof AgentText>;

/** A proposal with what it would change, in words. */
export const ToldProposal = Proposal.extend({ says: z.string() });
export type ToldProposal = z.infer<typeof ToldProposal>;

/** A moment of the evidence as an agent reads it. */
export const Moment = z.object({
  uri: z.string(),
  kind: z.enum(['speech', 'event', 'log', 'frame', 'artifact', 'answer']),
  /** The recording, the event log or the document with its page. */
  source: z.string(),
  actor: z.string().nullable(),
  role: z.string().nullable(),
  /** On the recording's own clock; null where it has none. */
  startMs: z.int().nullable(),
  endMs: z.int().nullable(),
  /** The words, the title of the window, or a sentence about the rows. */
  text: z.string(),
  /** What stands around the words. */
  context: z.string().nullable(),
  rows: z.array(LogRow),
});
export type Moment = z.infer<typeof Moment>;
