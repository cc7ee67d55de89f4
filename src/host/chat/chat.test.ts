// Conversations answered by rules: what is told, kept, found again and left out.
import { expect, test } from 'vitest';
import type { ThreadId } from '../../domain/chat.ts';
import type { ProcessId } from '../../domain/ids.ts';
import { TEST_TIME_MS } from '../testing.ts';
import { ask, call, codeOf, doneOf, openRefunds } from './testing/conversation.ts';

test('a question begins a thread, the next one goes on from it, and both are kept as they were told', async () => {
  const refunds = await openRefunds();
  const { core, processId } = refunds;
  const first = await ask(refunds, { question: 'Who checks the receipt?' });
  const { threadId } = doneOf(first);
  expect(first.map(({ kind }) => kind)).toEqual(['asking', 'sentence', 'done']);
  const second = await ask(refunds, { threadId, question: 'How long does it take?' });
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
  const refunds = await openRefunds();
  const { core } = refunds;
  const first = doneOf(await ask(refunds, { question: 'Who checks the receipt?' }));
  const { threadId } = first;
  const second = doneOf(await ask(refunds, { threadId, question: 'Who enters the amount?' }));
  const again = doneOf(await ask(refunds, { threadId, question: 'What is first?', replaces: first.turn.id }));
  expect(again.turn.id).toBe(first.turn.id);
  const { all } = await core.client.chat.thread({ threadId });
  expect(all).toEqual([again.turn, second.turn]);
});

test('what redaction takes out is in no turn, and what is told at the end is what is kept', async () => {
  const refunds = await openRefunds();
  const events = await ask(refunds, { question: 'Who writes to noor.haddad@example.com?' });
  const { turn } = doneOf(events);
  expect(turn.question).toBe('Who writes to [e-mail]?');
  expect(JSON.stringify(turn)).not.toContain('haddad');
});

test('threads, turns and decisions that are not there are said in words', async () => {
  const refunds = await openRefunds();
  const { core } = refunds;
  const { threadId } = doneOf(await ask(refunds, { question: 'Who checks the receipt?' }));
  const nobody = 'nobody' as ThreadId;
  const codes = await Promise.all([
    codeOf(core.client.chat.thread({ threadId: nobody })),
    codeOf(core.client.chat.removeThread({ threadId: nobody })),
    codeOf(core.client.chat.exportThread({ threadId: nobody })),
    codeOf(ask(refunds, { threadId: nobody, question: 'Who?' })),
    codeOf(ask(refunds, { threadId, question: 'Who?', replaces: 'no-turn' })),
    codeOf(core.client.chat.decide({ approvalId: 'never-asked', isAgreed: true })),
    codeOf(ask(refunds, { processId: 'gone' as ProcessId, question: 'Who?' })),
    codeOf(core.client.chat.threads({ processId: 'gone' })),
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
  const refunds = await openRefunds();
  const { core, processId } = refunds;
  for await (const { kind } of await call(refunds, { question: 'Who checks the receipt?' })) {
    expect(kind).toBe('asking');
    break;
  }
  expect(await core.client.chat.threads({ processId })).toEqual([]);
  const { threadId } = doneOf(await ask(refunds, { question: 'Who checks the receipt?' }));
  await core.client.chat.removeThread({ threadId });
  expect(await core.client.chat.threads({ processId })).toEqual([]);
});

test('with its process a thread goes, and with a recording the answers that cite it', async () => {
  const refunds = await openRefunds();
  const { core, processId } = refunds;
  const { threadId } = doneOf(await ask(refunds, { question: 'Who checks the receipt?' }));
  const { recordings } = await core.client.process.contents({ processId });
  await core.client.recording.remove({ recordingId: recordings[0]!.recording.id });
  expect(await codeOf(core.client.chat.thread({ threadId }))).toBe('chat/no-thread');

  const other = await openRefunds();
  const kept = doneOf(await ask(other, { question: 'Who checks the receipt?' }));
  await other.core.client.process.remove({ processId: other.processId });
  expect(await codeOf(other.core.client.chat.thread({ threadId: kept.threadId }))).toBe('chat/no-thread');
});

test('two threads are answered at once', async () => {
  const refunds = await openRefunds();
  const questions = ['Who checks the receipt?', 'Who enters the amount?'];
  const both = await Promise.all(questions.map((question) => ask(refunds, { question })));
  expect(both.map((events) => doneOf(events).turn.question)).toEqual(questions);
  expect(new Set(both.map((events) => doneOf(events).threadId)).size).toBe(2);
});
