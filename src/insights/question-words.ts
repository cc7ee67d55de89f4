// Questions in plain words: what a person said is said back to them, with "you" for "I".
import type { Step } from '../domain/extraction.ts';
import { ROLE_HEADS } from '../steps/lexicon.ts';

const SWAPS: Readonly<Record<string, string>> = {
  i: 'you',
  we: 'you',
  me: 'you',
  us: 'you',
  my: 'your',
  our: 'your',
  mine: 'yours',
  ours: 'yours',
  am: 'are',
  "i'm": 'you are',
  "we're": 'you are',
  "i've": 'you have',
  "we've": 'you have',
  "i'll": 'you will',
  "we'll": 'you will',
};

/** "I don't know my building" becomes "you don't know your building". */
export const turnToYou = (text: string): string =>
  text.replaceAll(/[\p{L}]+(?:['’]\p{L}+)?/gu, (word) => SWAPS[word.toLowerCase().replace('’', "'")] ?? word);

/** "enter the tax id", "put the cap into signature folder"; names and what has an article of its own get none. */
export function sayDoing({ verb, object }: Pick<Step, 'verb' | 'object'>): string {
  return object === '' ? verb : `${verb} ${sayThing(object)}`;
}

const OWN_START =
  /^(?:the|an?|my|our|your|his|her|its|their|this|that|these|those|all|each|every|any|some|no|it|them|him|out|up|back|to|into|in|on|onto|for|from|with|at|by|of|about|if|whether|that|how|one|two|three|four|five|\d)/i;

/** "tax id" is "the tax id". */
export function sayThing(thing: string): string {
  const [first = ''] = thing.split(/\s+/);
  const isName = /^\p{Lu}\p{Ll}/u.test(first) || /['’]s$/.test(first);
  return isName || new RegExp(`${OWN_START.source}$`, 'i').test(first) ? thing : `the ${thing}`;
}

/** "the team lead", "the order desk", but "planning" and "Gwen". */
export function sayRole(role: string): string {
  const last = role.toLowerCase().split(/\s+/).at(-1) ?? '';
  return ROLE_HEADS.has(last) || /^(?:desk|team|department|office|group|side)$/.test(last) ? sayThing(role) : role;
}

/** "send it", "hand it over", "submit them". */
export function sayWithIt(verb: string, thing: string): string {
  const it = isPlural(thing) ? 'them' : 'it';
  const [main = verb, ...particles] = verb.split(' ');
  return [main, it, ...particles].join(' ');
}

const isPlural = (thing: string): boolean =>
  /[^su]s$/i.test(thing.split(/\s+(?:to|into|in|on|for|from|of|with)\s/)[0] ?? '');

/** The condition said the other way round, for "What happens if …?"; undefined when it cannot be turned in good words. */
export function turnRound(condition: string): string | undefined {
  const said = unfold(turnToYou(condition.trim().replace(/[.?!,]+$/, '')));
  // Turning one half of two would say something else.
  if (/\b(?:and|or|but)\b/i.test(said)) return undefined;
  for (const [pattern, turn] of TURNS) {
    const found = pattern.exec(said);
    if (found) return turn(found);
  }
  return undefined;
}

/** "it's" is "it is"; a name's "'s" is left alone. */
const unfold = (text: string): string =>
  text
    .replaceAll(/\b(it|that|there|this|he|she|something)['’]s\b/gi, '$1 is')
    .replaceAll(/\b(they|you)['’]re\b/gi, '$1 are');

const BE = String.raw`is|are|was|were|can|could|will|would|must|may`;
const PARTICIPLE = String.raw`\p{L}+(?:ed|en)|put|sent|done|got|gone|made|said|paid|left|come|set`;

/** The first that fits is taken; those that would have to take two negations apart say no. */
const TURNS: readonly (readonly [RegExp, (found: RegExpExecArray) => string | undefined])[] = [
  [/^(you|they)\s+(?:do not|don['’]t)\s+(.*)$/i, ([, who, rest]) => `${who} ${rest}`],
  [new RegExp(`^(.*?\\b(?:${BE}))(?:n['’]t| not)\\s+(.*)$`, 'i'), ([, start, rest]) => `${start} ${rest}`],
  [/\b(?:no|not|never|nobody|nothing|none|\p{L}+n['’]t|cannot)\b/iu, () => undefined],
  [/^something (is .*)$/i, ([, rest]) => `nothing ${rest}`],
  [/^there (is|are) (?:an? |some |any )?(.*)$/i, ([, is, rest]) => `there ${is} no ${rest}`],
  [new RegExp(`^(.*?\\b(?:has|have))\\s+((?:${PARTICIPLE})\\b.*)$`, 'iu'), ([, start, rest]) => `${start} not ${rest}`],
  [new RegExp(`^(.*?\\b(?:${BE}))\\s+(.*)$`, 'i'), ([, start, rest]) => `${start} not ${rest}`],
  [/^(you|they)\s+((?!had\b|did\b)\p{L}+(?<!ed)\s.*)$/iu, ([, who, rest]) => `${who} do not ${rest}`],
  [
    /^(it|he|she)\s+(\p{L}{3,}?)(?:(?<=sh|ch|x|o)e)?s\s+(.*)$/iu,
    ([, who, verb, rest]) => `${who} does not ${verb} ${rest}`,
  ],
  [/^(?:over|under|above|below|more|less|fewer|at least|up to)\b.*$/i, ([whole]) => `it is not ${whole}`],
];
