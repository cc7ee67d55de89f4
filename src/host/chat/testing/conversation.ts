// For tests: a core that holds one small process, questions put to it, and models that say what they are told to say.
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { readProblem } from '../../../api/client.ts';
import type { ChatEvent, ChatWish } from '../../../domain/chat.ts';
import type { ProcessId } from '../../../domain/ids.ts';
import type { WriterEntry } from '../../../domain/writer.ts';
import type { Core } from '../../core.ts';
import { runFlow } from '../../flow.ts';
import { findRecordingSource } from '../../sources.ts';
import { createTestCore, createTestFolder, finish, writeTranscript } from '../../testing.ts';
import type { FakeAsked, FakeReply } from '../../writers/testing/fake-reply.ts';
import { type FakeScript, type FakeServer, openFakeServer } from '../../writers/testing/fake-server.ts';
import { entryFor } from '../../writers/testing/open-for-test.ts';

export interface Conversation {
  readonly core: Core;
  readonly processId: ProcessId;
}

/** A recording of a support agent who checks a receipt and enters an amount. */
export async function openRefunds(...options: Parameters<typeof createTestCore>): Promise<Conversation> {
  const core = await createTestCore(...options);
  const source = findRecordingSource(writeTranscript(createTestFolder()), {
    actor: 'Ida',
    role: 'support agent',
    title: undefined,
  });
  const { process } = await finish(runFlow(core.host, { process: { name: 'refunds' }, sources: [source] }));
  return { core, processId: process.id };
}

type Wish = Pick<ChatWish, 'question'> & Partial<ChatWish>;

/** In a new conversation and by rules, unless it says otherwise. */
export const call = ({ core, processId }: Conversation, wish: Wish, signal?: AbortSignal) =>
  core.client.chat.ask({ processId, threadId: null, writer: 'none', ...wish }, { signal });

export async function ask(conversation: Conversation, wish: Wish, signal?: AbortSignal): Promise<ChatEvent[]> {
  return Array.fromAsync(await call(conversation, wish, signal));
}

export function doneOf(events: readonly ChatEvent[]): Extract<ChatEvent, { kind: 'done' }> {
  const last = events.at(-1);
  if (last?.kind !== 'done') throw new Error(`the last event is ${last?.kind}`);
  return last;
}

/** The code of the problem that it ends with; undefined when it ends well. */
export const codeOf = async (work: Promise<unknown>): Promise<string | undefined> =>
  work.then(
    () => undefined,
    (error: unknown) => readProblem(error)?.code ?? String(error),
  );

/** A model on this machine, known to the workspace. */
export async function addWriter(
  { core }: Conversation,
  script: FakeScript,
  entry: Partial<WriterEntry> = {},
): Promise<{ readonly server: FakeServer; readonly writer: WriterEntry }> {
  const server = await openFakeServer(script);
  onTestFinished(() => server.close());
  const writer = entryFor(server.urlOf('openai-compatible'), entry);
  await core.client.writer.save({ writer });
  return { server, writer };
}

const Given = z.object({ sentence: z.string() });

/** What Mirror's own answer says first, said again with its number, and something that nothing supports. */
export function sayAgain({ messages }: FakeAsked): FakeReply {
  const [, first = ''] = /^\[1\] (.*)$/m.exec(messages.findLast(({ text }) => text.includes('[1]'))?.text ?? '') ?? [];
  const { sentence } = Given.parse(JSON.parse(first));
  return { text: `${sentence.replace(/\.$/, '')} [1]. This saves 42 % of all costs [1].` };
}
