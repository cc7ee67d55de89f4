// In: a question that was read. Out: the kind it is, with its names; by grammar first, then by likeness to examples.
import type { UnderstoodQuestion } from '../../domain/answer.ts';
import type { LogSlice } from '../../domain/comparison.ts';
import { foldWords } from '../../lib/fold-words.ts';
import { keepFor } from '../../lib/keep-for.ts';
import { cosine } from '../../lib/cosine.ts';
import { rootOf } from '../names/same-word.ts';
import { type Concept, findConcepts, WEAK } from './concepts.ts';
import type { AskedName, QuestionKind } from './kind.ts';
import { matchPattern, readPattern } from './match-pattern.ts';
import type { Reading } from './read-question.ts';

export interface Recognised {
  readonly kind: QuestionKind;
  readonly mentions: readonly AskedName[];
  readonly topic: readonly string[];
}

const patternsOf = keepFor((kind: QuestionKind) => kind.patterns.map(readPattern));

/** Where several kinds fit, the one that takes most of the question; of equals the first. */
export function recogniseByGrammar(reading: Reading, kinds: readonly QuestionKind[]): Recognised[] {
  const found = kinds.flatMap((kind) => {
    const matches = patternsOf(kind).flatMap((pattern) => matchPattern(pattern, reading) ?? []);
    const best = matches.toSorted((a, b) => b.score - a.score)[0];
    return best && best.score > 0 ? [{ kind, mentions: best.mentions, topic: best.topic, score: best.score }] : [];
  });
  return found.toSorted((a, b) => b.score - a.score);
}

/**
 * A question that goes on from another ("and in March?", "and for sales?") is of its kind, with what it names in place
 * of what was named. It must name something, and ask for nothing else.
 */
export function goOn(
  reading: Reading,
  { previous, slice }: { readonly previous: UnderstoodQuestion | undefined; readonly slice: LogSlice | null },
  kinds: readonly QuestionKind[],
): Recognised | undefined {
  if (previous === undefined || !reading.goesOn || reading.unknown.length > 0) return undefined;
  const kind = kinds.find(({ id }) => id === previous.kind);
  if (kind === undefined || (reading.spans.length === 0 && slice === null)) return undefined;
  if ([...reading.concepts].some((concept) => !WEAK.has(concept))) return undefined;
  const mentions = [...previous.mentions];
  for (const { names, lead } of reading.spans) {
    // The last name of that kind is the one that changes: "from A to B?" goes on with "and to C?".
    const at = mentions.findLastIndex((mention) => names[mention.kind] !== undefined);
    const known = mentions[at];
    if (known === undefined) return undefined;
    mentions[at] = {
      kind: known.kind,
      name: names[known.kind] ?? known.name,
      lead: lead === 'for' ? known.lead : (lead ?? known.lead),
    };
  }
  return { kind, mentions, topic: previous.topic };
}

/** An example wording and its vector; likeness is only looked for among those with the same slots. */
export interface ExampleVector {
  readonly kind: QuestionKind;
  readonly example: string;
  readonly vector: Float32Array;
}

/** How alike a wording must be to be answered: the same question in other words, not one about the same thing. */
const LEAST_LIKENESS = 0.72;

export function nearestExamples(
  vector: Float32Array,
  examples: readonly ExampleVector[],
): { kind: QuestionKind; example: string; likeness: number }[] {
  const rated = examples.map(({ kind, example, vector: other }) => ({
    kind,
    example,
    likeness: cosine(vector, other),
  }));
  const seen = new Set<string>();
  return rated
    .toSorted((a, b) => b.likeness - a.likeness)
    .filter(({ kind }) => !seen.has(kind.id) && seen.add(kind.id));
}

/** The kind whose example is nearly the question, with its names in the order of the slots; undefined where none is. */
export function recogniseByLikeness(
  reading: Reading,
  nearest: () => ReturnType<typeof nearestExamples>,
): Recognised | undefined {
  if (reading.unknown.length > 0) return undefined;
  for (const { kind, example, likeness } of nearest()) {
    if (likeness < LEAST_LIKENESS) return undefined;
    const slots = example.match(/\{\w+\}/g) ?? [];
    if (
      slots.length !== reading.spans.length ||
      !asksTheSame(reading, example) ||
      kind.patterns.some((pattern) => pattern.includes('TOPIC'))
    )
      continue;
    const mentions = slots.flatMap((slot, at) => {
      const span = reading.spans[at];
      const want = slot.slice(1, -1) as AskedName['kind'];
      const name = span?.names[want];
      return span && name !== undefined ? [{ kind: want, name, lead: span.lead }] : [];
    });
    if (mentions.length === slots.length) return { kind, mentions, topic: [] };
  }
  return undefined;
}

/** Both must ask for the same, but for words that often say nothing: "how often" is not "what for". */
function asksTheSame({ concepts }: Reading, example: string): boolean {
  const asked = findConcepts(foldWords(example).map(({ word }) => rootOf(word))).map(({ concept }) => concept);
  const strong = (list: Iterable<Concept>): string =>
    [...new Set(list)]
      .filter((concept) => !WEAK.has(concept) || concept === 'WHO' || concept === 'WHERE' || concept === 'HOW')
      .toSorted()
      .join(' ');
  return strong(concepts) === strong(asked);
}

/** The question with its names replaced by what they are: "who does {activity}". */
export function maskNames({ words, spans }: Reading): string {
  return words
    .flatMap(({ word }, at) => {
      const span = spans.find(({ from, to }) => at >= from && at < to);
      if (span === undefined) return [word];
      return span.from === at ? [Object.keys(span.names)[0] ?? word] : [];
    })
    .join(' ');
}
