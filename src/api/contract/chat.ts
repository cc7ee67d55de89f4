// The contract's part for conversations, for the models that write in them, and for what may leave this machine.
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { ChatEvent, ChatWish, Decision, Thread, ThreadId, ThreadSummary } from '../../domain/chat.ts';
import { ProcessId } from '../../domain/ids.ts';
import { EgressPolicy } from '../../domain/policy.ts';
import { WriterBudget, WriterChoice, WriterEntry, WriterId, WriterStatus } from '../../domain/writer.ts';
import { base } from './base.ts';

const OfThread = z.object({ threadId: ThreadId });
const OfWriter = z.object({ writerId: WriterId });

export const chatContract = {
  /** Leaving stops it, and keeps nothing of the question. */
  ask: base.input(ChatWish).output(eventIterator(ChatEvent)),
  /** Whether a payload may leave. Answered once; an unknown id is a question that is over. */
  decide: base.input(Decision).output(z.void()),
  /** The newest first; with `text` those alone that have all its words in questions or answers. */
  threads: base
    .input(z.object({ processId: ProcessId, text: z.string().trim().max(200).default('') }))
    .output(z.array(ThreadSummary)),
  thread: base.input(OfThread).output(Thread),
  removeThread: base.input(OfThread).output(z.void()),
  /** Markdown, with the moments that each sentence cites. */
  exportThread: base.input(OfThread).output(z.object({ name: z.string(), text: z.string() })),
};

export const writerContract = {
  list: base.output(
    z.object({ writers: z.array(WriterStatus), chosen: WriterChoice, budget: WriterBudget, spentTodayUsd: z.number() }),
  ),
  /** Asks the usual ports of this machine, and nothing else; only ever when a person asks for it. */
  find: base.output(z.array(WriterEntry)),
  /** Adds one, or changes the one of this id. A key is kept apart, and never told again; '' forgets it. */
  save: base.input(z.object({ writer: WriterEntry, key: z.string().max(1000).optional() })).output(WriterStatus),
  remove: base.input(OfWriter).output(z.void()),
  /** One short request: how much it reads at once, and whether it calls tools. Under the policy, like any other. */
  probe: base.input(OfWriter).output(WriterStatus),
  choose: base.input(z.object({ writer: WriterChoice })).output(z.void()),
  setBudget: base.input(WriterBudget).output(z.void()),
};

export const policyContract = {
  read: base.output(EgressPolicy),
  /** Refused to one that names no owner where the owner must agree. */
  set: base.input(EgressPolicy.omit({ changedMs: true })).output(EgressPolicy),
};
