// Conversations for the gallery: each state the panel can be in, and a core that answers, waits, asks and fails as told.
import type { AnswerSentence, WrittenAnswer } from '../../src/domain/answer.ts';
import type {
  ChatEvent,
  ChatTurn,
  ChatWish,
  Decision,
  Thread,
  ThreadId,
  ThreadSummary,
} from '../../src/domain/chat.ts';
import type { Payload } from '../../src/domain/policy.ts';
import type { ProcessView } from '../../src/domain/views.ts';
import { PAYLOAD } from './fake-payload.ts';
import { PROCESS_ID, speech } from './fixture-ids.ts';

export const CHAT_STATES = [
  'closed',
  'begin',
  'looking',
  'streaming',
  'answered',
  'written',
  'not-understood',
  'failed',
  'payload',
  'owner',
  'declined',
] as const;
export type ChatState = (typeof CHAT_STATES)[number];

/** What is asked in a state; nothing where nothing was asked yet. */
export const questionIn = (state: ChatState): string | undefined =>
  state === 'closed' || state === 'begin' ? undefined : 'Where do cases wait longest and why?';

class ChatProblem extends Error {
  readonly code = 'PROBLEM';
  readonly data;
  constructor(code: string, title: string, hint: string) {
    super(title);
    this.data = { code, title, hint };
  }
}

const DECLINED = new ChatProblem(
  'policy/declined',
  'Nothing was sent',
  'Ask without a model, or agree to the message.',
);
const NOT_THERE = new ChatProblem(
  'writer/unreachable',
  'The model server 127.0.0.1:11434 does not answer',
  'Start Ollama, or choose another model.',
);

export function makeFakeChat(view: ProcessView, state: ChatState) {
  const sentences = tellWaits(view);
  const waiting = new Map<string, (decision: Decision) => void>();
  let threads = listFakeThreads(sentences);
  let count = 0;
  const finish = (wish: ChatWish, answer: WrittenAnswer): ChatEvent => {
    count += 1;
    const turn = { id: wish.replaces ?? `turn-${count}`, askedMs: Date.now() + count, question: wish.question, answer };
    const id = wish.threadId ?? (`thread-new-${count}` as ThreadId); // a brand
    return { kind: 'done', threadId: id, turn };
  };
  return {
    ask: async (wish: ChatWish, { signal }: { signal: AbortSignal }) => answer(wish, signal),
    decide: async (decision: Decision) => waiting.get(decision.approvalId)?.(decision),
    threads: async ({ text }: { text: string }): Promise<ThreadSummary[]> =>
      threads.filter(({ title }) => title.toLowerCase().includes(text.trim().toLowerCase())),
    thread: async ({ threadId }: { threadId: ThreadId }) => threads.find(({ id }) => id === threadId),
    removeThread: async ({ threadId }: { threadId: ThreadId }) => {
      threads = threads.filter(({ id }) => id !== threadId);
    },
    exportThread: async () => ({ name: 'where-do-cases-wait-longest.md', text: '# Where do cases wait longest?\n' }),
  };

  async function* answer(wish: ChatWish, signal: AbortSignal): AsyncGenerator<ChatEvent> {
    const isFirst = wish.question === questionIn(state) && count === 0;
    const by = wish.writer === 'none' ? null : 'qwen3:8b';
    if (wish.writer === 'none' && !(isFirst && state === 'not-understood')) {
      yield { kind: 'asking', writer: null };
      yield finish(wish, byRules(sentences));
      return;
    }
    yield { kind: 'asking', writer: by };
    if (isFirst && state === 'not-understood') {
      yield finish(wish, NOT_UNDERSTOOD);
      return;
    }
    if (isFirst && state === 'failed') throw NOT_THERE;
    if (isFirst && (state === 'payload' || state === 'owner' || state === 'declined')) {
      yield { kind: 'payload', payload: payloadIn(state) };
      const { promise, resolve } = Promise.withResolvers<Decision>();
      waiting.set(PAYLOAD.approvalId, resolve);
      if (state === 'declined') resolve({ approvalId: PAYLOAD.approvalId, isAgreed: false });
      const { isAgreed } = await Promise.race([promise, aborted(signal)]);
      if (!isAgreed) throw DECLINED;
    }
    yield { kind: 'looking', tool: 'bottlenecks', input: {} };
    yield { kind: 'looking', tool: 'neighbours', input: { after: 'schedule visit' } };
    if (isFirst && state === 'looking') await aborted(signal);
    for (const sentence of sentences.slice(0, state === 'streaming' ? 1 : undefined))
      yield { kind: 'sentence', sentence };
    if (isFirst && state === 'streaming') await aborted(signal);
    yield finish(wish, byModel(sentences));
  }
}

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, stop) => signal.addEventListener('abort', () => stop(signal.reason)));

const payloadIn = (state: ChatState): Payload =>
  state === 'owner' ? { ...PAYLOAD, needsOwner: 'Ilse Brandt' } : PAYLOAD;

/** Two sentences about the worst waits, with rows and words as their evidence. */
function tellWaits({ insights }: ProcessView): AnswerSentence[] {
  const [worst, second] = insights.bottlenecks;
  return [
    {
      text: `Cases wait longest at ${worst?.label}: ${Math.round((worst?.wait?.medianMs ?? 0) / 3_600_000)} hours in the median.`,
      citations: worst?.evidence ?? [speech(4)],
    },
    {
      text: 'The lead signs on Tuesdays only, so that can be up to a week in which nothing happens.',
      citations: [speech(9), speech(10)],
    },
    { text: `The second longest wait is at ${second?.label}.`, citations: second?.evidence ?? [speech(5)] },
  ];
}

const FOLLOW_UPS = [
  'Why do cases wait?',
  'How long do cases wait after schedule visit?',
  'Who decides on the reserve?',
];

const byRules = (sentences: readonly AnswerSentence[]): WrittenAnswer => ({
  answer: sentences.map(({ text }) => text).join(' '),
  isAnswered: true,
  understood: { kind: 'longest-waits', mentions: [], topic: [], slice: null },
  values: {
    bottlenecks: 18,
    longestMs: 62 * 3_600_000,
    share01: 0.23,
    places: ['review assessment', 'schedule visit'],
  },
  sentences: [...sentences],
  definition: 'A transition that takes at least 1 % of all waiting time, or a wait that people name as a problem.',
  n: 640,
  provenance: 'observed',
  followUps: FOLLOW_UPS,
  model: null,
  egressBytes: 0,
  removed: 0,
  tools: [{ tool: 'bottlenecks', input: {} }],
  tokens: null,
  costUsd: null,
});

const byModel = (sentences: readonly AnswerSentence[]): WrittenAnswer => ({
  ...byRules(sentences),
  model: 'claude-sonnet',
  egressBytes: 3214,
  removed: 2,
  tools: [
    { tool: 'bottlenecks', input: {} },
    { tool: 'neighbours', input: { after: 'schedule visit' } },
  ],
  tokens: { input: 4120, output: 212 },
  costUsd: 0.0156,
});

const NOT_UNDERSTOOD: WrittenAnswer = {
  ...byRules([]),
  answer: 'Nothing in this process is known by “unicorns”.',
  isAnswered: false,
  understood: null,
  values: {},
  definition: null,
  n: null,
  provenance: null,
  tools: [],
};

function listFakeThreads(sentences: readonly AnswerSentence[]): Thread[] {
  const turn = (id: string, question: string): ChatTurn => ({
    id,
    askedMs: Date.now() - 3_600_000,
    question,
    answer: byRules(sentences),
  });
  const questions = [
    'Where do cases wait longest and why?',
    'How many handoffs are there?',
    'Who decides on the reserve?',
  ];
  return questions.map((title, at) => ({
    id: `thread-${at}` as ThreadId, // a brand
    processId: PROCESS_ID,
    title,
    turns: 1,
    changedMs: Date.now() - (at + 1) * 7_200_000,
    all: [turn(`thread-${at}-1`, title)],
  }));
}
