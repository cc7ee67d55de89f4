// In: a model that calls no tools, and a request with some. Out: the same turn as of one that does: it is told to answer
// with an object, and what it answers is read with patience. What cannot be read is asked for once more.
import { MirrorError } from '../../src/domain/errors.ts';
import type { WriterMessage, WriterPart, WriterRequest, WriterTool } from '../../src/needs/writer.ts';
import { beginsObject, readCalls, type Said } from './read-calls.ts';

type Ask = (request: WriterRequest) => AsyncIterable<WriterPart>;

/** @throws writer/bad-reply when the second answer cannot be read either */
export async function* askInJson(ask: Ask, request: WriterRequest, model: string): AsyncGenerator<WriterPart, void> {
  const { tools } = request;
  const plain = toPlain(request);
  if (tools.length === 0) return yield* ask(plain);
  const first = yield* readTurn(ask, plain, tools);
  if (first.said.kind !== 'broken') return yield* tell(first, request);
  const messages: readonly WriterMessage[] = [
    ...plain.messages,
    { role: 'assistant', text: first.text, calls: [] },
    { role: 'user', text: `${first.said.why} ${AGAIN}` },
  ];
  const second = yield* readTurn(ask, { ...plain, messages }, tools);
  if (second.said.kind === 'broken') throw new MirrorError('writer/bad-reply', { data: { model } });
  const tokens = first.end.tokens && second.end.tokens && add(first.end.tokens, second.end.tokens);
  yield* tell({ ...second, end: { ...second.end, tokens } }, request);
}

const AGAIN = 'Answer again: with one JSON object as described, or in plain words without any JSON.';

type End = Extract<WriterPart, { kind: 'end' }>;
type Tokens = NonNullable<End['tokens']>;

interface Turn {
  readonly text: string;
  /** What was held back of it, read. */
  readonly said: Said;
  readonly end: End;
}

/** Words go out as they come, until something begins that may be an object. */
async function* readTurn(
  ask: Ask,
  request: WriterRequest,
  tools: readonly WriterTool[],
): AsyncGenerator<WriterPart, Turn> {
  let text = '';
  let told = 0;
  for await (const part of ask(request)) {
    if (part.kind === 'end') return { text, said: readCalls(text.slice(told), tools), end: part };
    if (part.kind === 'call') continue;
    text += part.text;
    const from = beginsObject(text, told);
    if (from > told) yield { kind: 'text', text: text.slice(told, from) };
    told = Math.max(told, from);
  }
  throw new Error('a turn ended without its end');
}

function* tell({ said, end }: Turn, { messages }: WriterRequest): Generator<WriterPart, void> {
  // Ids are of the whole conversation.
  const earlier = messages.reduce((sum, each) => sum + (each.role === 'assistant' ? each.calls.length : 0), 0);
  if (said.kind === 'text' && said.text !== '') yield { kind: 'text', text: said.text };
  if (said.kind === 'calls')
    for (const [at, call] of said.calls.entries())
      yield { kind: 'call', call: { id: `call-${earlier + at + 1}`, ...call } };
  yield end;
}

const add = (one: Tokens, other: Tokens): Tokens => ({
  input: one.input + other.input,
  output: one.output + other.output,
});

/** Calls and their results as words of the conversation, and the tools as a part of what the model is told first. */
function toPlain({ messages, tools, maxOutputTokens }: WriterRequest): WriterRequest {
  const told = tools.length === 0 ? messages : tellTools(messages, describeTools(tools));
  return { messages: told.flatMap(toWords), tools: [], maxOutputTokens };
}

function tellTools(messages: readonly WriterMessage[], text: string): WriterMessage[] {
  const at = messages.findIndex(({ role }) => role === 'system');
  if (at < 0) return [{ role: 'system', text }, ...messages];
  return messages.map((each, nth) =>
    nth === at && each.role === 'system' ? { role: 'system', text: `${each.text}\n\n${text}` } : each,
  );
}

function toWords(message: WriterMessage): WriterMessage {
  if (message.role === 'tool') {
    const results = message.results.map(({ name, text }) => `Result of ${name}:\n${text}`);
    return { role: 'user', text: results.join('\n\n') };
  }
  if (message.role !== 'assistant') return message;
  const calls = message.calls.map(({ name, input }) => JSON.stringify({ tool: name, input }));
  return { role: 'assistant', text: [message.text, ...calls].filter((line) => line !== '').join('\n'), calls: [] };
}

const describeTools = (tools: readonly WriterTool[]): string =>
  [
    'You can look things up with tools. To use one, answer with one JSON object and nothing else:',
    '{"tool": "its name", "input": {...}}',
    'You are then told its result, and may use another. When you know enough, answer in plain words, without any JSON.',
    'The tools, each with the JSON Schema of its input:',
    ...tools.map(({ name, description, input }) => `- ${name}: ${description}\n  ${JSON.stringify(input)}`),
  ].join('\n');
