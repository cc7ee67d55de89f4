// The grammar: a pattern names what a question must have.
//
//   HANDOFF        the concept must be there            HANDOFF|RECEIVE   one of them
//   MOST?          may be there                         {role}            a name of that kind, in this order
//   {role|person}  a name of one of the kinds           {activity}?       may be there
//   !COUNT         the concept must not be there
//   {person}? TOPIC   the name is that of who speaks: before the word for speaking, or after "by"
//   TOPIC          words that are no name and no concept, or any after what the pattern takes: matched against findings
//
// Every name of a question must be taken by the pattern, and every word be known: a question is never answered as if
// some of it had not been said. Concepts left over count against it; those not in WEAK forbid it.
import { NameKind } from '../../domain/answer.ts';
import type { AskedName } from './kind.ts';
import { type Concept, WEAK } from './concepts.ts';
import { joinNumbers } from '../words/say-number.ts';
import type { NamedSpan, Reading } from './read-question.ts';

export interface Match {
  readonly score: number;
  readonly mentions: readonly AskedName[];
  readonly topic: readonly string[];
}

const SCORES = { concept: 2, name: 3, optional: 0.5, soft: 0.5, topic: 1, left: -0.5 } as const;

/** A pattern read once. */
export interface Pattern {
  readonly parts: readonly Part[];
}

export const readPattern = (text: string): Pattern => ({ parts: text.split(' ').map(readPart) });

export function matchPattern({ parts }: Pattern, reading: Reading): Match | undefined {
  const hasTopic = parts.some(({ kind }) => kind === 'topic');
  if (!hasTopic && reading.unknown.length > 0) return undefined;
  const taken = new Set<Concept>();
  let score = 0;
  for (const part of parts) {
    if (part.kind === 'never' && reading.concepts.has(part.concept)) return undefined;
    if (part.kind !== 'concept') continue;
    const there = part.of.filter((concept) => reading.concepts.has(concept));
    // "Yusuf's job": what a name is called beside it may be what is asked for.
    const isSoft = !part.isOptional && part.of.some((concept) => reading.soft.has(concept));
    if (there.length === 0 && !part.isOptional && !isSoft) return undefined;
    for (const concept of there) taken.add(concept);
    // "How many people do it" asks for people more than for how often.
    if (there.length === 0 && isSoft) score += SCORES.soft;
    if (there.length > 0) score += part.isOptional ? SCORES.optional : SCORES.concept;
  }
  const slots = parts.flatMap((part) => (part.kind === 'slot' ? [part] : []));
  if (hasTopic) return matchTopic(reading, { taken, score, slots });
  const left = [...reading.concepts].filter((concept) => !taken.has(concept));
  if (left.some((concept) => !WEAK.has(concept))) return undefined;
  const mentions = fillSlots(slots, reading.spans) ?? fillSlots(slots, leaveOutThings(reading));
  if (mentions === undefined) return undefined;
  return { score: score + SCORES.name * mentions.length + SCORES.left * left.length, mentions, topic: [] };
}

interface TopicWish {
  readonly taken: ReadonlySet<Concept>;
  readonly score: number;
  readonly slots: readonly Slot[];
}

/** All words that say something and were not taken for the concepts of the pattern. */
function matchTopic(reading: Reading, { taken, score, slots }: TopicWish): Match | undefined {
  // What is asked for in words that say nothing themselves ("why", "how many") would be lost.
  if ([...reading.concepts].some((concept) => !WEAK.has(concept) && !taken.has(concept) && isSilent(reading, concept)))
    return undefined;
  // Nor is "how long" answered with what is only said of the thing.
  const measure = MEASURES.find(([form]) => form.test(reading.text))?.[1];
  if (measure !== undefined && !taken.has(measure)) return undefined;
  const speaker = findSpeaker(reading, slots);
  const topic = reading.words.flatMap(({ word, isFiller }, at) => {
    if (speaker && at >= speaker.from && at < speaker.to) return [];
    const concepts = reading.conceptOf.get(at);
    const inSpan = reading.spans.some(({ from, to }) => at >= from && at < to);
    if (!inSpan && concepts?.some((concept) => taken.has(concept))) return [];
    const isEmpty = ((isFiller || EMPTY.test(word)) && !inSpan && !KEPT.test(word)) || HOLDING.test(word);
    return isEmpty || (concepts !== undefined && concepts.every((each) => WEAK.has(each)) && !inSpan) ? [] : [word];
  });
  const words = joinNumbers(topic).filter((word) => word !== '1');
  if (words.length === 0) return undefined;
  return { score: score + SCORES.topic, mentions: speaker ? [speaker.mention] : [], topic: words };
}

const isSilent = ({ words, conceptOf }: Reading, concept: Concept): boolean =>
  [...conceptOf].every(([at, concepts]) => !concepts.includes(concept) || words[at]!.isFiller);

const MEASURES: readonly (readonly [RegExp, Concept])[] = [
  [/\bhow long\b/i, 'LONG'],
  [/\bhow (?:often|frequently|regularly|many times)\b/i, 'OFTEN'],
];

interface Speaker {
  readonly from: number;
  readonly to: number;
  readonly mention: AskedName;
}

/** "Where does DANA mention ...", "... is said by DANA". */
function findSpeaker({ spans, conceptOf }: Reading, slots: readonly Slot[]): Speaker | undefined {
  const of = slots.flatMap((slot) => slot.of);
  const saidAt = [...conceptOf]
    .flatMap(([at, concepts]) => (concepts.includes('STATED') ? [at] : []))
    .toSorted((a, b) => a - b)[0];
  for (const { names, from, to, lead } of spans) {
    const kind = of.find((each) => names[each] !== undefined);
    if (kind === undefined) continue;
    // Where nothing is said to be said, a person tells of what they do themselves: "why does Dana check ...".
    const tellsOwn = saidAt === undefined && kind === 'person' && lead === null;
    if (lead !== 'by' && !tellsOwn && (saidAt === undefined || from > saidAt)) continue;
    return { from, to, mention: { kind, name: names[kind]!, lead } };
  }
  return undefined;
}

/** Also in a name they say nothing. */
const HOLDING = /^(the|a|an|of|to|in|on|at|for|and|with|be|been|being|is|are|was|were|it|its|very|too)$/;

/** Small words that change what a condition says, and numbers. */
const KEPT = /^(over|under|above|below|down|off|not|no|two|three|four|five|six|seven|eight|nine|ten|\d+)$/;

/** People who may be anybody, and adverbs, which are seldom said again in the same words. */
const EMPTY =
  /^(somebody|someone|anybody|anyone|person|people|thing|things|one|stuff|(?!reply|apply|supply|family|only|july|daily|weekly|monthly|yearly|assembly|early).{3,}ly)$/;

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
function leaveOutThings({ spans, concepts }: Reading): readonly NamedSpan[] {
  const others = spans.filter(({ names, from, to }) => names.artifact === undefined || to - from > 1);
  const passesOn = concepts.has('HANDOFF') || concepts.has('RECEIVE');
  const isBeside = others.some(
    ({ names }) => (names.activity !== undefined && names.role === undefined) || (passesOn && names.role !== undefined),
  );
  return isBeside ? others : spans;
}
