// In: a question with its conversation, and how much a model reads at once. Out: the first request, with what fits.
import type { GivenItem } from '../../answers/written/item.ts';
import { renderItem, STAND_IN_TEXT, SYSTEM_TEXT } from '../../answers/written/prompt.ts';
import type { Openness } from '../../answers/written/show.ts';
import { listWriterTools } from '../../answers/written/writer-tools.ts';
import type { WrittenAnswer } from '../../domain/answer.ts';
import { MirrorError } from '../../domain/errors.ts';
import { estimateTokens } from '../../lib/estimate-tokens.ts';
import type { WriterMessage, WriterTool } from '../../needs/writer.ts';

/** More is read slowly and costs a lot, and a question needs less. */
const MOST_WINDOW = 32_000;
const MOST_OUTPUT = 1200;
/** What a message has around its text. */
const AROUND = 12;

export interface Opening {
  readonly messages: readonly WriterMessage[];
  readonly tools: readonly WriterTool[];
  /** Of what a request may hold, with its answer. */
  readonly window: number;
  readonly maxOutputTokens: number;
  /** Turns of the conversation that did not fit. */
  readonly leftOut: number;
}

export interface OpeningWish {
  readonly question: string;
  readonly earlier: readonly { readonly question: string; readonly answer: WrittenAnswer }[];
  readonly seeds: readonly GivenItem[];
  readonly openness: Openness;
  readonly hide: (text: string) => string;
  readonly hasStandIns: boolean;
  readonly writer: { readonly title: string; readonly contextTokens: number };
}

/** @throws writer/too-small */
export function openRequest({ question, earlier, seeds, openness, hide, hasStandIns, writer }: OpeningWish): Opening {
  const window = Math.min(writer.contextTokens, MOST_WINDOW);
  const maxOutputTokens = Math.min(MOST_OUTPUT, Math.floor(window / 5));
  const system: WriterMessage = {
    role: 'system',
    text: hasStandIns ? `${SYSTEM_TEXT}\n${STAND_IN_TEXT}` : SYSTEM_TEXT,
  };
  const known = seeds.map((item) => renderItem(item, hide));
  const asked: WriterMessage = {
    role: 'user',
    text: [
      ...(known.length > 0 ? ['Mirror itself, without a model, answers from the graph:', ...known, ''] : []),
      `Question: ${hide(question)}`,
    ].join('\n'),
  };
  const needed = weigh([system, asked]) + maxOutputTokens;
  // A third stays free for what the tools give, and the last turn goes along before the last tools: a question that goes
  // on from it means nothing without.
  let left = Math.floor((window * 2) / 3) - needed;
  const turnsBack = earlier.toReversed().map((turn) => weigh(sayTurn(turn, openness, hide)));
  const kept = Math.min(turnsBack[0] ?? 0, Math.floor(window / 5));
  left -= kept;
  const tools = takeWhile(listWriterTools(openness).toSorted(byUse), (tool) => {
    left -= estimateTokens(JSON.stringify(tool)) + 8;
    return left >= 0;
  });
  if (tools.length < FEWEST_TOOLS)
    throw new MirrorError('writer/too-small', { data: { title: writer.title, tokens: writer.contextTokens } });
  // What the first tool that did not fit would have taken is free again.
  left = Math.max(left, 0) + kept;
  const turns = takeWhile(earlier.toReversed(), (_, back) => {
    left -= turnsBack[back] ?? 0;
    return left >= 0;
  }).toReversed();
  return {
    messages: [system, ...turns.flatMap((turn) => sayTurn(turn, openness, hide)), asked],
    tools,
    window,
    maxOutputTokens,
    leftOut: earlier.length - turns.length,
  };
}

/** Fewer would be no conversation with a graph. */
const FEWEST_TOOLS = 3;

/** Where not all fit, those that answer most come first. */
const FIRST_TOOLS = [
  'ask_mirror',
  'counts',
  'search_evidence',
  'activities',
  'handoffs',
  'bottlenecks',
  'decisions',
  'exceptions',
  'neighbours',
  'stated_waits',
  'roles_systems_artifacts',
];
const byUse = (one: WriterTool, other: WriterTool): number => rankOf(one) - rankOf(other);
const rankOf = ({ name }: WriterTool): number => {
  const at = FIRST_TOOLS.indexOf(name);
  return at < 0 ? FIRST_TOOLS.length : at;
};

/** What was answered holds words of people: where those stay here, only the question goes along. */
const sayTurn = (
  { question, answer }: OpeningWish['earlier'][number],
  openness: Openness,
  hide: (text: string) => string,
): WriterMessage[] => [
  { role: 'user', text: `Question: ${hide(question)}` },
  { role: 'assistant', text: openness === 'words' ? hide(answer.answer) : 'Answered.', calls: [] },
];

/** Upper bound of the tokens of messages. */
export const weigh = (messages: readonly WriterMessage[]): number =>
  messages.reduce((sum, message) => {
    const text =
      message.role === 'tool'
        ? message.results.map((result) => `${result.name} ${result.text}`).join('\n')
        : message.role === 'assistant'
          ? `${message.text}${JSON.stringify(message.calls)}`
          : message.text;
    return sum + estimateTokens(text) + AROUND;
  }, 0);

function takeWhile<T>(list: readonly T[], fits: (each: T, at: number) => boolean): T[] {
  const end = list.findIndex((each, at) => !fits(each, at));
  return end < 0 ? [...list] : list.slice(0, end);
}
