// One conversation about a process, as it stands on screen. In: what happens to it. Out: what it is then.
import type { AnswerSentence, ToolUse } from '../../src/domain/answer.ts';
import type { ChatEvent, ChatTurn, Thread, ThreadId } from '../../src/domain/chat.ts';
import type { Payload } from '../../src/domain/policy.ts';
import type { WriterChoice } from '../../src/domain/writer.ts';

export interface Wish {
  readonly question: string;
  readonly writer: WriterChoice;
  /** The turn that this answers again. */
  readonly replaces?: string;
}

/** A question that is being answered. */
export interface Pending extends Wish {
  /** Who writes the answer: null for Mirror itself, undefined until that is known. */
  readonly by: string | null | undefined;
  readonly looked: readonly ToolUse[];
  readonly sentences: readonly AnswerSentence[];
  /** Waits for a person to agree. */
  readonly payload: Payload | undefined;
}

export interface Failure extends Wish {
  readonly code: string | undefined;
  readonly title: string;
  readonly hint: string;
}

export interface Conversation {
  readonly threadId: ThreadId | null;
  readonly turns: readonly ChatTurn[];
  readonly pending: Pending | undefined;
  readonly failure: Failure | undefined;
  /** What stands in the box. */
  readonly draft: string;
}

export const NO_CONVERSATION: Conversation = {
  threadId: null,
  turns: [],
  pending: undefined,
  failure: undefined,
  draft: '',
};

export const openThread = ({ id, all }: Thread): Conversation => ({ ...NO_CONVERSATION, threadId: id, turns: all });

export const begin = (before: Conversation, wish: Wish): Conversation => ({
  ...before,
  pending: { ...wish, by: undefined, looked: [], sentences: [], payload: undefined },
  failure: undefined,
  draft: wish.replaces === undefined ? '' : before.draft,
});

/** What comes after a question was stopped changes nothing. */
export function take(before: Conversation, event: ChatEvent): Conversation {
  const { pending } = before;
  if (!pending) return before;
  switch (event.kind) {
    case 'asking':
      return { ...before, pending: { ...pending, by: event.writer } };
    case 'looking':
      return { ...before, pending: { ...pending, payload: undefined, looked: [...pending.looked, event] } };
    case 'payload':
      return { ...before, pending: { ...pending, payload: event.payload } };
    case 'sentence':
      return {
        ...before,
        pending: { ...pending, payload: undefined, sentences: [...pending.sentences, event.sentence] },
      };
    case 'done':
      return {
        ...before,
        threadId: event.threadId,
        pending: undefined,
        turns: putTurn(before.turns, event.turn, pending.replaces),
      };
  }
}

function putTurn(turns: readonly ChatTurn[], turn: ChatTurn, replaces: string | undefined): readonly ChatTurn[] {
  return turns.some(({ id }) => id === replaces)
    ? turns.map((each) => (each.id === replaces ? turn : each))
    : [...turns, turn];
}

/** Once decided, the payload is no question any more. */
export const decided = (before: Conversation): Conversation =>
  before.pending ? { ...before, pending: { ...before.pending, payload: undefined } } : before;

/** Nothing is kept of it, so the question goes back to where it can be changed. */
export function stop(before: Conversation): Conversation {
  const { pending } = before;
  if (!pending) return before;
  return {
    ...before,
    pending: undefined,
    draft: pending.replaces === undefined && before.draft === '' ? pending.question : before.draft,
  };
}

export function fail(before: Conversation, problem: Omit<Failure, keyof Wish>): Conversation {
  const { pending } = before;
  if (!pending) return before;
  const { question, writer, replaces } = pending;
  return {
    ...before,
    pending: undefined,
    failure: { ...problem, question, writer, ...(replaces !== undefined && { replaces }) },
  };
}
