// In: questions of a conversation. Out: what happens while each is answered; the answer is kept when it is whole.
import type { ChatService } from '../../api/chat-service.ts';
import type { WrittenAnswer } from '../../domain/answer.ts';
import type { ChatEvent, ChatTurn, ChatWish, Thread, ThreadId } from '../../domain/chat.ts';
import { ThreadId as toThreadId } from '../../domain/chat.ts';
import { MirrorError } from '../../domain/errors.ts';
import type { EgressPolicy } from '../../domain/policy.ts';
import type { WriterBudget } from '../../domain/writer.ts';
import type { Store } from '../../needs/store.ts';
import type { Host } from '../host.ts';
import { createAgreements, createWriterGate, type PolicyGate } from '../policy/writer-gate.ts';
import { getProcess } from '../views.ts';
import type { WriteAnswer, WriterOffer } from './answering.ts';
import { createEventQueue } from './event-queue.ts';
import { exportThread } from './export-thread.ts';
import { createPendingPayloads } from './pending-payloads.ts';
import { requireCited } from './require-cited.ts';

export interface ChatNeeds {
  readonly write: WriteAnswer;
  /** Every saved model, as it could be asked now. */
  readonly offers: () => readonly WriterOffer[];
  readonly policy: () => EgressPolicy;
  readonly budget: () => { readonly budget: WriterBudget; readonly spentTodayUsd: number };
  /** Text as it may stand in a prompt: without what the workspace takes out of what it keeps. */
  readonly cleaner: (processId: ChatWish['processId']) => (text: string) => string;
  readonly newId: () => string;
}

export interface Chat extends ChatService {
  /** Stops every question, and waits until none is being answered. */
  close(): Promise<void>;
}

export function createChat(host: Host, needs: ChatNeeds): Chat {
  const { store } = host;
  const pending = createPendingPayloads();
  const agreements = createAgreements();
  const closing = new AbortController();
  const running = new Set<Promise<unknown>>();

  const openGate = (threadId: ThreadId, tell: (event: ChatEvent) => void, signal: AbortSignal): PolicyGate =>
    createWriterGate({
      policy: needs.policy,
      agreements,
      threadId,
      ask: async (asked) => {
        const payload = { ...asked, approvalId: needs.newId() };
        const decision = pending.wait(payload.approvalId, signal);
        tell({ kind: 'payload', payload });
        const { isAgreed, by } = await decision;
        if (!isAgreed) throw new MirrorError('policy/declined', { data: { host: payload.host } });
        return { by: by ?? null };
      },
    });

  const answer = async (asked: Asked, tell: (event: ChatEvent) => void, signal: AbortSignal): Promise<void> => {
    const { threadId, wish } = asked;
    const gate = openGate(threadId, tell, signal);
    const writing = needs.write(
      host,
      {
        processId: wish.processId,
        question: asked.question,
        earlier: asked.earlier,
        choice: wish.writer,
        writers: needs.offers(),
        release: gate.policy.release,
        ...needs.budget(),
        gate,
      },
      {
        signal,
        spent: (writerId, usd) => store.addWriterCost({ atMs: host.clock.nowMs(), writerId, usd }),
        clean: asked.clean,
      },
    );
    const written = await tellAll(writing, tell);
    signal.throwIfAborted();
    tell({ kind: 'done', threadId, turn: keep(store, asked, written) });
  };

  return {
    ask: async function* (wish, signal) {
      const asked = openQuestion(host, wish, needs);
      const left = new AbortController();
      const stop = AbortSignal.any([left.signal, closing.signal, ...(signal ? [signal] : [])]);
      const events = createEventQueue<ChatEvent>();
      const work = answer(asked, events.tell, stop).finally(events.close);
      running.add(work);
      try {
        yield* events.read(stop);
        await work;
      } finally {
        left.abort();
        // Whatever it ends with now, nobody waits for; only a bug is still to be heard of.
        await work.catch((error: unknown) => rethrowBug(error, stop));
        running.delete(work);
      }
    },
    decide: pending.decide,
    threads: (processId, text) => store.listThreads(getProcess(store, processId).id, text),
    thread: (id) => getThread(store, id),
    removeThread: (id) => store.removeThread(getThread(store, id).id),
    exportThread: (id) => exportThread(store, getThread(store, id)),
    close: async () => {
      closing.abort();
      await Promise.allSettled(running);
    },
  };
}

/** A question with the conversation that it stands in. */
interface Asked {
  readonly wish: ChatWish;
  /** Without what the workspace takes out of text: an answer says words of its question again, one by one. */
  readonly question: string;
  readonly clean: (text: string) => string;
  readonly threadId: ThreadId;
  readonly turnId: string;
  readonly askedMs: number;
  readonly earlier: readonly ChatTurn[];
}

/** @throws process/missing, chat/no-thread, chat/no-turn */
function openQuestion({ store, clock }: Host, wish: ChatWish, { cleaner, newId }: ChatNeeds): Asked {
  getProcess(store, wish.processId);
  const thread = wish.threadId === null ? undefined : getThread(store, wish.threadId);
  // One of another process would mix up what two of them hold.
  if (thread !== undefined && thread.processId !== wish.processId) throw new MirrorError('chat/no-thread');
  const all = thread?.all ?? [];
  const at = wish.replaces === undefined ? all.length : all.findIndex(({ id }) => id === wish.replaces);
  if (at < 0) throw new MirrorError('chat/no-turn');
  const clean = cleaner(wish.processId);
  return {
    wish,
    question: clean(wish.question),
    clean,
    threadId: thread?.id ?? toThreadId.parse(newId()),
    turnId: wish.replaces ?? newId(),
    askedMs: clock.nowMs(),
    earlier: all.slice(0, at),
  };
}

async function tellAll(
  writing: AsyncGenerator<ChatEvent, WrittenAnswer>,
  tell: (event: ChatEvent) => void,
): Promise<WrittenAnswer> {
  for (;;) {
    const { value, done } = await writing.next();
    if (done) return value;
    tell(value);
  }
}

/**
 * Keeps the turn and gives it as it was kept: what was typed may have held what is not kept. Meanwhile somebody may have
 * removed what it is about; nothing of that comes back by an answer.
 */
function keep(store: Store, { wish, question, threadId, turnId, askedMs }: Asked, answer: WrittenAnswer): ChatTurn {
  getProcess(store, wish.processId);
  if (wish.threadId !== null) getTurnToReplace(getThread(store, wish.threadId), wish.replaces);
  requireCited(store, answer);
  store.saveTurn({ id: threadId, processId: wish.processId }, { id: turnId, askedMs, question, answer });
  const kept = getThread(store, threadId).all.find(({ id }) => id === turnId);
  if (kept === undefined) throw new Error(`turn ${turnId} was kept and is not there`);
  return kept;
}

function getTurnToReplace({ all }: Thread, id: string | undefined): void {
  if (id !== undefined && !all.some((turn) => turn.id === id)) throw new MirrorError('chat/no-turn');
}

/** @throws chat/no-thread */
function getThread(store: Store, id: ThreadId): Thread {
  const thread = store.findThread(id);
  if (thread === undefined) throw new MirrorError('chat/no-thread');
  return thread;
}

function rethrowBug(error: unknown, stop: AbortSignal): void {
  const isExpected =
    error instanceof MirrorError || error === stop.reason || (error instanceof Error && error.name === 'AbortError');
  if (!isExpected) throw error;
}
