// In: a core, a question, and whoever sits at the terminal. Out: the answer as it comes, and what must be decided on the way.
import { type MirrorClient, readProblem } from '../api/client.ts';
import type { ChatEvent, ChatWish, ThreadId } from '../domain/chat.ts';
import { MirrorError } from '../domain/errors.ts';
import type { ProcessId } from '../domain/ids.ts';
import type { WriterChoice } from '../domain/writer.ts';
import { agreeToPayload } from './agree-to-payload.ts';
import type { Person } from './person.ts';
import { printRest, printSentence } from './print-answer.ts';

export interface Asking {
  readonly client: MirrorClient;
  readonly signal: AbortSignal;
  /** Undefined where nobody can be asked whether something may leave. */
  readonly person: Person | undefined;
  readonly processId: ProcessId;
  readonly writer: WriterChoice;
  /** The SHA-256 of a payload that was read before. */
  readonly agree: string | undefined;
  /** Who agrees, where the owner must. */
  readonly by: string | undefined;
  /** Nothing is printed on the way. */
  readonly isQuiet: boolean;
}

type Done = Extract<ChatEvent, { kind: 'done' }>;

/** Asks one question, and prints the answer as it comes. */
export async function askClient(asking: Asking, wish: Pick<ChatWish, 'threadId' | 'question'>): Promise<Done> {
  requireLength(wish.question);
  const { client, signal, processId, writer, isQuiet } = asking;
  for await (const event of await client.chat.ask({ processId, writer, ...wish }, { signal })) {
    if (event.kind === 'payload') await client.chat.decide(await agreeToPayload(event.payload, asking));
    if (event.kind === 'sentence' && !isQuiet) await printSentence(client, event.sentence);
    if (event.kind !== 'done') continue;
    if (!isQuiet) printRest(event.turn.answer);
    return event;
  }
  throw new Error('a question ended without an answer');
}

/** One question after the other, each going on from those before it, until an empty line, /quit or Ctrl-D. */
export async function converse(asking: Asking, person: Person): Promise<void> {
  person.show('Ask in plain words; an empty line or /quit ends it.');
  let threadId: ThreadId | null = null;
  for (;;) {
    const question = (await person.ask('> ', asking.signal))?.trim() ?? '';
    if (question === '' || question === '/quit') return;
    try {
      ({ threadId } = await askClient(asking, { threadId, question }));
    } catch (error) {
      const problem = error instanceof MirrorError ? error : readProblem(error);
      if (problem === undefined) throw error;
      person.show(`${problem.title}. ${problem.hint}`);
    }
    person.show('');
  }
}

function requireLength(question: string): void {
  if (question.length > 1000)
    throw new MirrorError('usage', { data: { detail: 'A question has at most 1000 characters' } });
}
