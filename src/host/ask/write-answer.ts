// In: a question of a conversation, who may write, and the gate. Out: a checked answer, by rules or by a model, as it comes.
import { createStandIns, type StandIns } from '../../answers/stand-ins/stand-ins.ts';
import { type Candidate, chooseWriter } from '../../answers/written/choose-writer.ts';
import { itemsOfAnswer } from '../../answers/written/items-of.ts';
import { numberItems } from '../../answers/written/prompt.ts';
import type { Openness } from '../../answers/written/show.ts';
import { sumUp } from '../../answers/tools/cite-some.ts';
import type { WrittenAnswer } from '../../domain/answer.ts';
import type { ChatEvent } from '../../domain/chat.ts';
import { MirrorError } from '../../domain/errors.ts';
import type { ProcessId } from '../../domain/ids.ts';
import type { ReleaseLevel } from '../../domain/policy.ts';
import type { WriterBudget, WriterChoice } from '../../domain/writer.ts';
import { estimateTokens } from '../../lib/estimate-tokens.ts';
import type { Writer, WriterGate } from '../../needs/writer.ts';
import type { Host } from '../host.ts';
import type { ToldNames } from '../off-thread/answer-questions.ts';
import { getProcess } from '../views.ts';
import { type Opening, openRequest, weigh } from './write-answer-request.ts';
import { takeTurns, type Turns } from './write-answer-turns.ts';

export interface WriterOffer {
  readonly writer: Writer;
  readonly strength: 'light' | 'strong';
  /** Why it may not be asked under the policy, in words. */
  readonly refusal: string | null;
}

export interface WriteWish {
  readonly processId: ProcessId;
  readonly question: string;
  /** Of this conversation, the oldest first. */
  readonly earlier: readonly { readonly question: string; readonly answer: WrittenAnswer }[];
  readonly choice: WriterChoice;
  readonly writers: readonly WriterOffer[];
  /** What may leave this machine; models on it read everything. */
  readonly release: ReleaseLevel;
  readonly budget: WriterBudget;
  readonly spentTodayUsd: number;
  readonly gate: WriterGate;
  /** Of this conversation; without them names change from question to question. */
  readonly standIns?: StandIns;
}

export type WriteEvent = Extract<ChatEvent, { kind: 'asking' | 'looking' | 'sentence' }>;

export interface WriteOptions {
  readonly signal: AbortSignal;
  /** Told after each request of which the cost is known. */
  readonly spent?: (writerId: string, usd: number) => void;
  /** Takes out of a text what the workspace keeps out of everything that it stores. */
  readonly clean?: (text: string) => string;
}

/**
 * Rules answer first. Where they do, their values are the answer's, whoever writes it. Every sentence that is yielded has
 * been checked against what it cites.
 * @throws process/*, writer/not-allowed, writer/over-budget, writer/too-small, what the writer and its gate throw
 */
export async function* writeAnswer(
  host: Host,
  wish: WriteWish,
  options: WriteOptions,
): AsyncGenerator<WriteEvent, WrittenAnswer> {
  const { processId, question, earlier, choice } = wish;
  const previous = earlier.at(-1)?.answer.understood ?? undefined;
  const byRules = await host.asking.ask(host, { processId, question, previous }, options.signal);
  // Whoever names a model is asked nothing else; only for the others rules may be enough.
  if (choice === 'none' || wish.writers.length === 0 || (choice === 'auto' && byRules.isAnswered)) {
    refuse(wish, byRules, []);
    return yield* sayByRules(byRules);
  }
  const told = await host.asking.listNames(host, processId, options.signal);
  const standIns = wish.standIns ?? createStandIns();
  standIns.learn(told.standIns);
  const asked: Asking = { host, wish, options, byRules, told, standIns };
  const prepared = new Map<string, Prepared>();
  for (const offer of wish.writers) {
    const ready = offer.refusal === null ? prepare(asked, offer) : undefined;
    if (ready !== undefined) prepared.set(offer.writer.id, ready);
  }
  const order = refuse(wish, byRules, [...prepared.values()]);
  return yield* askInTurn(
    asked,
    order.flatMap((id) => prepared.get(id) ?? []),
  );
}

interface Asking {
  readonly host: Host;
  readonly wish: WriteWish;
  readonly options: WriteOptions;
  readonly byRules: WrittenAnswer;
  readonly told: ToldNames;
  readonly standIns: StandIns;
}

/** A writer with its first request. */
interface Prepared {
  readonly writer: Writer;
  readonly openness: Openness;
  readonly names: ReadonlySet<string>;
  readonly seeds: ReturnType<typeof numberItems>;
  readonly opening: Opening;
  readonly hide: (text: string) => string;
  readonly show: (text: string) => string;
}

/** Undefined for a model that reads too little, unless it was chosen. @throws writer/too-small */
function prepare(
  { host, wish, options, byRules, told, standIns }: Asking,
  { writer }: WriterOffer,
): Prepared | undefined {
  const level = writer.isBeyond ? wish.release : 'text';
  const openness = level === 'figures' || level === 'nothing' ? 'figures' : 'words';
  const hasStandIns = level !== 'text';
  const clean = options.clean ?? ((text: string): string => text);
  const hide = hasStandIns ? (text: string): string => standIns.hide(clean(text)) : clean;
  const show = hasStandIns ? standIns.show : (text: string): string => text;
  const names = new Set([getProcess(host.store, wish.processId).name, ...told.known.map(({ name }) => name)]);
  const seeds = numberItems({ items: itemsOfAnswer(byRules, { openness, names }) }, 1);
  const { question, earlier } = wish;
  try {
    const opening = openRequest({ question, earlier, seeds, openness, hide, hasStandIns, writer });
    return { writer, openness, names, seeds, opening, hide, show };
  } catch (error) {
    if (wish.choice === 'auto' && error instanceof MirrorError && error.code === 'writer/too-small') return undefined;
    throw error;
  }
}

/** The ids of those who are asked, in order. @throws writer/not-allowed, writer/over-budget */
function refuse(
  { choice, writers, budget, spentTodayUsd }: WriteWish,
  byRules: WrittenAnswer,
  ready: readonly Prepared[],
): readonly string[] {
  const candidates = writers.flatMap(({ writer, strength, refusal }): Candidate[] => {
    const prepared = ready.find((each) => each.writer.id === writer.id);
    if (refusal === null && prepared === undefined) return [];
    return [{ id: writer.id, title: writer.title, strength, refusal, costUsd: prepared ? boundOf(prepared) : null }];
  });
  const chosen = chooseWriter({ choice, isAnswered: byRules.isAnswered, candidates, budget, spentTodayUsd });
  if (chosen.do === 'rules') return [];
  if (chosen.do === 'ask') return chosen.ids;
  const title = writers.find(({ writer }) => writer.id === choice)?.writer.title ?? choice;
  const code = chosen.why === 'over-budget' ? 'writer/over-budget' : 'writer/not-allowed';
  const detail = chosen.why === 'unknown' ? 'there is no such model' : chosen.detail;
  throw new MirrorError(code, { data: { title, detail } });
}

/** The first request and one with what the tools gave: fewer answer nothing. */
function boundOf({ writer: { price }, opening }: Prepared): number | null {
  if (price === null) return null;
  const { messages, tools, window, maxOutputTokens } = opening;
  const first = weigh(messages) + estimateTokens(JSON.stringify(tools));
  const second = Math.min(window, first + 4000);
  return ((first + second) * price.input + 2 * maxOutputTokens * price.output) / 1_000_000;
}

/** One after the other, until one has said something that stands. */
async function* askInTurn(asked: Asking, writers: readonly Prepared[]): AsyncGenerator<WriteEvent, WrittenAnswer> {
  const { wish, byRules } = asked;
  const spend = {
    removed: 0,
    bytes: 0,
    usd: 0,
    tools: [] as WrittenAnswer['tools'],
    last: undefined as Turns | undefined,
  };
  for (const prepared of writers) {
    yield { kind: 'asking', writer: prepared.writer.title };
    const turns = yield* askOne(asked, prepared, spend);
    spend.removed += turns.removed;
    spend.tools = [...spend.tools, ...turns.tools];
    spend.last = turns;
    if (turns.said.length > 0) return yield* finish(asked, prepared, { turns, spend });
  }
  const { removed, bytes: egressBytes, tools, last } = spend;
  const paid = { removed, egressBytes, tools, tokens: last?.tokens ?? null, costUsd: last?.costUsd ?? null };
  if (writers.length === 0 || byRules.isAnswered || wish.choice === 'none')
    return yield* sayByRules({ ...byRules, ...paid });
  return { ...byRules, ...paid, answer: `${explain(last?.stopped ?? null)} ${byRules.answer}`.trim() };
}

function explain(stopped: Turns['stopped']): string {
  if (stopped === 'budget') return 'The model was stopped: one more request would cost more than may be spent.';
  if (stopped === 'room') return 'The model was stopped: it has no room left to read what the tools found.';
  return 'The model wrote nothing that the evidence of this process supports.';
}

interface Spend {
  readonly removed: number;
  bytes: number;
  usd: number;
  readonly tools: WrittenAnswer['tools'];
}

async function* askOne(
  { host, wish, options, told }: Asking,
  prepared: Prepared,
  spend: Spend,
): AsyncGenerator<WriteEvent, Turns> {
  const { writer, openness, names, opening, seeds, hide, show } = prepared;
  const { budget, spentTodayUsd, gate } = wish;
  const affords = (usd: number): boolean =>
    usd === 0 ||
    ((budget.perQuestionUsd === null || spend.usd + usd <= budget.perQuestionUsd) &&
      (budget.perDayUsd === null || spentTodayUsd + spend.usd + usd <= budget.perDayUsd));
  return yield* takeTurns({
    writer,
    opening,
    seeds,
    hide,
    show,
    affords,
    desk: { host, processId: wish.processId, openness, names },
    question: wish.question,
    vocabulary: told.known,
    signal: options.signal,
    gate: {
      pass: (outbound) => gate.pass(outbound),
      sent: (bytes) => {
        spend.bytes += bytes;
        gate.sent(bytes);
      },
    },
    spent: (usd) => {
      if (usd === 0) return;
      spend.usd += usd;
      options.spent?.(writer.id, usd);
    },
  });
}

/** With the first sentence of the rules where they answer and nobody has said it: their figures are the answer's. */
async function* finish(
  { byRules }: Asking,
  { writer, seeds }: Prepared,
  { turns, spend }: { readonly turns: Turns; readonly spend: Spend },
): AsyncGenerator<WriteEvent, WrittenAnswer> {
  const numbers = new Set(seeds.map(({ number }) => number));
  const isTold = !byRules.isAnswered || turns.said.some(({ items }) => items.some(({ number }) => numbers.has(number)));
  const head = byRules.sentences[0];
  const missing = isTold || head === undefined ? [] : [head];
  for (const sentence of missing) yield { kind: 'sentence', sentence };
  const sentences = [...turns.said.map(({ sentence }) => sentence), ...missing];
  const cited = turns.said.flatMap(({ items }) => items);
  const { understood, values, definition, n, provenance, followUps, isAnswered } = byRules;
  return {
    answer: sentences.map(({ text }) => text).join(' '),
    isAnswered: true,
    understood: isAnswered ? understood : null,
    values: isAnswered ? values : {},
    sentences,
    definition: isAnswered ? definition : null,
    n: isAnswered ? n : null,
    provenance: isAnswered ? provenance : sumUp(cited),
    followUps,
    model: writer.title,
    egressBytes: spend.bytes,
    removed: spend.removed,
    tools: spend.tools,
    tokens: turns.tokens,
    costUsd: turns.costUsd,
  };
}

async function* sayByRules(answer: WrittenAnswer): AsyncGenerator<WriteEvent, WrittenAnswer> {
  yield { kind: 'asking', writer: null };
  for (const sentence of answer.sentences) yield { kind: 'sentence', sentence };
  return answer;
}
