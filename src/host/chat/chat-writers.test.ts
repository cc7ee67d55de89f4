// Conversations answered by models: what is checked and kept, stopped, asked again, left, and answered side by side.
import { expect, test } from 'vitest';
import type { WriterId } from '../../domain/writer.ts';
import { createTestCore, TEST_TIME_MS } from '../testing.ts';
import type { FakeAsked } from '../writers/testing/fake-reply.ts';
import {
  addWriter,
  ask,
  call,
  codeOf,
  type Conversation,
  doneOf,
  openRefunds,
  sayAgain,
} from './testing/conversation.ts';

const QUESTION = 'Who checks the receipt?';
const PRICE = { input: 3, output: 15 };
const other = { id: 'other' as WriterId, title: 'Other', model: 'other-1' };

test('what a model writes is checked and kept with its model; figures are those of the rules, and its cost is counted', async () => {
  const refunds = await openRefunds();
  const { writer } = await addWriter(refunds, (asked) => sayAgain(asked), { price: PRICE });
  const byRules = doneOf(await ask(refunds, { question: QUESTION })).turn.answer;
  const events = await ask(refunds, { question: QUESTION, writer: writer.id });
  const { threadId, turn } = doneOf(events);
  const [sentence] = byRules.sentences;
  expect(events).toEqual([
    { kind: 'asking', writer: 'Small' },
    { kind: 'sentence', sentence },
    { kind: 'done', threadId, turn },
  ]);
  expect(turn).toEqual({
    id: turn.id,
    askedMs: TEST_TIME_MS,
    question: QUESTION,
    answer: {
      ...byRules,
      model: 'Small',
      removed: 1,
      tokens: { input: 100, output: 10 },
      costUsd: 0.00045,
    },
  });
  expect((await refunds.core.client.chat.thread({ threadId })).all).toEqual([turn]);
  await refunds.core.client.chat.removeThread({ threadId });
  expect((await refunds.core.client.writer.list()).spentTodayUsd).toBe(0.00045);
});

test('a tool that a model asks is told, and stands in how the answer was computed', async () => {
  const refunds = await openRefunds();
  const call = { name: 'activities', input: { label: 'check receipt' } };
  const { writer } = await addWriter(refunds, (_, nth) =>
    nth === 0 ? { calls: [call] } : { text: 'I cannot answer this.' },
  );
  const events = await ask(refunds, { question: QUESTION, writer: writer.id });
  const used = { tool: call.name, input: call.input };
  expect(events.filter(({ kind }) => kind === 'looking')).toEqual([{ kind: 'looking', ...used }]);
  expect(doneOf(events).turn.answer.tools).toEqual([used]);
});

test('a question goes on from those before it; what is asked again stays in its place, and the model is another', async () => {
  const refunds = await openRefunds();
  const one = await addWriter(refunds, (asked) => sayAgain(asked), { contextTokens: 32_000 });
  const two = await addWriter(refunds, (asked) => sayAgain(asked), other);
  const first = doneOf(await ask(refunds, { question: QUESTION, writer: one.writer.id }));
  const { threadId } = first;
  const second = doneOf(await ask(refunds, { question: 'Who enters the amount?', threadId, writer: one.writer.id }));
  expect(questionsIn(one.server.asked[1])).toEqual([QUESTION, 'Who enters the amount?']);
  const again = doneOf(
    await ask(refunds, { question: QUESTION, threadId, writer: two.writer.id, replaces: first.turn.id }),
  );
  expect(questionsIn(two.server.asked[0])).toEqual([QUESTION]);
  expect([again.turn.id, again.turn.answer.model]).toEqual([first.turn.id, 'Other']);
  expect((await refunds.core.client.chat.thread({ threadId })).all).toEqual([again.turn, second.turn]);
});

test('stopping in the middle of an answer ends the request and keeps nothing', async () => {
  const refunds = await openRefunds();
  const never = Promise.withResolvers<never>();
  const { writer, server } = await addWriter(refunds, (asked) => ({ ...sayAgain(asked), holds: never.promise }));
  const stop = new AbortController();
  const asking = ask(refunds, { question: QUESTION, writer: writer.id }, stop.signal);
  await until(() => server.asked.length === 1);
  stop.abort();
  await expect(asking).rejects.toMatchObject({ name: 'AbortError' });
  expect(await server.asked[0]!.left).toBe('gone');
  expect(await refunds.core.client.chat.threads({ processId: refunds.processId })).toEqual([]);

  const events = await call(refunds, { question: QUESTION, writer: writer.id });
  expect((await events.next()).value).toEqual({ kind: 'asking', writer: 'Small' });
  await until(() => server.asked.length === 2);
  await events.return?.();
  expect(await server.asked[1]!.left).toBe('gone');
  expect(await refunds.core.client.chat.threads({ processId: refunds.processId })).toEqual([]);
});

test('a server that fails keeps nothing, and the answer that was there stays', async () => {
  const refunds = await openRefunds();
  const { writer } = await addWriter(refunds, [
    { status: 503, body: 'busy' },
    { breaksOff: 'loudly', text: 'Half' },
  ]);
  const first = doneOf(await ask(refunds, { question: QUESTION }));
  const { threadId } = first;
  const again = { question: QUESTION, threadId, replaces: first.turn.id, writer: writer.id };
  expect([await codeOf(ask(refunds, again)), await codeOf(ask(refunds, again))]).toEqual([
    'writer/overloaded',
    'egress/cut',
  ]);
  expect((await refunds.core.client.chat.thread({ threadId })).all).toEqual([first.turn]);
});

test('two threads are answered at once, whichever is first', async () => {
  const refunds = await openRefunds();
  const held = Promise.withResolvers<void>();
  const slow = await addWriter(refunds, (asked) => ({ ...sayAgain(asked), holds: held.promise }));
  const quick = await addWriter(refunds, (asked) => sayAgain(asked), other);
  const first = ask(refunds, { question: QUESTION, writer: slow.writer.id });
  await until(() => slow.server.asked.length === 1);
  const second = doneOf(await ask(refunds, { question: 'Who enters the amount?', writer: quick.writer.id }));
  held.resolve();
  expect([doneOf(await first).turn.answer.model, second.turn.answer.model]).toEqual(['Small', 'Other']);
  expect(await refunds.core.client.chat.threads({ processId: refunds.processId })).toHaveLength(2);
});

test('a core that closes while a question is answered ends it, and keeps nothing of it', async () => {
  const refunds = await openRefunds();
  const { core, processId } = refunds;
  const never = Promise.withResolvers<never>();
  const { writer, server } = await addWriter(refunds, (asked) => ({ ...sayAgain(asked), holds: never.promise }));
  const asking = ask(refunds, { question: QUESTION, writer: writer.id });
  const failed = asking.catch((error: unknown) => error);
  await until(() => server.asked.length === 1);
  await core.close();
  expect(await failed).toMatchObject({ name: 'AbortError' });
  expect(await server.asked[0]!.left).toBe('gone');
  const again = await createTestCore(core.host.workspace.path);
  expect(await again.client.chat.threads({ processId })).toEqual([]);
});

test('what is removed while a question about it is answered does not come back by its answer', async () => {
  for (const remove of [removeRecording, removeProcess, removeThread]) {
    const refunds = await openRefunds();
    const held = Promise.withResolvers<void>();
    const { writer, server } = await addWriter(refunds, (asked) => ({ ...sayAgain(asked), holds: held.promise }));
    const { threadId } = doneOf(await ask(refunds, { question: QUESTION }));
    const asking = codeOf(ask(refunds, { question: QUESTION, threadId, writer: writer.id }));
    await until(() => server.asked.length === 1);
    const code = await remove(refunds);
    held.resolve();
    expect(await asking).toBe(code);
    expect(refunds.core.host.store.findThread(threadId)).toBeUndefined();
  }
});

async function removeRecording({ core, processId }: Conversation): Promise<string> {
  const { recordings } = await core.client.process.contents({ processId });
  await core.client.recording.remove({ recordingId: recordings[0]!.recording.id });
  return 'chat/no-thread';
}

async function removeProcess({ core, processId }: Conversation): Promise<string> {
  await core.client.process.remove({ processId });
  return 'process/missing';
}

async function removeThread({ core, processId }: Conversation): Promise<string> {
  const [thread] = await core.client.chat.threads({ processId });
  await core.client.chat.removeThread({ threadId: thread!.id });
  return 'chat/no-thread';
}

const questionsIn = (asked: FakeAsked | undefined): string[] =>
  [...(asked?.messages ?? [])]
    .filter(({ role }) => role === 'user')
    .map(({ text }) => /Question: (.*)$/m.exec(text)?.[1] ?? '');

/** The server hears of a request on its own; there is no event of it to wait for here. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}
