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
const DENIALS: ReadonlySet<string> = new Set(['not', "n't", 'never']);
const REACH = 8;

/** True for words that can be voted for. */
export function isCandidate(word: TaggedWord): boolean {
  return CANDIDATES.has(word.pos);
}

/** What is looked at for one candidate, in this order. */
const LOOKS = [
  ...(['pos', 'kind', 'form', 'known', 'lemma', 'before', 'earlier', 'after', 'later'] as const),
  ...(['subject', 'helpers', 'mark', 'governor', 'infinitive', 'alone', 'link', 'opens', 'denied'] as const),
] as const;
type Look = (typeof LOOKS)[number];

/** The features: a name, and the looks that count together under it. */
const FEATURES: readonly (readonly [name: string, ...looks: Look[]])[] = [
  ['bias'],
  ['pos', 'pos'],
  ['kind', 'kind', 'form'],
  ['known', 'known', 'pos'],
  ['lemma', 'lemma'],
  ['before', 'before'],
  ['after', 'after'],
  ['earlier', 'earlier', 'before'],
  ['ahead', 'after', 'later'],
  ['around', 'pos', 'before', 'after'],
  ['kind around', 'kind', 'before', 'after'],
  ['subject', 'subject'],
  ['subject form', 'subject', 'form', 'pos'],
  ['subject kind', 'subject', 'kind'],
  ['helpers', 'helpers'],
  ['helpers form', 'helpers', 'form'],
  ['helpers subject', 'helpers', 'subject'],
  ['mark', 'mark'],
  ['mark subject', 'mark', 'subject'],
  ['mark kind', 'mark', 'kind'],
  ['mark form', 'mark', 'form'],
  ['governor', 'governor'],
  ['governor form', 'governor', 'form', 'infinitive'],
  ['governor link', 'alone', 'link', 'pos'],
  ['link', 'link', 'form', 'pos'],
  ['link subject', 'link', 'subject', 'kind'],
  ['opens', 'opens', 'pos', 'after'],
  ['object', 'kind', 'after'],
  ['lemma after', 'lemma', 'after'],
  ['denied', 'denied'],
];

/** For each feature the places of its looks in what `lookAround` gives. */
export const FEATURE_LOOKS: readonly (readonly number[])[] = FEATURES.map(([, ...looks]) =>
  looks.map((look) => LOOKS.indexOf(look)),
);

/** Which feature a name means, and what its looks must be; undefined for a name nobody gives. */
export function parseFeature(text: string): { feature: number; looks: string[] } | undefined {
  const name = text.split('=', 1)[0] ?? '';
  const feature = FEATURES.findIndex(([own]) => own === name);
  if (feature < 0) return undefined;
  // A look may be a comma itself.
  const looks = text.length > name.length ? [...text.slice(name.length + 1).matchAll(/(,|[^,]*)(?:,|$)/g)] : [];
  return { feature, looks: looks.slice(0, FEATURES[feature]!.length - 1).map(([, look]) => look ?? '') };
}

/** The names of the features of one candidate, about thirty. */
export function voterFeatures(words: readonly TaggedWord[], at: number): string[] {
  const looks = lookAround(words, at);
  return FEATURES.map(([name], feature) => {
    const parts = FEATURE_LOOKS[feature]!.map((place) => looks[place]);
    return parts.length === 0 ? name : `${name}=${parts.join(',')}`;
  });
}

/** What LOOKS names, of the word at `at`; nothing further than eight words away counts. */
export function lookAround(words: readonly TaggedWord[], at: number): string[] {
  const word = words[at];
  if (!word) return [];
  const lower = word.text.toLowerCase();
  const left = lookLeft(words, at);
  const isKnown = word.pos === 'VERB' || classOfVerb(CANONICAL[lower] ?? lower) !== undefined;
  return [
    word.pos,
    word.pos === 'VERB' ? kindOf(word.lemma) : word.pos,
    formOf(lower, word),
    isKnown ? 'true' : 'false',
    isKnown ? word.lemma : '-',
    shown(words[at - 1]),
    shown(words[at - 2]),
    shown(words[at + 1]),
    shown(words[at + 2]),
    left.subject,
    left.helpers,
    left.mark,
    left.governor,
    left.isInfinitive ? 'true' : 'false',
    left.governor === '-' ? 'true' : 'false',
    left.link,
    left.opens ? 'true' : 'false',
    left.isDenied ? 'true' : 'false',
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
    else if (DENIALS.has(lower)) left.isDenied = true;
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
