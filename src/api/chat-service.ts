// What the door needs of conversations about processes: implemented once, by the host.
import type { ChatEvent, ChatWish, Decision, Thread, ThreadId, ThreadSummary } from '../domain/chat.ts';
import type { ProcessId } from '../domain/ids.ts';

export interface ChatService {
  /** Leaving stops it, and keeps nothing of the question. */
  ask(wish: ChatWish, signal: AbortSignal | undefined): AsyncGenerator<ChatEvent, void>;
  /** Whether a payload may leave that `ask` has told of. */
  decide(decision: Decision): void;
  /** The newest first; with `text` those alone that have all its words. */
  threads(processId: ProcessId, text: string): ThreadSummary[];
  thread(id: ThreadId): Thread;
  removeThread(id: ThreadId): void;
  /** Markdown. */
  exportThread(id: ThreadId): { name: string; text: string };
}
