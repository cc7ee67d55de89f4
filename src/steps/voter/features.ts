// What the voter looks at: the word's form, its subject, what governs it and what follows. Names of no trade: no nouns.
import type { TaggedWord } from '../../needs/tagger.ts';
import { CANONICAL, classOfVerb, STATIVE } from '../lexicon.ts';

/** Only these can be the main verb: taggers take verbs of talk for nouns, names or adjectives now and then. */
const CANDIDATES: ReadonlySet<string> = new Set(['VERB', 'NOUN', 'PROPN', 'ADJ', 'X']);
const CLOSED: ReadonlySet<string> = new Set(['DET', 'PRON', 'ADP', 'AUX', 'CCONJ', 'SCONJ', 'PART', 'PUNCT']);
const MARKS: ReadonlySet<string> = new Set(
  'if unless when whenever once after before until while because since that which who what why how where whether'.split(
    ' ',
  ),
);
const STOPS: ReadonlySet<string> = new Set(['.', ',', ';', ':', '?', '!', 'then', 'so', 'but']);
const REACH = 8;

/** True for words that can be voted for. */
export function isCandidate(word: TaggedWord): boolean {
  return CANDIDATES.has(word.pos);
}

/** The names of the features of one candidate. About thirty; nothing further than eight words away counts. */
export function voterFeatures(words: readonly TaggedWord[], at: number): string[] {
  const word = words[at];
  if (!word) return [];
  const lower = word.text.toLowerCase();
  const form = formOf(lower, word);
  const left = lookLeft(words, at);
  const kind = word.pos === 'VERB' ? kindOf(word.lemma) : word.pos;
  const known = word.pos === 'VERB' || classOfVerb(CANONICAL[lower] ?? lower) !== undefined;
  const before = shown(words[at - 1]);
  const after = shown(words[at + 1]);
  const later = shown(words[at + 2]);
  const base = `${kind},${form}`;
  return [
    'bias',
    `pos=${word.pos}`,
    `kind=${base}`,
    `known=${known},${word.pos}`,
    `lemma=${known ? word.lemma : '-'}`,
    `before=${before}`,
    `after=${after}`,
    `earlier=${shown(words[at - 2])},${before}`,
    `ahead=${after},${later}`,
    `around=${word.pos},${before},${after}`,
    `kind around=${kind},${before},${after}`,
    `subject=${left.subject}`,
    `subject form=${left.subject},${form},${word.pos}`,
    `subject kind=${left.subject},${kind}`,
    `helpers=${left.helpers}`,
    `helpers form=${left.helpers},${form}`,
    `helpers subject=${left.helpers},${left.subject}`,
    `mark=${left.mark}`,
    `mark subject=${left.mark},${left.subject}`,
    `mark kind=${left.mark},${kind}`,
    `mark form=${left.mark},${form}`,
    `governor=${left.governor}`,
    `governor form=${left.governor},${form},${left.isInfinitive}`,
    `governor link=${left.governor === '-'},${left.link},${word.pos}`,
    `link=${left.link},${form},${word.pos}`,
    `link subject=${left.link},${left.subject},${kind}`,
    `opens=${left.opens},${word.pos},${after}`,
    `object=${kind},${after}`,
    `lemma after=${known ? word.lemma : '-'},${after}`,
    `denied=${left.isDenied}`,
  ];
}

interface Left {
  /** "i", "you", "it", "noun", "name" or "-" when none stands before it. */
  subject: string;
  /** Auxiliaries between subject and verb: "will", "be", "have+be"; "-" for none. */
  helpers: string;
  mark: string;
  /** The verb before, when nothing but "to" or an object stands between: "want", "ask". */
  governor: string;
  isInfinitive: boolean;
  isDenied: boolean;
  /** The last connecting word: "and", "then", ",". */
  link: string;
  /** The candidate opens its clause, as in commands. */
  opens: boolean;
}

/** One walk to the left, to the end of the clause or eight words. */
function lookLeft(words: readonly TaggedWord[], at: number): Left {
  const left: Left = {
    subject: '-',
    helpers: '-',
    mark: '-',
    governor: '-',
    isInfinitive: words[at - 1]?.text.toLowerCase() === 'to',
    isDenied: false,
    link: '-',
    opens: false,
  };
  let helpers = '';
  for (let place = at - 1; place >= Math.max(0, at - REACH); place -= 1) {
    const word = words[place];
    if (!word) break;
    const lower = word.text.toLowerCase();
    if (MARKS.has(lower) && word.pos !== 'DET') {
      left.mark = lower;
      break;
    }
    if (STOPS.has(lower) || word.pos === 'PUNCT') {
      if (left.link === '-') left.link = lower;
      if (left.subject !== '-' || lower === '.') break;
      if (lower !== ',' && lower !== 'then') break;
      continue;
    }
    if (lower === 'and' || lower === 'or') {
      if (left.link === '-') left.link = lower;
      if (left.subject !== '-') break;
      continue;
    }
    if (word.pos === 'VERB') {
      if (left.subject === '-') left.governor = word.lemma;
      if (left.subject !== '-' || left.link !== '-') break;
      continue;
    }
    if (left.subject !== '-') continue;
    if (word.pos === 'AUX') helpers = helpers === '' ? word.lemma : `${word.lemma}+${helpers}`;
    else if (/^(not|n't|never)$/.test(lower)) left.isDenied = true;
    else if (left.governor === '-') left.subject = subjectOf(word, lower);
  }
  if (helpers !== '') left.helpers = helpers;
  const previous = words[at - 1];
  left.opens = left.subject === '-' && left.governor === '-' && (!previous || left.link !== '-');
  return left;
}

function subjectOf(word: TaggedWord, lower: string): string {
  if (word.pos === 'PRON') return lower;
  if (word.pos === 'NOUN') return 'noun';
  if (word.pos === 'PROPN') return 'name';
  return word.pos === 'DET' && /^(this|that|these|those)$/.test(lower) ? lower : '-';
}

/** The class of a verb in the project's table: "record", "check", "give"; verbs of being and feeling are "stative". */
function kindOf(lemma: string): string {
  if (STATIVE.has(lemma)) return 'stative';
  return classOfVerb(CANONICAL[lemma] ?? lemma) ?? 'other';
}

function formOf(lower: string, word: TaggedWord): string {
  if (lower === word.lemma) return 'base';
  if (lower.endsWith('ing')) return 'ing';
  if (lower.endsWith('ed')) return 'ed';
  return lower.endsWith('s') ? 's' : 'irregular';
}

/** Small words as they are, others by their tag: what people work with must not be learned. */
function shown(word: TaggedWord | undefined): string {
  if (!word) return '#';
  return CLOSED.has(word.pos) ? word.text.toLowerCase() : word.pos;
}
