// The panel of questions: whether it is open, how wide, and for each process the conversation it shows. It outlives screens,
// so that an answer goes on coming while somebody looks at the map.
import { createContext, useContext } from 'react';
import { createStore, type StoreApi, useStore } from 'zustand';
import { type MirrorClient, readProblem } from '../../src/api/client.ts';
import type { Thread } from '../../src/domain/chat.ts';
import type { ProcessId } from '../../src/domain/ids.ts';
import {
  begin,
  type Conversation,
  decided,
  fail,
  NO_CONVERSATION,
  openThread,
  stop,
  take,
  type Wish,
} from './conversation.ts';

export const WIDTH_PX = { least: 320, usual: 400, most: 640 } as const;

export interface ChatState {
  readonly isOpen: boolean;
  readonly widthPx: number;
  readonly conversations: Readonly<Record<string, Conversation>>;
  setOpen(isOpen: boolean): void;
  setWidth(widthPx: number): void;
  write(processId: ProcessId, draft: string): void;
  /** Ends when the answer is there, or why it is not. One question at a time. */
  ask(client: MirrorClient, processId: ProcessId, wish: Wish): Promise<void>;
  stop(processId: ProcessId): void;
  /** Answers the question whether the payload may leave. */
  decide(client: MirrorClient, processId: ProcessId, decision: { isAgreed: boolean; by?: string }): Promise<void>;
  open(processId: ProcessId, thread: Thread): void;
  /** An empty one. */
  startAnew(processId: ProcessId): void;
}

const KEPT_AS = { isOpen: 'mirror.chat.open', widthPx: 'mirror.chat.width' };

type Shelf = Pick<Storage, 'getItem' | 'setItem'>;

/** How it was left the last time is kept on `shelf`. */
export function createChatStore(shelf: Shelf = localStorage): StoreApi<ChatState> {
  const stops = new Map<ProcessId, AbortController>();
  return createStore<ChatState>()((set, get) => {
    const change = (processId: ProcessId, next: (before: Conversation) => Conversation): void =>
      set(({ conversations }) => ({
        conversations: { ...conversations, [processId]: next(conversations[processId] ?? NO_CONVERSATION) },
      }));
    const leave = (processId: ProcessId): void => {
      stops.get(processId)?.abort();
      stops.delete(processId);
      change(processId, stop);
    };
    return {
      isOpen: shelf.getItem(KEPT_AS.isOpen) === 'yes',
      widthPx: fitWidth(Number(shelf.getItem(KEPT_AS.widthPx) ?? WIDTH_PX.usual)),
      conversations: {},
      setOpen: (isOpen) => {
        shelf.setItem(KEPT_AS.isOpen, isOpen ? 'yes' : 'no');
        set({ isOpen });
      },
      setWidth: (widthPx) => {
        shelf.setItem(KEPT_AS.widthPx, String(fitWidth(widthPx)));
        set({ widthPx: fitWidth(widthPx) });
      },
      write: (processId, draft) => change(processId, (before) => ({ ...before, draft })),
      ask: async (client, processId, wish) => {
        if (stops.has(processId)) return;
        const stopping = new AbortController();
        stops.set(processId, stopping);
        change(processId, (before) => begin(before, wish));
        const threadId = get().conversations[processId]?.threadId ?? null;
        try {
          const events = await client.chat.ask({ processId, threadId, ...wish }, { signal: stopping.signal });
          for await (const event of events) {
            if (stopping.signal.aborted) return;
            change(processId, (before) => take(before, event));
          }
          if (!stopping.signal.aborted) change(processId, (before) => fail(before, UNFINISHED));
        } catch (error) {
          if (!stopping.signal.aborted) change(processId, (before) => fail(before, describeFailure(error)));
        } finally {
          if (stops.get(processId) === stopping) stops.delete(processId);
        }
      },
      stop: leave,
      decide: async (client, processId, decision) => {
        const approvalId = get().conversations[processId]?.pending?.payload?.approvalId;
        if (approvalId === undefined) return;
        change(processId, decided);
        try {
          await client.chat.decide({ approvalId, ...decision });
        } catch (error) {
          stops.get(processId)?.abort();
          stops.delete(processId);
          change(processId, (before) => fail(before, describeFailure(error)));
        }
      },
      open: (processId, thread) => {
        leave(processId);
        change(processId, () => openThread(thread));
      },
      startAnew: (processId) => {
        leave(processId);
        change(processId, () => NO_CONVERSATION);
      },
    };
  });
}

/** A stream that ends without its answer: a lost connection looks like that, too. */
const UNFINISHED = {
  code: undefined,
  title: 'The answer broke off',
  hint: 'Ask again; nothing of it was kept.',
} as const;

function describeFailure(error: unknown): { code: string | undefined; title: string; hint: string } {
  const problem = readProblem(error);
  if (problem) return problem;
  const detail = error instanceof Error && error.message !== '' ? ` (${error.message})` : '';
  return { code: undefined, title: 'Mirror could not answer', hint: `Ask again; nothing of it was kept.${detail}` };
}

const fitWidth = (widthPx: number): number =>
  Math.round(Math.min(WIDTH_PX.most, Math.max(WIDTH_PX.least, widthPx || WIDTH_PX.usual)));

export const ChatContext = createContext<StoreApi<ChatState> | undefined>(undefined);

export function useChat<T>(select: (state: ChatState) => T): T {
  const store = useContext(ChatContext);
  if (!store) throw new Error('ChatContext is missing above this component.');
  return useStore(store, select);
}

export const useConversation = (processId: ProcessId): Conversation =>
  useChat(({ conversations }) => conversations[processId] ?? NO_CONVERSATION);
