// In: a call of a model, as it wrote it, and a process. Out: items, or a problem that it can do something about.
import { z } from 'zod';
import { type AnswerInput } from '../answer-input.ts';
import { TOOLS } from '../tools/all-tools.ts';
import { type GraphName, listNames } from '../names/list-names.ts';
import { rootOf, sameWord01 } from '../names/same-word.ts';
import { foldWords } from '../../lib/fold-words.ts';
import type { LookUp } from './item.ts';
import { makeItems, openShowing } from './make-items.ts';
import type { Openness } from './show.ts';

export interface LookUpWish {
  readonly tool: string;
  readonly input: unknown;
  readonly openness: Openness;
}

/** A name that is misspelt or said in other words is mended where only one can be meant. */
export function lookUp({ tool: name, input, openness }: LookUpWish, from: AnswerInput): LookUp {
  const tool = TOOLS.find((each) => each.name === name);
  if (tool === undefined)
    return problem(`There is no tool ${name}. The tools are: ${TOOLS.map((each) => each.name).join(', ')}.`);
  const parsed = tool.input.safeParse(mendNames(withoutNulls(input), listNames(from)));
  if (!parsed.success) return problem(`${name} cannot be asked so. ${z.prettifyError(parsed.error)}`);
  // The union of all tools cannot be called with one of their inputs; each has parsed its own.
  const run = tool.run as (wish: unknown, of: AnswerInput) => object;
  return makeItems(run(parsed.data, from), {
    lists: listsOf(tool.output),
    asked: Object.values(parsed.data)
      .flatMap((value) => [value].flat())
      .filter((each) => typeof each === 'string'),
    from,
    options: openShowing(from, openness),
  });
}

/** Fields that are lists of things; a list of words is a value. */
const listsOf = (output: z.ZodObject): string[] =>
  Object.entries(output.shape).flatMap(([key, shape]) =>
    shape instanceof z.ZodArray && shape.element instanceof z.ZodObject ? [key] : [],
  );

const problem = (text: string): LookUp => ({ items: [], note: null, leftOut: 0, problem: text });

/** Models write null for what they leave out, and nothing at all for no arguments. */
function withoutNulls(input: unknown): unknown {
  if (input === null || input === undefined || input === '') return {};
  if (typeof input !== 'object' || Array.isArray(input)) return input;
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null && value !== ''));
}

const KINDS: Readonly<Record<string, readonly GraphName['kind'][]>> = {
  activity: ['activity'],
  label: ['activity'],
  source: ['activity'],
  target: ['activity'],
  role: ['role'],
  person: ['person'],
  system: ['system'],
  artifact: ['artifact'],
  name: ['role', 'system', 'artifact', 'person'],
  from: ['role', 'system', 'person'],
  to: ['role', 'system', 'person'],
  between: ['role', 'system', 'person'],
};

function mendNames(input: unknown, names: readonly GraphName[]): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input;
  return Object.fromEntries(
    Object.entries(input).map(([key, value]: [string, unknown]) => {
      const kinds = KINDS[key];
      if (kinds === undefined) return [key, value];
      const open = names.filter(({ kind }) => kinds.includes(kind));
      const mend = (text: unknown): unknown => (typeof text === 'string' ? mendName(text, open) : text);
      return [key, Array.isArray(value) ? value.map(mend) : mend(value)];
    }),
  );
}

function mendName(typed: string, names: readonly GraphName[]): string {
  if (names.some(({ name }) => name === typed)) return typed;
  const words = foldWords(typed).map(({ word }) => ({ word, stem: rootOf(word) }));
  const fits = names.filter(
    (name) => words.length > 0 && words.every((word) => name.words.some((each) => sameWord01(word, each) > 0)),
  );
  // "credit" is the credit controller where no other name has the word; whoever has no more words is meant first.
  const whole = fits.filter((name) => name.words.length === words.length);
  const [only, ...others] = new Set((whole.length > 0 ? whole : fits).map(({ name }) => name));
  return only !== undefined && others.length === 0 ? only : typed;
}
