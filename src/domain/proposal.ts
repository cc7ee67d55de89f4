// What an agent would have corrected, kept until a person says yes or no.
import { z } from 'zod';
import { Command } from './correction.ts';
import { ProcessId } from './ids.ts';

export const ProposalId = z.string().min(1).max(80).brand('ProposalId');
export type ProposalId = z.infer<typeof ProposalId>;

export const Proposal = z.object({
  id: ProposalId,
  processId: ProcessId,
  atMs: z.int(),
  /** Its name and version, as it said them. */
  agent: z.string(),
  /** In its words. */
  why: z.string(),
  command: Command,
  state: z.enum(['open', 'accepted', 'declined']),
  /** Null while it is open. */
  decidedMs: z.int().nullable(),
});
export type Proposal = z.infer<typeof Proposal>;
