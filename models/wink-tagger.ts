// The default tagger: wink-nlp's small English model, with repairs for spoken, unpunctuated, instructional English.
import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItsFunction } from 'wink-nlp';
import type { Pos, TaggedWord, Tagger } from '../src/needs/tagger.ts';
import { repairTags } from './wink-tagger-repair.ts';

/** Loads the model (about 200 ms, 60 MB) and returns a tagger that is a pure function of the text. */
export function createWinkTagger(): Tagger {
  const nlp = winkNLP(model, ['sbd', 'pos']);
  const { its } = nlp;
  return {
    tag(text) {
      const clean = cleanText(text);
      const tokens = nlp.readDoc(clean).tokens();
      const words = locateWords(clean, {
        values: tokens.out(its.value),
        // wink types `out` and its helpers loosely: both of a collection are always lists of strings.
        tags: tokens.out(its.pos) as string[],
        lemmas: tokens.out<string>(its.lemma as ItsFunction<string>),
      });
      return repairTags(splitContractions(joinHyphens(withLeftovers(words, text), text)));
    },
  };
}

const FILLER = /(?<![\p{L}\p{N}'’-])(?:u+m+|u+h+|e+rm?|h+m+|m+m+|a+h+|o+h+)(?![\p{L}\p{N}'’-])/giu;
/** "I kind of look": the hedge hides the verb from the model. */
const HEDGE = /(?<=\b(?:i|you|we|they|he|she) (?:just )?)(?:kind|sort) of(?= )/giu;
const FILLER_WORD = new RegExp(`^${FILLER.source}$`, 'iu');
const POS: ReadonlySet<string> = new Set<Pos>([
  ...(['ADJ', 'ADP', 'ADV', 'AUX', 'CCONJ', 'DET', 'INTJ', 'NOUN', 'NUM', 'PART'] as const),
  ...(['PRON', 'PROPN', 'PUNCT', 'SCONJ', 'SYM', 'VERB', 'X'] as const),
]);

/** What the model reads, as long as the text: fillers are blank, "i" is "I", quotes are straight. */
function cleanText(text: string): string {
  return text
    .replace(FILLER, (filler) => ' '.repeat(filler.length))
    .replace(HEDGE, (hedge) => ' '.repeat(hedge.length))
    .replace(/[’‘]/g, "'")
    .replace(/(?<![\p{L}\p{N}'.-])i(?=$|[\s,.;:?!]|'(?:m|ve|ll|d)(?!\p{L}))/gu, 'I');
}

interface Found {
  readonly values: readonly string[];
  readonly tags: readonly string[];
  readonly lemmas: readonly string[];
}

/** Walks the text once, giving each token its offsets; a token that cannot be found again is left to the leftovers. */
function locateWords(clean: string, { values, tags, lemmas }: Found): TaggedWord[] {
  const words: TaggedWord[] = [];
  let at = 0;
  values.forEach((value, index) => {
    const start = clean.indexOf(value, at);
    if (start < 0 || value.trim() === '') return;
    const tag = tags[index] ?? 'X';
    at = start + value.length;
    // The membership test is what makes this a Pos.
    const pos = POS.has(tag) ? (tag as Pos) : 'X';
    words.push({ text: value, pos, lemma: (lemmas[index] ?? value).toLowerCase(), start, end: at });
  });
  return words;
}

/** Adds a word for every run of characters the model did not see (fillers, odd signs), and restores the spelling. */
function withLeftovers(words: readonly TaggedWord[], text: string): TaggedWord[] {
  const all: TaggedWord[] = [];
  let at = 0;
  for (const word of [...words, undefined]) {
    const until = word?.start ?? text.length;
    // Nearly always one blank or nothing.
    if (until - at > 1 || (until > at && text[at] !== ' ')) all.push(...readGap(text, at, until));
    if (word) all.push({ ...word, text: text.slice(word.start, word.end) });
    at = word?.end ?? text.length;
  }
  return all;
}

function readGap(text: string, from: number, to: number): TaggedWord[] {
  return [...text.slice(from, to).matchAll(/\S+/gu)].map(({ 0: found, index }) => ({
    text: found,
    pos: FILLER_WORD.test(found) ? 'INTJ' : 'X',
    lemma: found.toLowerCase(),
    start: from + index,
    end: from + index + found.length,
  }));
}

/** "ship-to" and "re-invoice" are one word each: the model splits at the hyphen. */
function joinHyphens(words: readonly TaggedWord[], text: string): TaggedWord[] {
  if (!text.includes('-')) return [...words];
  const joined: TaggedWord[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    const tail = words[at + 1];
    const head = joined.at(-1);
    if (!word) continue;
    if (head && tail && word.text === '-' && head.end === word.start && tail.start === word.end) {
      joined[joined.length - 1] = joinPair(head, tail, text);
      at += 1;
    } else joined.push(word);
  }
  return joined;
}

/** "I'm" comes as one word from the model; it is two. */
function splitContractions(words: readonly TaggedWord[]): TaggedWord[] {
  if (!words.some(isContraction)) return [...words];
  return words.flatMap((word) => {
    if (!isContraction(word)) return [word];
    const middle = word.start + 1;
    return [
      { text: word.text.slice(0, 1), pos: 'PRON', lemma: 'i', start: word.start, end: middle } satisfies TaggedWord,
      { text: word.text.slice(1), pos: 'AUX', lemma: 'be', start: middle, end: word.end } satisfies TaggedWord,
    ];
  });
}

const isContraction = ({ text }: TaggedWord): boolean => text.length === 3 && /^i['’]m$/i.test(text);

function joinPair(head: TaggedWord, tail: TaggedWord, text: string): TaggedWord {
  const isNominal = tail.pos === 'ADP' || tail.pos === 'ADV' || tail.pos === 'PART';
  const pos = isNominal ? 'NOUN' : tail.pos;
  const whole = text.slice(head.start, tail.end);
  const lemma = isNominal ? whole.toLowerCase() : `${head.text.toLowerCase()}-${tail.lemma}`;
  return { text: whole, pos, lemma, start: head.start, end: tail.end };
}
