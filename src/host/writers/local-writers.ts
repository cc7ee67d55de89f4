// In: models that write and are installed on this machine. Out: their turns, each worked out in a child process.
import { dropThoughts } from '../../../models/writers/drop-thoughts.ts';
import type { PlainMessage } from '../../../models/transformers-writer.ts';
import { ENGINES_HERE, ModelId } from '../../domain/models.ts';
import { MirrorError } from '../../domain/errors.ts';
import type { StopSignal } from '../../lib/cancel.ts';
import type { WriterMessage, WriterPart, WriterRequest } from '../../needs/writer.ts';
import { createEventQueue } from '../chat/event-queue.ts';
import { type EngineOptions, type EngineProcess, startEngine } from '../engines/start-engine.ts';
import { toAbort } from '../engines/to-abort.ts';
import type { WriterMethods } from '../engines/writer.engine.ts';
import { listModels } from '../models/model-service.ts';
import type { ModelsFolder } from '../models/models-folder.ts';
import { requireModel } from '../models/verify-model.ts';
import { findProgram } from '../programs/programs.ts';
import type { ContextFound } from './read-context.ts';

export interface LocalWriters {
  /** Those that are installed and run in here. */
  list(): readonly { readonly id: string; readonly title: string }[];
  /**
   * One turn in plain words: tools are told of in the request itself.
   * @throws models/not-installed, models/damaged, engine/*, writer/too-long
   */
  write(model: string, request: WriterRequest, signal: StopSignal): AsyncGenerator<WriterPart, void>;
  /** By its own files. */
  readContext(model: string, signal: StopSignal): Promise<ContextFound>;
  close(): Promise<void>;
}

export function createLocalWriters(
  folder: ModelsFolder,
  { startProcess }: Pick<EngineOptions, 'startProcess'> = {},
): LocalWriters {
  let engine: EngineProcess<WriterMethods> | undefined;
  const open = (): EngineProcess<WriterMethods> =>
    (engine ??= startEngine<WriterMethods>(findProgram('writer.engine'), {
      name: 'The model that writes',
      startProcess,
    }));
  const locate = async (model: string, signal: StopSignal): Promise<string> => {
    const id = ModelId.safeParse(model);
    if (!id.success) throw new MirrorError('models/unknown', { data: { id: model } });
    return (await requireModel(folder, id.data, { signal: toAbort(signal) })).path;
  };
  return {
    list: () =>
      listModels(folder)
        .filter(
          ({ model, state }) => model.role === 'writer' && state === 'installed' && ENGINES_HERE.has(model.engine),
        )
        .map(({ model: { id, title } }) => ({ id, title })),
    write: async function* (model, { messages, maxOutputTokens }, signal) {
      const path = await locate(model, signal);
      const args = { folder: path, messages: messages.map(toPlain), maxOutputTokens };
      yield* dropThoughts(takeTurn(open(), args, signal));
    },
    readContext: async (model, signal) => {
      const path = await locate(model, signal);
      return { tokens: await open().call('readContext', path, { signal }), note: null };
    },
    close: async () => engine?.close(),
  };
}

async function* takeTurn(
  engine: EngineProcess<WriterMethods>,
  args: Parameters<WriterMethods['write']>[0],
  stop: StopSignal,
): AsyncGenerator<WriterPart, void> {
  // Whoever reads no further ends the child: it would write on for minutes.
  const left = new AbortController();
  const signal = AbortSignal.any([toAbort(stop), left.signal]);
  const said = createEventQueue<string>();
  const turn = engine.call('write', args, { signal, onPart: said.tell });
  turn.then(said.close, said.close);
  try {
    for await (const text of said.read(signal)) yield { kind: 'text', text };
    yield { kind: 'end', ...(await turn) };
  } finally {
    left.abort(new DOMException('nobody reads it', 'AbortError'));
  }
}

/** The protocol in JSON has made words of everything else. */
function toPlain(message: WriterMessage): PlainMessage {
  if (message.role === 'tool') throw new Error('a model in here is told results in words');
  return { role: message.role, content: message.text };
}
