// In: a model with its first request. Out: the sentences of it that are true to what it was given, as they come.
import { checkSentence, type Failure } from '../../answers/written/check/check-sentence.ts';
import type { KnownName } from '../../answers/written/check/check-names.ts';
import type { GivenItem } from '../../answers/written/item.ts';
import { fitItems, isRefusal, numberItems, renderGiven } from '../../answers/written/prompt.ts';
import { createSplitter, isTalk } from '../../answers/written/split-sentences.ts';
import type { AnswerSentence, ToolUse } from '../../domain/answer.ts';
import { estimateTokens } from '../../lib/estimate-tokens.ts';
import type { Writer, WriterCall, WriterGate, WriterMessage } from '../../needs/writer.ts';
import type { WriteEvent } from './write-answer.ts';
import { type Opening, weigh } from './write-answer-request.ts';
import { type ToolDesk, useTool } from './write-answer-tools.ts';

/** Requests for one question, and calls in all of them together. */
const [MOST_ROUNDS, MOST_CALLS] = [6, 12];

export interface TurnsWish {
  readonly writer: Writer;
  readonly opening: Opening;
  readonly desk: ToolDesk;
  readonly seeds: readonly GivenItem[];
  readonly question: string;
  readonly vocabulary: readonly KnownName[];
  readonly hide: (text: string) => string;
  readonly show: (text: string) => string;
  readonly gate: WriterGate;
  /** Whether a request that may cost so much may still be sent. */
  readonly affords: (usd: number) => boolean;
  readonly spent: (usd: number) => void;
  readonly signal: AbortSignal;
}

export interface Turns {
  readonly said: readonly { readonly sentence: AnswerSentence; readonly items: readonly GivenItem[] }[];
  readonly removed: number;
  readonly tools: readonly ToolUse[];
  /** Why it was asked no more before it was done: the next request would not have fitted, or cost too much. */
  readonly stopped: 'room' | 'budget' | null;
  /** Null where one of the requests does not say. */
  readonly tokens: { readonly input: number; readonly output: number } | null;
  readonly costUsd: number | null;
}

interface Removed {
  readonly text: string;
  readonly failure: Failure;
  readonly what: string;
}

export async function* takeTurns(wish: TurnsWish): AsyncGenerator<WriteEvent, Turns> {
  const { opening, writer, signal } = wish;
  const messages: WriterMessage[] = [...opening.messages];
  const given: GivenItem[] = [...wish.seeds];
  const said: Turns['said'][number][] = [];
  const tools: ToolUse[] = opening.leftOut > 0 ? [{ tool: 'conversation', input: {}, leftOut: opening.leftOut }] : [];
  const bill = openBill(writer);
  let [removed, calls, hasComplained] = [0, 0, false];
  let stopped: Turns['stopped'] = null;

  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    signal.throwIfAborted();
    const isLast = round === MOST_ROUNDS - 1 || calls >= MOST_CALLS;
    const request = {
      messages,
      tools: isLast ? [] : opening.tools,
      maxOutputTokens: opening.maxOutputTokens,
    };
    const size = weigh(messages) + sizeOf(request.tools);
    // What does not fit is not sent: a server would cut it off, and nobody would know where.
    if (size + opening.maxOutputTokens > opening.window) stopped = 'room';
    else if (!wish.affords(bill.bound(size, opening.maxOutputTokens))) stopped = 'budget';
    if (stopped !== null) break;

    const reply = yield* listen(wish, request, { given, said, size, bill });
    removed += reply.removed.length;
    if (reply.calls.length > 0 && !isLast) {
      const kept = reply.calls.slice(0, MOST_CALLS - calls);
      calls += kept.length;
      messages.push({ role: 'assistant', text: reply.raw, calls: kept });
      messages.push(yield* answerCalls(kept, { ...wish, given, tools, size: size + weigh(messages.slice(-1)) }));
      if (calls >= MOST_CALLS)
        messages.push({ role: 'user', text: 'No more tools. Answer now from the items you have.' });
      continue;
    }
    // Once it is told why nothing of what it wrote can be used; whoever cannot do better then, cannot.
    if (said.length > 0 || reply.removed.length === 0 || hasComplained) break;
    hasComplained = true;
    messages.push(
      { role: 'assistant', text: reply.raw, calls: [] },
      { role: 'user', text: complain(reply.removed, wish.hide) },
    );
  }
  return { said, removed, tools, stopped, ...bill.total() };
}

const sizeOf = (tools: Opening['tools']): number =>
  tools.reduce((sum, tool) => sum + estimateTokens(JSON.stringify(tool)) + 8, 0);

interface Reply {
  /** As it came, with its stand-ins. */
  readonly raw: string;
  readonly calls: readonly WriterCall[];
  readonly removed: readonly Removed[];
}

interface Tokens {
  readonly input: number;
  readonly output: number;
}

interface Listening {
  readonly given: readonly GivenItem[];
  readonly said: Turns['said'][number][];
  /** Tokens of the request, from above. */
  readonly size: number;
  readonly bill: Bill;
}

/** One request: each sentence is checked when it is whole, and said at once. What was sent is paid, also when it is stopped. */
async function* listen(
  { writer, gate, signal, show, vocabulary, question, spent }: TurnsWish,
  request: Parameters<Writer['write']>[0],
  { given, said, size, bill }: Listening,
): AsyncGenerator<WriteEvent, Reply> {
  const splitter = createSplitter();
  const [calls, removed]: [WriterCall[], Removed[]] = [[], []];
  let [raw, tokens]: [string, Tokens | null] = ['', null];
  const judge = (sentence: string): AnswerSentence | undefined => {
    const checked = checkSentence(show(sentence), { given, vocabulary, question });
    if (!checked.isSaid) {
      if (!isRefusal(checked.text) && !(checked.failure === 'uncited' && isTalk(checked.text))) removed.push(checked);
      return undefined;
    }
    if (said.some((other) => other.sentence.text === checked.text)) return undefined;
    const one = { text: checked.text, citations: checked.citations };
    said.push({ sentence: one, items: checked.items });
    return one;
  };
  let hasLeft = false;
  const watched: WriterGate = {
    pass: (outbound) => gate.pass(outbound),
    sent: (bytes) => {
      hasLeft = true;
      gate.sent(bytes);
    },
  };
  try {
    for await (const part of writer.write(request, { signal, purpose: 'answer a question', gate: watched })) {
      hasLeft = true;
      signal.throwIfAborted();
      if (part.kind === 'call') calls.push(part.call);
      if (part.kind === 'end') tokens = part.tokens;
      if (part.kind !== 'text') continue;
      raw += part.text;
      for (const sentence of splitter.add(part.text).map(judge)) if (sentence) yield { kind: 'sentence', sentence };
    }
  } finally {
    if (hasLeft) spent(bill.add(tokens, { input: size, output: estimateTokens(raw) }));
  }
  for (const sentence of splitter.end().map(judge)) if (sentence) yield { kind: 'sentence', sentence };
  return { raw, calls, removed };
}

interface Calling extends TurnsWish {
  readonly given: GivenItem[];
  readonly tools: ToolUse[];
  /** Tokens of the request so far. */
  readonly size: number;
}

async function* answerCalls(calls: readonly WriterCall[], wish: Calling): AsyncGenerator<WriteEvent, WriterMessage> {
  const { opening, desk, given, tools, hide, show, signal } = wish;
  const results: { id: string; name: string; text: string }[] = [];
  // Half of what is free, so that the next calls find some room as well.
  let free = Math.floor((opening.window - opening.maxOutputTokens - wish.size - sizeOf(opening.tools)) / 2);
  for (const [at, { id, name, input: raw }] of calls.entries()) {
    const input = mapTexts(raw, show);
    yield { kind: 'looking', tool: name, input };
    const found = await useTool(desk, { tool: name, input, given }, signal);
    const share = Math.max(0, Math.floor(free / (calls.length - at)));
    const numbered = numberItems(found, given.length + 1);
    const { items, leftOut } = fitItems(numbered, { tokens: share, hide, estimate: estimateTokens });
    given.push(...items);
    const left = leftOut + found.leftOut;
    const text = renderGiven({ ...found, tool: name, items, leftOut: left }, hide);
    free -= estimateTokens(text);
    results.push({ id, name, text });
    tools.push({ tool: name, input, ...(left > 0 && { leftOut: left }) });
  }
  return { role: 'tool', results };
}

/** Names in what a model asks are those that it was given. */
function mapTexts(value: unknown, map: (text: string) => string): unknown {
  if (typeof value === 'string') return map(value);
  if (Array.isArray(value)) return value.map((each) => mapTexts(each, map));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mapTexts(each, map)]));
}

const WHY: Readonly<Record<Failure, string>> = {
  uncited: 'it cites no item',
  citation: 'it cites an item that was not given',
  link: 'it holds an address or markup',
  quote: 'these words do not stand in the items it cites',
  number: 'this number does not follow from the items it cites',
  name: 'this name does not stand in the items it cites',
  claim: 'the items it cites do not bear this out',
  words: 'nothing it cites says this',
};

const complain = (removed: readonly Removed[], hide: (text: string) => string): string =>
  [
    'Nothing of that can be used:',
    ...removed
      .slice(0, 5)
      .map(({ text, failure, what }) => `- ${hide(text)} (${WHY[failure]}${what === '' ? '' : `: ${hide(what)}`})`),
    'Write it again by the rules, or write: I cannot answer this.',
  ].join('\n');

interface Bill {
  /** The most that a request may cost. */
  bound(input: number, output: number): number;
  /** What it cost; by an estimate from above where the server does not say. 0 where nobody has named a price. */
  add(tokens: Tokens | null, estimate: Tokens): number;
  total(): Pick<Turns, 'tokens' | 'costUsd'>;
}

function openBill({ price }: Writer): Bill {
  let [input, output, isKnown] = [0, 0, true];
  const costOf = (read: number, wrote: number): number =>
    price === null ? 0 : (read * price.input + wrote * price.output) / 1_000_000;
  return {
    bound: costOf,
    add: (tokens, estimate) => {
      isKnown &&= tokens !== null;
      input += tokens?.input ?? 0;
      output += tokens?.output ?? 0;
      return costOf(tokens?.input ?? estimate.input, tokens?.output ?? estimate.output);
    },
    total: () => ({
      tokens: isKnown ? { input, output } : null,
      costUsd: isKnown && price !== null ? costOf(input, output) : null,
    }),
  };
}
