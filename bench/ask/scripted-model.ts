// A model that is a script: it asks a tool of the graph, says again what it is given, with citations, and in a share of its
// answers makes up a number, a name, a quote and a citation. The same question gets the same answer every time.
import { createSplitter } from '../../src/answers/written/split-sentences.ts';
import type { FakeAsked, FakeReply } from '../../src/host/writers/testing/fake-reply.ts';
import { createRandom } from '../../src/lib/random.ts';

export interface ScriptedModel {
  answer(asked: FakeAsked): FakeReply;
  /** What it made up for the last question, without citations. */
  planted(): readonly string[];
}

export function createScriptedModel(): ScriptedModel {
  let planted: readonly string[] = [];
  return {
    answer: (asked) => {
      const turn = readTurn(asked);
      // Told that nothing of it can be used, it gives up.
      if (turn.isBlamed) return { text: 'I cannot answer this.' };
      if (!turn.hasLooked) {
        planted = [];
        return { text: 'Let me look that up.', calls: [chooseTool(turn)] };
      }
      const made = makeUp(turn);
      planted = made.map((sentence) => sentence.replaceAll(/\s*\[\d+\]/g, ''));
      // The lies stand between the facts, where they are believed most easily.
      const facts = turn.items.flatMap(({ number, sentence }) =>
        sentence === undefined ? [] : split(sentence).map((part) => `${part} [${number}]`),
      );
      const lines = facts.length === 0 ? ['I cannot answer this.'] : facts;
      return { text: ['Sure, here is what I found:', lines[0], ...made, ...lines.slice(1)].join('\n') };
    },
    planted: () => planted,
  };
}

/** One of Mirror's sentences may be several; each must be cited. */
function split(text: string): string[] {
  const splitter = createSplitter();
  return [...splitter.add(text), ...splitter.end()];
}

interface Turn {
  readonly question: string;
  readonly items: readonly { readonly number: number; readonly sentence: string | undefined }[];
  readonly hasLooked: boolean;
  readonly isBlamed: boolean;
}

/** The question it is asked now, with all that came behind it. */
function readTurn({ messages }: FakeAsked): Turn {
  const at = messages.findLastIndex(({ role, text }) => role === 'user' && text.includes('Question: '));
  const own = messages.slice(Math.max(0, at));
  const lines = own.flatMap(({ text }) => text.split('\n')).filter((line) => /^\[\d+\] \{/.test(line));
  const known = new Set(own[0]?.text.split('\n'));
  return {
    question: /Question: (.*)$/m.exec(own[0]?.text ?? '')?.[1] ?? '',
    items: lines.map((line) => ({
      number: Number(/^\[(\d+)\]/.exec(line)?.[1]),
      sentence: known.has(line) ? sentenceOf(line.slice(line.indexOf('{'))) : undefined,
    })),
    hasLooked: own.some(({ role }) => role === 'tool'),
    isBlamed: own.some(({ role, text }) => role === 'user' && text.startsWith('Nothing of that')),
  };
}

/** Of what rules have answered; findings have sentences as well, and may have nothing to do with the question. */
function sentenceOf(json: string): string | undefined {
  // Safe: Mirror wrote the line.
  const { sentence } = JSON.parse(json) as { sentence?: string };
  return sentence;
}

const TOOL_FOR: readonly (readonly [pattern: RegExp, tool: string])[] = [
  [/hand(?:s|ed|off|over)?\b|passes/i, 'handoffs'],
  [/bottleneck|wait|slow|delay/i, 'bottlenecks'],
  [/decid|decision|over \d|approv/i, 'decisions'],
  [/missing|exception|wrong|fail/i, 'exceptions'],
  [/again|rework|repeat/i, 'rework'],
  [/variant|path|ways/i, 'variants'],
  [/how many|how long|number of/i, 'counts'],
  [/copy|system|screen/i, 'transfers'],
];

/** Where rules have answered, it looks further by the words of the question; elsewhere it asks what fits them. */
function chooseTool({ question }: Turn): { name: string; input: unknown } {
  const tool = TOOL_FOR.find(([pattern]) => pattern.test(question))?.[1];
  return tool === undefined
    ? { name: 'search_evidence', input: { words: question.slice(0, 200) } }
    : { name: tool, input: {} };
}

/** None to four of them, and where there is nothing to say always some. */
function makeUp({ question, items }: Turn): string[] {
  const random = createRandom(
    question.split('').reduce((sum, letter) => Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0), 7),
  );
  const one = items[Math.floor(random() * items.length)];
  const mark = one === undefined ? '[1]' : `[${one.number}]`;
  // A true sentence with another number in it: one sentence, for its other halves would go uncited anyway.
  const fact = items
    .flatMap(({ number, sentence = '' }) => split(sentence).map((text) => ({ number, text })))
    .find(({ text }) => /\d/.test(text));
  const number =
    fact === undefined
      ? `There are 987 cases of it ${mark}.`
      : `${fact.text.replace(/\d+(?:\.\d+)?/, (digits) => String(Number(digits) * 3 + 7))} [${fact.number}]`;
  const lies = [
    number,
    `Kevin Quibble looks after the cases ${mark}.`,
    `Somebody says “we have always left this out on Fridays” ${mark}.`,
    'The process takes its time [998].',
  ];
  const kept = lies.filter(() => random() < 0.5);
  return kept.length > 0 || items.some(({ sentence }) => sentence !== undefined) ? kept : lies;
}
