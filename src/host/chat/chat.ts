// In: questions of a conversation. Out: what happens while each is answered; the answer is kept when it is whole.
import { createStandIns, type StandIns } from '../../answers/stand-ins/stand-ins.ts';
import type { ChatService } from '../../api/chat-service.ts';
import type { WrittenAnswer } from '../../domain/answer.ts';
import type { ChatEvent, ChatTurn, ChatWish, Thread, ThreadId } from '../../domain/chat.ts';
import { ThreadId as toThreadId } from '../../domain/chat.ts';
import { MirrorError } from '../../domain/errors.ts';
import type { EgressPolicy } from '../../domain/policy.ts';
import type { WriterBudget } from '../../domain/writer.ts';
import type { Store } from '../../needs/store.ts';
import { writeAnswer, type WriterOffer } from '../ask/write-answer.ts';
import type { Host } from '../host.ts';
import { letExcept } from '../policy/explain-refusal.ts';
import { createAgreements, createWriterGate, type PolicyGate } from '../policy/writer-gate.ts';
import { getProcess } from '../views.ts';
import { createEventQueue } from './event-queue.ts';
import { exportThread } from './export-thread.ts';
import { createPendingPayloads } from './pending-payloads.ts';
import { requireCited } from './require-cited.ts';

export interface ChatNeeds {
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
  // Names of a conversation keep their stand-ins as long as the core is open; after that they are given anew, which is safe.
  const standIns = new Map<ThreadId, StandIns>();
  const closing = new AbortController();
  const running = new Set<Promise<unknown>>();

  const openGate = ({ threadId, standIns: known }: Asked, tell: Tell, signal: AbortSignal): PolicyGate =>
    createWriterGate({
      policy: needs.policy,
      agreements,
      threadId,
      standIns: () => known.list(),
      ask: async (asked) => {
        const payload = { ...asked, approvalId: needs.newId() };
        const decision = pending.wait(payload.approvalId, signal);
        tell({ kind: 'payload', payload });
        const { isAgreed, by } = await decision;
        if (!isAgreed) throw new MirrorError('policy/declined', { data: { host: payload.host } });
        return { by: by ?? null };
      },
    });

  const answer = (asked: Asked, tell: Tell, signal: AbortSignal): Promise<WrittenAnswer> => {
    const { wish } = asked;
    const gate = openGate(asked, tell, signal);
    const writing = writeAnswer(
      host,
      {
        processId: wish.processId,
        question: asked.question,
        earlier: asked.earlier,
        choice: wish.writer,
        writers: letExcept(needs.offers(), wish.writer, gate.policy),
        release: gate.policy.release,
        ...needs.budget(),
        gate,
        standIns: asked.standIns,
      },
      {
        signal,
        spent: (writerId, usd) => store.addWriterCost({ atMs: host.clock.nowMs(), writerId, usd }),
        clean: asked.clean,
      },
    );
    return tellAll(writing, tell);
  };

  return {
    ask: async function* (wish, signal) {
      const asked = openQuestion(host, wish, { ...needs, standIns });
      const left = new AbortController();
      const stop = AbortSignal.any([left.signal, closing.signal, ...(signal ? [signal] : [])]);
      const events = createEventQueue<ChatEvent>();
      const work = answer(asked, events.tell, stop).finally(events.close);
      // It may fail while nobody reads yet; it is heard of below.
      work.catch(() => {});
      running.add(work);
      try {
        yield* events.read(stop);
        const written = await work;
        // Not before whoever asked has read that far: what they leave is not kept.
        stop.throwIfAborted();
        const turn = keep(store, asked, written);
        standIns.set(asked.threadId, asked.standIns);
        yield { kind: 'done', threadId: asked.threadId, turn };
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
    removeThread: (id) => {
      store.removeThread(getThread(store, id).id);
      standIns.delete(id);
    },
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
  readonly standIns: StandIns;
}

type Tell = (event: ChatEvent) => void;

/** @throws process/missing, chat/no-thread, chat/no-turn */
function openQuestion(
  { store, clock }: Host,
  wish: ChatWish,
  { cleaner, newId, standIns }: ChatNeeds & { readonly standIns: ReadonlyMap<ThreadId, StandIns> },
): Asked {
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
    standIns: (thread && standIns.get(thread.id)) ?? createStandIns(),
  };
}

async function tellAll(writing: AsyncGenerator<ChatEvent, WrittenAnswer>, tell: Tell): Promise<WrittenAnswer> {
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
