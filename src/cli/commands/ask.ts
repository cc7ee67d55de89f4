// mirror ask [QUESTION] --process NAME
import { type MirrorClient, readProblem } from '../../api/client.ts';
import type { ChatEvent, ChatWish, ThreadId } from '../../domain/chat.ts';
import type { ProcessId } from '../../domain/ids.ts';
import { WriterChoice } from '../../domain/writer.ts';
import { MirrorError } from '../../domain/errors.ts';
import { requireWorkspace } from '../../host/workspace.ts';
import { agreeToPayload } from '../agree-to-payload.ts';
import { printJson } from '../output.ts';
import { findPerson, type Person } from '../person.ts';
import { printRest, printSentence } from '../print-answer.ts';
import { withClient } from '../with-client.ts';

interface AskOptions {
  readonly workspace: string;
  readonly process: string;
  readonly model?: string;
  readonly agree?: string;
  readonly by?: string;
  readonly json?: boolean;
}

export async function runAsk(typed: readonly string[], options: AskOptions): Promise<void> {
  const question = typed.join(' ').trim();
  const person = findPerson();
  if (question === '' && (person === undefined || options.json))
    throw new MirrorError('usage', { data: { detail: 'There is no question' } });
  requireLength(question);
  requireWorkspace(options.workspace);
  await withClient(options.workspace, async (client, signal) => {
    const { id } = await client.process.find({ name: options.process });
    const writer = WriterChoice.parse(options.model ?? 'none');
    const asking = { client, signal, person, processId: id, writer, options };
    if (question === '' && person) return converse(asking, person);
    const { threadId, turn } = await askOne(asking, { threadId: null, question });
    if (options.json) printJson({ question: turn.question, ...turn.answer, threadId });
  });
}

interface Asking {
  readonly client: MirrorClient;
  readonly signal: AbortSignal;
  readonly person: Person | undefined;
  readonly processId: ProcessId;
  readonly writer: WriterChoice;
  readonly options: Pick<AskOptions, 'agree' | 'by' | 'json'>;
}

type Done = Extract<ChatEvent, { kind: 'done' }>;

/** Asks, and prints the answer as it comes unless it is wanted as JSON. */
async function askOne(asking: Asking, wish: Pick<ChatWish, 'threadId' | 'question'>): Promise<Done> {
  const { client, signal, person, processId, writer, options } = asking;
  for await (const event of await client.chat.ask({ processId, writer, ...wish }, { signal })) {
    if (event.kind === 'payload') {
      const { agree, by } = options;
      await client.chat.decide(await agreeToPayload(event.payload, { agree, by, person, signal }));
    }
    if (event.kind === 'sentence' && !options.json) await printSentence(client, event.sentence);
    if (event.kind !== 'done') continue;
    if (!options.json) printRest(event.turn.answer);
    return event;
  }
  throw new Error('a question ended without an answer');
}

/** One question after the other, each going on from those before it, until an empty line, /quit or Ctrl-D. */
async function converse(asking: Asking, person: Person): Promise<void> {
  person.show('Ask in plain words; an empty line or /quit ends it.');
  let threadId: ThreadId | null = null;
  for (;;) {
    const question = (await person.ask('> ', asking.signal))?.trim() ?? '';
    if (question === '' || question === '/quit') return;
    try {
      requireLength(question);
      ({ threadId } = await askOne(asking, { threadId, question }));
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
