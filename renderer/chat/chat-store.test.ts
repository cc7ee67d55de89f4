import { expect, test } from 'vitest';
import type { MirrorClient } from '../../src/api/client.ts';
import type { ChatEvent, Decision } from '../../src/domain/chat.ts';
import { makeFakeChat } from '../gallery/fake-chat.ts';
import { PAYLOAD } from '../gallery/fake-payload.ts';
import { PROCESS_ID } from '../gallery/fixture-ids.ts';
import { makeProcessView } from '../gallery/make-view.ts';
import { createChatStore } from './chat-store.ts';

const WISH = { question: 'Where do cases wait longest and why?', writer: 'auto' } as const;

function makeShelf(kept: Record<string, string> = {}) {
  const shelf = new Map(Object.entries(kept));
  const getItem = (key: string): string | null => shelf.get(key) ?? null;
  return { shelf, getItem, setItem: (key: string, value: string) => void shelf.set(key, value) };
}

const clientIn = (state: Parameters<typeof makeFakeChat>[1]): MirrorClient =>
  ({ chat: makeFakeChat(makeProcessView(), state) }) as unknown as MirrorClient; // nothing else is called

/** Resolves when the conversation is as it should be. */
const until = (store: ReturnType<typeof createChatStore>, isSo: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => void (isSo() && resolve());
    store.subscribe(look);
    look();
  });

test('how the panel was left is kept, within what can be read', () => {
  const shelf = makeShelf();
  const store = createChatStore(shelf);
  store.getState().setOpen(true);
  store.getState().setWidth(9000);
  const next = createChatStore(shelf).getState();
  expect([next.isOpen, next.widthPx, createChatStore(makeShelf()).getState().widthPx]).toEqual([true, 640, 400]);
});

test('one question at a time, each answer a turn of the same thread', async () => {
  const store = createChatStore(makeShelf());
  const client = clientIn('answered');
  const first = store.getState().ask(client, PROCESS_ID, WISH);
  await store.getState().ask(client, PROCESS_ID, { ...WISH, question: 'not heard' });
  await first;
  await store.getState().ask(client, PROCESS_ID, { ...WISH, question: 'And then?' });
  const { turns, threadId } = store.getState().conversations[PROCESS_ID]!;
  expect([turns.map(({ question }) => question), threadId]).toEqual([[WISH.question, 'And then?'], 'thread-new-1']);
});

test('stopping ends it at once, and the next question is heard', async () => {
  const store = createChatStore(makeShelf());
  const client = clientIn('streaming');
  const asked = store.getState().ask(client, PROCESS_ID, WISH);
  await until(store, () => store.getState().conversations[PROCESS_ID]?.pending?.sentences.length === 1);
  store.getState().stop(PROCESS_ID);
  await asked;
  const stopped = store.getState().conversations[PROCESS_ID];
  expect([stopped?.pending, stopped?.failure, stopped?.draft]).toEqual([undefined, undefined, WISH.question]);
});

test('refusing the payload tells the core, and what it answers', async () => {
  const decisions: Decision[] = [];
  const client = clientIn('payload');
  const { decide } = client.chat;
  Object.assign(client.chat, {
    decide: (decision: Decision) => {
      decisions.push(decision);
      return decide(decision);
    },
  });
  const store = createChatStore(makeShelf());
  const asked = store.getState().ask(client, PROCESS_ID, WISH);
  await until(store, () => store.getState().conversations[PROCESS_ID]?.pending?.payload !== undefined);
  await store.getState().decide(client, PROCESS_ID, { isAgreed: false });
  await asked;
  expect([decisions, store.getState().conversations[PROCESS_ID]?.failure?.code]).toEqual([
    [{ approvalId: PAYLOAD.approvalId, isAgreed: false }],
    'policy/declined',
  ]);
});

test('an answer that breaks off is no answer', async () => {
  const store = createChatStore(makeShelf());
  async function* breakOff(): AsyncGenerator<ChatEvent> {
    yield { kind: 'asking', writer: null };
  }
  const client = { chat: { ask: async () => breakOff() } } as unknown as MirrorClient; // nothing else is called
  await store.getState().ask(client, PROCESS_ID, WISH);
  expect(store.getState().conversations[PROCESS_ID]?.failure?.title).toBe('The answer broke off');
});
