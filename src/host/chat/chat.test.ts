// Conversations answered by rules: what is told, kept, found again and left out.
import { expect, test } from 'vitest';
import type { ChatEvent, ChatWish, ThreadId } from '../../domain/chat.ts';
import type { ProcessId } from '../../domain/ids.ts';
import { readProblem } from '../../api/client.ts';
import { type Core } from '../core.ts';
import { runFlow } from '../flow.ts';
import { findRecordingSource } from '../sources.ts';
import { createTestCore, createTestFolder, finish, TEST_TIME_MS, writeTranscript } from '../testing.ts';

test('a question begins a thread, the next one goes on from it, and both are kept as they were told', async () => {
  const { core, processId } = await openRefunds();
  const first = await ask(core, { processId, question: 'Who checks the receipt?' });
  const { threadId } = doneOf(first);
  expect(first.map(({ kind }) => kind)).toEqual(['asking', 'sentence', 'done']);
  const second = await ask(core, { processId, threadId, question: 'How long does it take?' });
  const [one, two] = [doneOf(first).turn, doneOf(second).turn];
  expect(one.answer.answer).toContain('support agent');
  expect(await core.client.chat.thread({ threadId })).toEqual({
    id: threadId,
    processId,
    title: 'Who checks the receipt?',
    turns: 2,
    changedMs: TEST_TIME_MS,
    all: [one, two],
  });
  expect(await core.client.chat.threads({ processId, text: 'RECEIPT long' })).toMatchObject([{ id: threadId }]);
  expect(await core.client.chat.threads({ processId, text: 'nowhere' })).toEqual([]);
});

test('a turn that is answered again stays in its place, and knows only what was asked before it', async () => {
  const { core, processId } = await openRefunds();
  const first = doneOf(await ask(core, { processId, question: 'Who checks the receipt?' }));
  const { threadId } = first;
  const second = doneOf(await ask(core, { processId, threadId, question: 'Who enters the amount?' }));
  const again = doneOf(await ask(core, { processId, threadId, question: 'What is first?', replaces: first.turn.id }));
  expect(again.turn.id).toBe(first.turn.id);
  const { all } = await core.client.chat.thread({ threadId });
  expect(all).toEqual([again.turn, second.turn]);
});

test('what redaction takes out is in no turn, and what is told at the end is what is kept', async () => {
  const { core, processId } = await openRefunds();
  const events = await ask(core, { processId, question: 'Who writes to noor.haddad@example.com?' });
  const { turn } = doneOf(events);
  expect(turn.question).toBe('Who writes to [e-mail]?');
  expect(JSON.stringify(turn)).not.toContain('haddad');
});

test('threads, turns and decisions that are not there are said in words', async () => {
  const { core, processId } = await openRefunds();
  const { threadId } = doneOf(await ask(core, { processId, question: 'Who checks the receipt?' }));
  const nobody = 'nobody' as ThreadId;
  const codes = await Promise.all([
    codeOf(core.client.chat.thread({ threadId: nobody })),
    codeOf(core.client.chat.removeThread({ threadId: nobody })),
    codeOf(core.client.chat.exportThread({ threadId: nobody })),
    codeOf(ask(core, { processId, threadId: nobody, question: 'Who?' })),
    codeOf(ask(core, { processId, threadId, question: 'Who?', replaces: 'no-turn' })),
    codeOf(core.client.chat.decide({ approvalId: 'never-asked', isAgreed: true })),
    codeOf(ask(core, { processId: 'gone' as ProcessId, question: 'Who?' })),
    codeOf(core.client.chat.threads({ processId: 'gone' as ProcessId })),
  ]);
  expect(codes).toEqual([
    'chat/no-thread',
    'chat/no-thread',
    'chat/no-thread',
    'chat/no-thread',
    'chat/no-turn',
    'chat/decided',
    'process/missing',
    'process/missing',
  ]);
});

test('a question that was left keeps nothing, and a removed thread is gone', async () => {
  const { core, processId } = await openRefunds();
  for await (const { kind } of await call(core, { processId, question: 'Who checks the receipt?' })) {
    expect(kind).toBe('asking');
    break;
  }
  expect(await core.client.chat.threads({ processId })).toEqual([]);
  const { threadId } = doneOf(await ask(core, { processId, question: 'Who checks the receipt?' }));
  await core.client.chat.removeThread({ threadId });
  expect(await core.client.chat.threads({ processId })).toEqual([]);
});

test('with its process a thread goes, and with a recording the answers that cite it', async () => {
  const { core, processId } = await openRefunds();
  const { threadId } = doneOf(await ask(core, { processId, question: 'Who checks the receipt?' }));
  const { recordings } = await core.client.process.contents({ processId });
  await core.client.recording.remove({ recordingId: recordings[0]!.recording.id });
  expect(await codeOf(core.client.chat.thread({ threadId }))).toBe('chat/no-thread');

  const other = await openRefunds();
  const kept = doneOf(await ask(other.core, { processId: other.processId, question: 'Who checks the receipt?' }));
  await other.core.client.process.remove({ processId: other.processId });
  expect(await codeOf(other.core.client.chat.thread({ threadId: kept.threadId }))).toBe('chat/no-thread');
});

test('two threads are answered at once', async () => {
  const { core, processId } = await openRefunds();
  const questions = ['Who checks the receipt?', 'Who enters the amount?'];
  const both = await Promise.all(questions.map((question) => ask(core, { processId, question })));
  expect(both.map((events) => doneOf(events).turn.question)).toEqual(questions);
  expect(new Set(both.map((events) => doneOf(events).threadId)).size).toBe(2);
});

type Wish = Pick<ChatWish, 'processId' | 'question'> & Partial<ChatWish>;

const call = (core: Core, wish: Wish) => core.client.chat.ask({ threadId: null, writer: 'none', ...wish });

async function ask(core: Core, wish: Wish): Promise<ChatEvent[]> {
  return Array.fromAsync(await call(core, wish));
}

function doneOf(events: readonly ChatEvent[]): Extract<ChatEvent, { kind: 'done' }> {
  const last = events.at(-1);
  if (last?.kind !== 'done') throw new Error(`the last event is ${last?.kind}`);
  return last;
}

const codeOf = async (work: Promise<unknown>): Promise<string | undefined> =>
  work.then(
    () => undefined,
    (error: unknown) => readProblem(error)?.code,
  );

async function openRefunds(): Promise<{ core: Core; processId: ProcessId }> {
  const core = await createTestCore();
  const source = findRecordingSource(writeTranscript(createTestFolder()), {
    actor: 'Ida',
    role: 'support agent',
    title: undefined,
  });
  const { process } = await finish(runFlow(core.host, { process: { name: 'refunds' }, sources: [source] }));
  return { core, processId: process.id };
}
