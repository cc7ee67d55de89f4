// In: a question that no figure answers. Out: the answer in the words of those who tell it.
import { sayCount } from '../../../insights/say.ts';
import { sayList } from '../../say-list.ts';
import type { AnswerInput } from '../../answer-input.ts';
import type { Moment } from '../../tools/search-words.ts';
import type { Refused, Told } from '../kind.ts';
import { NOT_UNDERSTOOD } from '../not-understood.ts';
import { spellOut } from '../spell-out.ts';
import { findTold } from './find-told.ts';
import { AMOUNT, FREQUENCY, TIME } from './tells-asked.ts';
import { type Asked, readWanted } from './wanted.ts';

export const TOLD = 'told';

/** As many as are read at once, and how near to the best one the others must be. */
const SHOWN = 3;
const NEAR = 0.85;

/** What is said so seldom is about the same thing. */
const SELDOM = 2;

export interface ToldAnswer {
  readonly told: Told | Refused;
  readonly topic: readonly string[];
  /** Words that nobody says in any form. */
  readonly strange: readonly string[];
}

export function answerTold(question: string, input: AnswerInput): ToldAnswer {
  const wanted = readWanted(spellOut(question));
  const topic = wanted.words.map(({ word }) => word);
  const none = (why: string, strange: readonly string[] = []): ToldAnswer => ({
    told: { refused: why },
    topic,
    strange,
  });
  // One word may be said of anything.
  const isDone =
    /^\s*what (?:gets?|is|are|happens)\b/.test(wanted.text) && wanted.words.every(({ isThing }) => !isThing);
  if (wanted.words.length < 2 && !ENOUGH.has(wanted.asks) && !isDone) return none(NOT_UNDERSTOOD);
  if (wanted.words.length === 0) return none(NOT_UNDERSTOOD);
  const { moments, strange } = findTold(wanted, input);
  if (strange.length > 0) return none(`Nobody speaks of ${sayList(strange.map((word) => `“${word}”`))}.`, strange);
  const isAnything = wanted.words.length < 2 && isDone && moments.length > SELDOM;
  const [best] = isAnything ? [] : moments;
  if (best === undefined) return none(`${NOBODY[wanted.asks]}: ${topic.map((word) => `“${word}”`).join(', ')}.`);
  const near = moments.filter(({ score }) => score >= NEAR * best.score).map(({ moment }) => moment);
  return { told: tell(near, wanted.asks), topic, strange };
}

/** What is asked for narrows these enough. */
const ENOUGH: ReadonlySet<Asked> = new Set<Asked>([
  'what for',
  'how long',
  'how often',
  'how much',
  'when',
  'why',
  'what if',
]);

const NOBODY: Readonly<Record<Asked, string>> = {
  who: 'Nobody tells who does this',
  why: 'Nobody gives a reason for this',
  when: 'Nobody tells when, or under which condition',
  where: 'Nobody tells where',
  'how long': 'Nobody tells how long this takes',
  'how often': 'Nobody tells how often',
  'how much': 'Nobody tells how much',
  'how many': 'Nobody tells how many',
  'what if': 'Nobody tells what happens then',
  what: 'Nobody tells this',
  how: 'Nobody tells how',
  'what for': 'Nobody tells what it is for',
  whether: 'Nobody tells whether it is so',
};

/** The figure first where one is asked for, then who says it and how. */
function tell(moments: readonly Moment[], asks: Asked): Told {
  const shown = moments.slice(0, SHOWN);
  const form =
    asks === 'how long'
      ? TIME
      : asks === 'how often'
        ? FREQUENCY
        : asks === 'how much' && /\d/.test(shown[0]?.quote ?? '')
          ? AMOUNT
          : undefined;
  const figure = asks === 'how much' ? undefined : form?.exec(shown[0]?.quote ?? '')?.[0];
  const people = [...new Set(shown.flatMap(({ person, role }) => person ?? role ?? []))];
  const sentences = shown.map(({ quote, person, role, startMs, evidence }, at) => ({
    text: `${at === 0 && figure !== undefined ? `${figure.charAt(0).toUpperCase()}${figure.slice(1)}, as told: ` : ''}${person ?? 'Somebody'}${role === null ? '' : ` (${role})`} says at ${sayAt(startMs)}: “${quote}”`,
    evidence,
  }));
  const more = moments.length - shown.length;
  return {
    values: {
      moments: moments.length,
      people,
      quotes: shown.map(({ quote }) => quote),
      recordings: [...new Set(shown.map(({ recording }) => recording))],
    },
    sentences: [
      ...sentences,
      ...(more > 0
        ? [
            {
              text: `${sayCount(more, 'more moment')} ${more === 1 ? 'tells' : 'tell'} of it.`,
              evidence: moments[SHOWN]?.evidence ?? [],
            },
          ]
        : []),
    ],
    n: moments.length,
    provenance: 'stated',
  };
}

/** "1:05": where to put the player. */
function sayAt(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
