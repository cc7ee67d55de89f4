// The plain verb of a deed: "punch in" is enter, "put on hold" is hold, "do it" is nothing.
import lists from './data/labels.json' with { type: 'json' };
import type { Deed } from './deeds.ts';
import { CANONICAL, EMPTY_NOUNS, STATIVE } from './lexicon.ts';
import { contentWords } from './phrases.ts';
import type { Telling } from './telling.ts';

/** Nouns of time: "give them three days" hands nothing over. */
export const TIME_NOUN = /^(second|minute|hour|day|week|month|year)s?$/;
const LIGHT: Readonly<Record<string, string>> = lists.light;
const LIGHT_DO: ReadonlySet<string> = new Set(lists.lightDo);
const BUTTONS: ReadonlySet<string> = new Set(lists.buttons);
const REDO: Readonly<Record<string, string>> = lists.redo;

/** "give them three days": time is no thing. */
export function givesTime(deed: Deed): boolean {
  const isTimed = deed.objects.some((phrase) => TIME_NOUN.test(phrase.headWord));
  return isTimed && (/^(give|take|get|have|need|allow)$/.test(deed.lemma) || deed.objects.length === 1);
}

/** The verb people would write; null for verbs that are no doing here. */
export function canonicalVerb(telling: Telling, deed: Deed): string | null {
  const verb = plainVerb(telling, deed);
  if (verb === null || !saysAgain(telling, deed)) return verb;
  return REDO[verb] ?? verb;
}

/** "again" stands among the arguments, or right after them. */
function saysAgain({ parse }: Telling, deed: Deed): boolean {
  return parse.words.slice(deed.verbAt, deed.end + 1).some((word) => word.lower === 'again');
}

/** "she says yes": what an answer does to the thing asked about; null when nothing is answered. */
export function answers({ words }: Telling['parse'], deed: Deed): string | null {
  if (deed.lemma !== 'say') return null;
  const word = words[deed.to]?.lower ?? '';
  if (/^(yes|okay|ok|yeah)$/.test(word)) return 'approve';
  return word === 'no' && words[deed.to + 1]?.pos !== 'NOUN' ? 'decline' : null;
}

/** "let the broker know". */
export function isLetKnow({ deeds }: Telling['parse'], deed: Deed): boolean {
  const inner = deeds[deed.index + 1];
  return deed.lemma === 'let' && deed.objects.length > 0 && inner?.lemma === 'know' && inner.parent === deed.index;
}

function plainVerb(telling: Telling, deed: Deed): string | null {
  const answer = answers(telling.parse, deed);
  if (answer !== null) return answer;
  if (isLetKnow(telling.parse, deed)) return 'tell';
  // "I get them back": work arrives, nobody replies.
  if (deed.verb === 'get back' && deed.objects.length > 0) return null;
  const noun = deed.objects
    .map((phrase) => phrase.headWord)
    .find((word) => LIGHT[`${deed.lemma} ${word}`] !== undefined);
  const light = noun === undefined ? undefined : LIGHT[`${deed.lemma} ${noun}`];
  // "make the welcome call" says which call, so it stays a call that is made.
  const isPlain = !deed.objects.some(
    (phrase) => phrase.headWord === noun && contentWords(telling.parse.words, phrase).length > 1,
  );
  if (light !== undefined && light !== '' && !isPlain && deed.lemma === 'make') return deed.lemma;
  if (light !== undefined && LIGHT_DO.has(deed.lemma)) return light === '' ? null : light;
  const button = buttonVerb(telling, deed);
  if (button !== null) return button;
  if (deed.verb === 'put' && deed.preps.length === 0) return 'enter';
  if (deed.lemma === 'put' && deed.preps.some((phrase) => phrase.prep === 'on' && phrase.text === 'hold'))
    return 'hold';
  if (deed.verb === 'take off' && deed.objects[0]?.headWord === 'hold') return 'release';
  // "log into X" goes there; what is done there comes next.
  if (/^(log|go|switch|jump|hop)$/.test(deed.lemma) && deed.objects.length === 0 && deed.preps.length > 0) return null;
  const full = CANONICAL[deed.verb];
  if (full !== undefined) return full;
  if (deed.lemma === 'do' || deed.lemma === 'have') return doNoun(telling, deed);
  if (STATIVE.has(deed.lemma)) return null;
  return CANONICAL[deed.lemma] ?? deed.verb;
}

/** "hit confirm on the booking", "click refund": what the button says is what is done. */
export function buttonVerb({ parse }: Telling, deed: Deed): string | null {
  const object = deed.objects[0];
  const first = object ? parse.words[object.from] : undefined;
  if (!BUTTONS.has(deed.lemma) || !object || !first || object.to - object.from > 1 || first.pos === 'DET') return null;
  return CANONICAL[first.lower] ?? null;
}

/** "do the refund" is a doing, "do it" and "have a photo" are none. */
function doNoun({ parse }: Telling, deed: Deed): string | null {
  const object = deed.objects[0];
  if (deed.lemma !== 'do' || !object || object.isPronoun || EMPTY_NOUNS.has(object.headWord)) return null;
  return parse.words[object.head]?.pos === 'NUM' ? null : 'do';
}
