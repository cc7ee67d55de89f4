// The grammar: a pattern names what a question must have.
//
//   HANDOFF        the concept must be there            HANDOFF|RECEIVE   one of them
//   MOST?          may be there                         {role}            a name of that kind, in this order
//   {role|person}  a name of one of the kinds           {activity}?       may be there
//   !COUNT         the concept must not be there
//   TOPIC          words that are no name and no concept, or any after what the pattern takes: matched against findings
//
// Every name of a question must be taken by the pattern, and every word be known: a question is never answered as if
// some of it had not been said. Concepts left over count against it; those not in WEAK forbid it.
import { NameKind } from '../../domain/answer.ts';
import type { AskedName } from './kind.ts';
import { type Concept, WEAK } from './concepts.ts';
import type { NamedSpan, Reading } from './read-question.ts';

export interface Match {
  readonly score: number;
  readonly mentions: readonly AskedName[];
  readonly topic: readonly string[];
}

const SCORES = { concept: 2, name: 3, optional: 0.5, topic: 1, left: -0.5 } as const;

export function matchPattern(pattern: string, reading: Reading): Match | undefined {
  const parts = pattern.split(' ').map(readPart);
  const hasTopic = parts.some(({ kind }) => kind === 'topic');
  if (!hasTopic && reading.unknown.length > 0) return undefined;
  const taken = new Set<Concept>();
  let score = 0;
  for (const part of parts) {
    if (part.kind === 'never' && reading.concepts.has(part.concept)) return undefined;
    if (part.kind !== 'concept') continue;
    const there = part.of.filter((concept) => reading.concepts.has(concept));
    if (there.length === 0 && !part.isOptional) return undefined;
    for (const concept of there) taken.add(concept);
    if (there.length > 0) score += part.isOptional ? SCORES.optional : SCORES.concept;
  }
  const left = [...reading.concepts].filter((concept) => !taken.has(concept));
  if (hasTopic) return matchTopic(reading, taken, score);
  if (left.some((concept) => !WEAK.has(concept))) return undefined;
  const slots = parts.flatMap((part) => (part.kind === 'slot' ? [part] : []));
  const mentions = fillSlots(slots, reading.spans) ?? fillSlots(slots, leaveOutThings(reading.spans));
  if (mentions === undefined) return undefined;
  return { score: score + SCORES.name * mentions.length + SCORES.left * left.length, mentions, topic: [] };
}

/** All words that say something and were not taken for the concepts of the pattern. */
function matchTopic(reading: Reading, taken: ReadonlySet<Concept>, score: number): Match | undefined {
  const topic = reading.words.flatMap(({ word, isFiller }, at) => {
    const concepts = reading.conceptOf.get(at);
    const inSpan = reading.spans.some(({ from, to }) => at >= from && at < to);
    if (!inSpan && concepts?.some((concept) => taken.has(concept))) return [];
    const isEmpty = isFiller && !inSpan && !KEPT.test(word);
    return isEmpty || (concepts !== undefined && concepts.every((each) => WEAK.has(each)) && !inSpan) ? [] : [word];
  });
  if (topic.length === 0) return undefined;
  return { score: score + SCORES.topic, mentions: [], topic };
}

/** Small words that change what a condition says. */
const KEPT = /^(over|under|above|below|not|no)$/;

type Part =
  | { readonly kind: 'never'; readonly concept: Concept }
  | { readonly kind: 'concept'; readonly of: readonly Concept[]; readonly isOptional: boolean }
  | Slot
  | { readonly kind: 'topic' };

interface Slot {
  readonly kind: 'slot';
  readonly of: readonly NameKind[];
  readonly isOptional: boolean;
}

function readPart(text: string): Part {
  if (text === 'TOPIC') return { kind: 'topic' };
  // A wrong name would never match; a test asks every example of every kind.
  if (text.startsWith('!')) return { kind: 'never', concept: text.slice(1) as Concept };
  const isOptional = text.endsWith('?');
  const bare = text.replace(/\?$/, '');
  if (bare.startsWith('{'))
    return { kind: 'slot', of: NameKind.array().parse(bare.slice(1, -1).split('|')), isOptional };
  return { kind: 'concept', of: bare.split('|') as Concept[], isOptional };
}

/** Names in the order of the slots; undefined where a slot stays empty or a name is left over. */
function fillSlots(slots: readonly Slot[], spans: readonly NamedSpan[]): AskedName[] | undefined {
  const [slot, ...others] = slots;
  const [span, ...rest] = spans;
  if (slot === undefined) return spans.length === 0 ? [] : undefined;
  const kind = span && slot.of.find((each) => span.names[each] !== undefined);
  if (span !== undefined && kind !== undefined) {
    const filled = fillSlots(others, rest);
    if (filled) return [{ kind, name: span.names[kind]!, lead: span.lead }, ...filled];
  }
  return slot.isOptional ? fillSlots(others, spans) : undefined;
}

/**
 * "How long do orders wait between ...": what moves through the process, said beside activities in a word, asks for
 * nothing more.
 */
function leaveOutThings(spans: readonly NamedSpan[]): readonly NamedSpan[] {
  const others = spans.filter(({ names, from, to }) => names.artifact === undefined || to - from > 1);
  return others.some(({ names }) => names.activity !== undefined) ? others : spans;
}
