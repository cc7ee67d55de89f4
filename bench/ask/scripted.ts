// In: a core and questions. Out: their answers written by a scripted model, asked as a window asks: through the
// conversation, the gate and a server on this machine.
import type { WrittenAnswer } from '../../src/domain/answer.ts';
import type { ProcessId } from '../../src/domain/ids.ts';
import { WriterEntry } from '../../src/domain/writer.ts';
import type { Core } from '../../src/host/core.ts';
import { openFakeServer } from '../../src/host/writers/testing/fake-server.ts';
import { createScriptedModel } from './scripted-model.ts';

export interface ScriptedAnswer extends WrittenAnswer {
  /** Sentences that the model made up, and those of them that the answer holds: there must be none. */
  readonly planted: number;
  readonly passed: readonly string[];
}

export interface Scripted {
  ask(processId: ProcessId, question: string): Promise<ScriptedAnswer>;
  close(): Promise<void>;
}

/** Adds the model to the workspace, and takes it away at the end. */
export async function openScripted({ client }: Core): Promise<Scripted> {
  const model = createScriptedModel();
  const server = await openFakeServer((asked) => model.answer(asked));
  const writer = WriterEntry.parse({
    id: 'scripted',
    title: 'Scripted',
    dialect: 'openai-compatible',
    url: server.urlOf('openai-compatible'),
    model: 'scripted-1',
    strength: 'light',
    price: null,
    contextTokens: 32_000,
    callsTools: true,
  });
  await client.writer.save({ writer });
  return {
    ask: async (processId, question) => {
      for await (const event of await client.chat.ask({ processId, threadId: null, question, writer: writer.id })) {
        if (event.kind !== 'done') continue;
        const { answer } = event.turn;
        const said = answer.sentences.map(({ text }) => text);
        const planted = answer.model === null && answer.removed === 0 ? [] : model.planted();
        return { ...answer, planted: planted.length, passed: planted.filter((lie) => said.includes(lie)) };
      }
      throw new Error(`no answer to "${question}"`);
    },
    close: async () => {
      await client.writer.remove({ writerId: writer.id });
      await server.close();
    },
  };
}
