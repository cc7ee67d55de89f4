// In: a model behind a server, and a request. Out: one turn of it, as it comes. Nothing is tried twice: whoever asked is told.
import type { LanguageModelV4, LanguageModelV4StreamPart, LanguageModelV4Usage } from '@ai-sdk/provider';
import { MirrorError } from '../../src/domain/errors.ts';
import type { WriterPart, WriterRequest } from '../../src/needs/writer.ts';
import { dropThoughts } from './drop-thoughts.ts';
import { explainFailure } from './explain-failure.ts';
import { toPrompt } from './to-prompt.ts';

export interface TurnOptions {
  readonly signal: AbortSignal;
  /** As people know the server. */
  readonly host: string;
  /** Left out where a server may not know it. */
  readonly temperature?: number;
}

/** @throws writer/*; what the given `fetch` threw comes through as it is */
export async function* writeTurn(
  model: LanguageModelV4,
  request: WriterRequest,
  { signal, host, temperature }: TurnOptions,
): AsyncGenerator<WriterPart, void> {
  // The connection ends with whoever reads, also when they leave in the middle.
  const left = new AbortController();
  const abortSignal = AbortSignal.any([signal, left.signal]);
  const about = { host, model: model.modelId };
  let isOver = false;
  try {
    const { stream } = await model.doStream({ ...toPrompt(request), abortSignal, temperature });
    yield* dropThoughts(readParts(stream, about));
    isOver = true;
  } catch (error) {
    signal.throwIfAborted();
    throw explainFailure(error, about);
  } finally {
    if (!isOver) left.abort();
  }
}

type About = { readonly host: string; readonly model: string };

async function* readParts(stream: ReadableStream<LanguageModelV4StreamPart>, about: About): AsyncGenerator<WriterPart> {
  let hasSaid = false;
  let end: WriterPart | undefined;
  for await (const part of stream) {
    if (part.type === 'error') throw hasSaid ? toBreak(part.error, about) : part.error;
    if (part.type === 'text-delta' && part.delta !== '') {
      hasSaid = true;
      yield { kind: 'text', text: part.delta };
    } else if (part.type === 'tool-call') {
      hasSaid = true;
      const { toolCallId: id, toolName: name, input, providerMetadata: echo } = part;
      yield { kind: 'call', call: { id, name, input: readInput(input), ...(echo && { echo }) } };
    } else if (part.type === 'finish' && part.finishReason.raw !== undefined) {
      const { unified, raw } = part.finishReason;
      if (unified === 'content-filter' && !hasSaid)
        throw new MirrorError('writer/withheld', { data: { ...about, detail: raw } });
      end = { kind: 'end', tokens: readTokens(part.usage), isCut: unified === 'length' };
    }
  }
  // Every server says why it ends; one that does not was cut off.
  if (end === undefined) throw new MirrorError(hasSaid ? 'writer/broken-off' : 'writer/no-answer', { data: about });
  // Last: by now the connection is over, and the ledger has its line.
  yield end;
}

/** In the middle of an answer nonsense and silence are the same: the rest of it is missing. */
function toBreak(error: unknown, about: About): unknown {
  const known = explainFailure(error, about);
  const isNonsense = known instanceof MirrorError && known.code === 'writer/no-answer';
  return isNonsense ? new MirrorError('writer/broken-off', { data: about, cause: error }) : known;
}

/** What is no JSON is passed on as it is: whoever runs the tool says what is wrong with it. */
function readInput(text: string): unknown {
  try {
    return text.trim() === '' ? {} : JSON.parse(text);
  } catch {
    return text;
  }
}

function readTokens({ inputTokens, outputTokens }: LanguageModelV4Usage): { input: number; output: number } | null {
  const { total: input } = inputTokens;
  const { total: output } = outputTokens;
  return input === undefined || output === undefined ? null : { input, output };
}
