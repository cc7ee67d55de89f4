// In: a sentence, the items that it cites, the question. Out: words in it that none of them has. What people said in the
// evidence supports nothing but what is quoted of it: whoever tells a recording what to say, says it in quotation marks.
import { foldWords } from '../../../lib/fold-words.ts';
import { stemWord } from '../../../lib/stem-word.ts';
import type { Item } from '../item.ts';
import { readNumberWords } from './number-words.ts';
import { FIELD_STEMS, HOLDING_WORDS } from './vocabulary.ts';

/** Words in findings that speak to whoever reads them: what they tell is no fact of the process. */
const SPEAKS_TO_A_MODEL =
  /\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instruction|rule|prompt|above|previous|everything|prior)|\b(?:system|developer)\s*(?:prompt|message)?\s*:|\b(?:assistant|language model|chatbot|ai model|llm|prompt|as an ai)\b|\b(?:answer|reply|respond|output|print|write|repeat|state|tell (?:the )?(?:user|reader|analyst|person))\b.{0,20}\b(?:with|that|only|exactly|the (?:words|following|user)|:)|\btell (?:the |your )?(?:user|reader|analyst|owner|customer service)\b|\bsay (?:that|exactly|only|the words)\b|\byou (?:must|should|are now|will now)\b|<\/?\w+>|https?:/i;

export const speaksToModel = (text: string): boolean => SPEAKS_TO_A_MODEL.test(text);

/** Of one in five words that say something nobody else must have said it: models have words of their own. */
export function findUnsaidWord(text: string, items: readonly Item[], question: string): string | undefined {
  const texts = items.flatMap(({ names, told }) => [...names, ...told.filter((each) => !speaksToModel(each))]);
  const labels = items.flatMap(({ facts }) => facts.map(({ label }) => label));
  // Words of the question may be said again; it comes from the person who reads the answer.
  const known = new Set([...texts, ...labels, question].flatMap(stemsOf));
  const content = foldWords(text).filter(({ word }) => word.length > 2 && !HOLDING_WORDS.has(word) && !isNumber(word));
  const unsaid = content.filter(({ word }) => !FIELD_STEMS.has(stemWord(word)) && !isKnown(word, known));
  return unsaid.length > Math.floor(content.length / 5) ? unsaid[0]?.word : undefined;
}

/** Numbers are looked at as numbers. */
const isNumber = (word: string): boolean => /\p{N}/u.test(word) || readNumberWords(word) !== undefined;

const stemsOf = (text: string): string[] => foldWords(text).map(({ word }) => stemWord(word));

/** "approval" for "approve": the stems of either begin alike. */
function isKnown(word: string, known: ReadonlySet<string>): boolean {
  const stem = stemWord(word);
  if (known.has(stem)) return true;
  if (stem.length < 5) return false;
  return [...known].some(
    (other) => other.length >= 5 && commonStart(stem, other) >= Math.max(5, Math.min(stem.length, other.length) - 2),
  );
}

function commonStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}
