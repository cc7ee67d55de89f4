import { expect, test } from 'vitest';
import type { WrittenAnswer } from '../../src/domain/answer.ts';
import type { ChatEvent, ChatTurn, ThreadId } from '../../src/domain/chat.ts';
import { begin, type Conversation, decided, fail, NO_CONVERSATION, stop, take } from './conversation.ts';
import { PAYLOAD } from '../gallery/fake-payload.ts';

const WISH = { question: 'How many handoffs are there?', writer: 'auto' } as const;
const SENTENCE = {
  text: 'There are 46 handoffs.',
  citations: [{ kind: 'answer', correctionId: 'c-1', quote: '46' }],
} as unknown as WrittenAnswer['sentences'][number]; // ids are branded
const turn = (id: string, question: string = WISH.question): ChatTurn =>
  ({ id, askedMs: 1, question, answer: { answer: 'There are 46 handoffs.' } }) as ChatTurn; // what is in it is not read here
const done = (id: string, question?: string): ChatEvent => ({
  kind: 'done',
  threadId: 'thread-1' as ThreadId,
  turn: turn(id, question),
});
const follow = (before: Conversation, ...events: ChatEvent[]): Conversation => events.reduce(take, before);

test('a question is looked up, written and kept, in the order in which things happen', () => {
  const asked = begin({ ...NO_CONVERSATION, draft: WISH.question }, WISH);
  const looking = follow(asked, { kind: 'asking', writer: 'Qwen' }, { kind: 'looking', tool: 'handoffs', input: {} });
  const writing = follow(looking, { kind: 'sentence', sentence: SENTENCE });
  expect([asked.draft, looking.pending, writing.pending?.sentences, follow(writing, done('a'))]).toEqual([
    '',
    {
      ...WISH,
      by: 'Qwen',
      looked: [{ kind: 'looking', tool: 'handoffs', input: {} }],
      sentences: [],
      payload: undefined,
    },
    [SENTENCE],
    { ...NO_CONVERSATION, threadId: 'thread-1', turns: [turn('a')] },
  ]);
});

test('a payload waits until it is decided', () => {
  const waiting = follow(begin(NO_CONVERSATION, WISH), { kind: 'payload', payload: PAYLOAD });
  expect([waiting.pending?.payload, decided(waiting).pending?.payload]).toEqual([PAYLOAD, undefined]);
});

test('what is answered again keeps its place', () => {
  const before = { ...NO_CONVERSATION, turns: [turn('a', 'one'), turn('b', 'two')], draft: 'three' };
  const again = begin(before, { ...WISH, question: 'one', replaces: 'a' });
  const after = follow(again, done('a', 'one, again'));
  expect([after.turns.map(({ question }) => question), after.draft]).toEqual([['one, again', 'two'], 'three']);
});

test('a question that is stopped goes back to the box, unless something else stands there', () => {
  const asked = begin(NO_CONVERSATION, WISH);
  const again = begin({ ...NO_CONVERSATION, turns: [turn('a')] }, { ...WISH, replaces: 'a' });
  expect([
    stop(asked),
    stop({ ...asked, draft: 'next' }).draft,
    stop(again).draft,
    take(stop(asked), done('a')),
  ]).toEqual([{ ...NO_CONVERSATION, draft: WISH.question }, 'next', '', { ...NO_CONVERSATION, draft: WISH.question }]);
});

test('why there is no answer is kept with what was asked, until the next question', () => {
  const problem = { code: 'policy/declined', title: 'Nothing was sent', hint: 'Ask without a model.' };
  const failed = fail(begin(NO_CONVERSATION, WISH), problem);
  expect([failed.failure, failed.pending, begin(failed, WISH).failure, fail(NO_CONVERSATION, problem)]).toEqual([
    { ...problem, ...WISH },
    undefined,
    undefined,
    NO_CONVERSATION,
  ]);
});
