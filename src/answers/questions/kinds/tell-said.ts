// What people say, told in their own words.
import { sayCount } from '../../../insights/say.ts';
import { sayList } from '../../say-list.ts';
import { nameWords } from '../../names/list-names.ts';
import { type Moment, searchWords } from '../../tools/search-words.ts';
import type { Concept } from '../concepts.ts';
import { wordsFor } from '../concepts.ts';
import { isFiller } from '../fillers.ts';
import type { Asked, Told } from '../kind.ts';
import { teller } from './say-findings.ts';

/** Of what the question is about, by who is named as speaking; of who has recorded nothing, where they are named. */
export function findMoments(asked: Asked): readonly Moment[] {
  const found = searchWords.run({ ...teller(asked), words: [...asked.topic] }, asked.input).moments;
  const person = asked.find('person');
  const hasRecorded = asked.input.recordings.some(({ recording }) => recording.actor === person);
  if (person === undefined || hasRecorded) return found;
  const words = [...nameWords(person).map(({ word }) => word), ...asked.topic];
  return searchWords.run({ words }, asked.input).moments;
}

interface Line {
  readonly text: string;
  readonly evidence: Moment['evidence'];
}

/** Who speaks, and then their own words. */
export function tellMoments(
  asked: Asked,
  moments: readonly Moment[],
  what: string,
  before: readonly Line[] = [],
): Told {
  const people = [...new Set(moments.flatMap(({ person, role }) => person ?? role ?? []))];
  const head = {
    text: `${people.length === 0 ? 'People speak' : `${sayList(people)} ${people.length === 1 ? 'speaks' : 'speak'}`} ${what}, in ${sayCount(moments.length, 'moment')}.`,
    evidence: moments.flatMap(({ evidence }) => evidence).slice(0, 5),
  };
  const quotes = moments.map(({ quote, person, role, startMs, evidence }) => ({
    text: `${person ?? 'Somebody'}${role === null ? '' : ` (${role})`} at ${sayAt(startMs)}: “${quote}”`,
    evidence,
  }));
  const lines = [...before, ...(moments.length === 0 ? [] : [head]), ...quotes];
  return {
    values: {
      moments: moments.length,
      people,
      recordings: [...new Set(moments.map(({ recording }) => recording))],
      quotes: moments.slice(0, asked.limit).map(({ quote }) => quote),
    },
    sentences: lines.slice(0, asked.limit + 1),
    n: moments.length + before.length,
    provenance: 'stated',
  };
}

/** "1:05": where to put the player. */
function sayAt(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Moments in which one of the words for what is asked for is said; undefined where there is none. */
export function tellSaid(asked: Asked, concept: Concept, also: readonly string[] = []): Told | undefined {
  const asking = asked.words.filter((word) => !isFiller(word) && wordsFor(concept).has(word));
  // "By gut feeling" is asked, and "by experience" is said.
  const words = asking.length === 0 ? [] : [...new Set([...asking, ...also])];
  const all = words.flatMap((word) => searchWords.run({ ...teller(asked), words: [word] }, asked.input).moments);
  const moments = [...new Map(all.map((moment) => [JSON.stringify(moment.evidence), moment])).values()];
  return moments.length === 0 ? undefined : tellMoments(asked, moments, `of “${asking.join('”, “')}”`);
}
