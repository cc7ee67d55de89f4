// Whether a sentence that has all the words of a question also tells what is asked: the time, the amount, the condition,
// whoever does it. A sentence is read in two parts where it has a condition: "if ..., ...".
import { wordsOf } from '../../words/word-index.ts';
import { type Candidate, type Sought, standIn } from './sought.ts';
import { type Asked, denies, type Wanted } from './wanted.ts';

const UNIT = '(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|quarters?)';
export const TIME = new RegExp(
  `\\b(?:(?:\\d+|a|an|the|one|half(?: an?)?|a few|few|couple(?: of)?|several|whole|same|every|next|most of the|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|sixty|ninety|hundred)(?: (?:working|business|calendar|full|whole|to|or|and|\\d+|two|three|four|five|six|eight))* ${UNIT}|overnight|immediately|instantly|at once|right away|straight away|forever|ages|never|until (?:the )?\\w+|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\\b`,
  'i',
);
export const FREQUENCY =
  /\b(?:once|twice|daily|weekly|monthly|yearly|quarterly|annually|hourly|always|never|often|seldom|rarely|sometimes|usually|mostly|\w+ times|(?:every|each|per|a) (?:\w+ )?(?:hour|day|night|morning|evening|week|month|quarter|year|time|case|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|on (?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b/i;
export const AMOUNT =
  /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|half|third|quarter|double|percent|hundred|thousand|million|free)\b/i;
const REASON =
  /\b(?:because|since|so that|so |due to|that is why|that's why|reason|otherwise|as the|in order to|to \w+|for the)\b/i;
const CLOCK =
  /\b(?:if|when|whenever|once|unless|until|before|after|as soon as|every|each|on \w+days?|at the (?:end|beginning|start)|at (?:\d+|noon|midnight|night)|over|above|below|under|more than|less than|at least|only|except|within|otherwise|in case|for (?:a|an|all|every|new|big|large)|depends?|first|last|early|late|morning|afternoon|evening|always|without)\b/i;

const COSTS = /\b(?:get|earns?|makes?|spend|costs?|charges?|price|fee|pay|expensive|money|earn|salary)\b/;
const MONEY =
  /\b(?:euros?|dollars?|pounds?|francs?|cents?|percent|hundred|thousand|million|pence|free)\b|[€$£%]|\d(?![\d.,]* ?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?))/i;

/** How many sentences tell it, from this one on: 0 where it does not, 2 where the next one goes on with it. */
export function tellsAsked(wanted: Wanted, sought: readonly Sought[], { text, next }: Candidate): 0 | 1 | 2 {
  const { condition, rest } = splitCondition(text);
  const inCondition = standIn(condition, sought);
  const inRest = standIn(rest, sought);
  const done = (words: readonly Sought[]): number => words.filter(({ isThing }) => !isThing).length;
  const isOfCondition =
    done(inCondition) - done(inRest) || inCondition.length - inRest.length || (wanted.asks === 'what if' ? 1 : 0);
  const part = isOfCondition > 0 && condition !== '' ? condition : rest;
  if (!isSamePolarity(wanted, part, sought)) return 0;
  // "If the customer has complained twice, I am generous" does not tell which customers have.
  const isSupposed = condition !== '' && inRest.length === 0;
  if (isSupposed && (!SUPPOSING.has(wanted.asks) || /^\s*(?:which|how many)\b/.test(wanted.text))) return 0;
  // "Why was my loan rejected?" asks of one case: what is said of all of them does not tell.
  if (wanted.asks === 'why' && /\b(?:my|mine|was|were|this|that)\b/.test(wanted.text)) return 0;
  if (wanted.named !== null && !wanted.named.test(text)) return 0;
  if (has(wanted, { text, sought }, { condition, rest })) return 1;
  const goesOn =
    /^(?:that|this|it|they|these|usually|mostly|sometimes|and|then|he|she|which|because|otherwise)\b/i.test(
      next.trim(),
    );
  return goesOn && NEEDS_MORE.has(wanted.asks) && has(wanted, { text: next, sought }, splitCondition(next)) ? 2 : 0;
}

/** For these a condition by itself says what follows from it. */
const SUPPOSING: ReadonlySet<Asked> = new Set<Asked>([
  'what if',
  'what for',
  'how',
  'who',
  'where',
  'how long',
  'what',
  'whether',
]);
const NEEDS_MORE: ReadonlySet<Asked> = new Set<Asked>(['how long', 'how often', 'how much', 'why']);

interface Parts {
  /** Empty where there is none. */
  readonly condition: string;
  readonly rest: string;
}

export function splitCondition(text: string): Parts {
  const first =
    /^\s*(?:and |but |so |then )?((?:if|when|whenever|once|as soon as|unless|in case)\b[^,]*),\s*(.*)$/i.exec(text);
  if (first) return { condition: first[1]!, rest: first[2]! };
  const last = /^(.*?)[,]?\s+((?:if|when|whenever|unless|in case|as soon as|until|once) .*)$/i.exec(text);
  return last ? { condition: last[2]!, rest: last[1]! } : { condition: '', rest: text };
}

/** What is denied in the one must be denied in the other, beside the words that matter. */
function isSamePolarity({ isNegated, asks }: Wanted, part: string, sought: readonly Sought[]): boolean {
  const clauses = part.split(/[,;:.]| (?:but|because|although|while|so that) | and (?=I |we |then )/i);
  const done = sought.filter(({ isThing }) => !isThing);
  const own = clauses.filter((clause) => standIn(clause, done.length > 0 ? done : sought).length > 0);
  const said = (own.length > 0 ? own : clauses).join(' ');
  if (isNegated) return denies(said) || denies(part);
  return asks === 'why' || !/\b(?:not|never|no|without|nobody|nothing|cannot|no longer)\b|n't\b/i.test(said);
}

function has(
  { asks, text: question }: Wanted,
  { text, sought }: { readonly text: string; readonly sought: readonly Sought[] },
  { condition, rest }: Parts,
): boolean {
  const words = wordsOf(text).join(' ');
  switch (asks) {
    case 'how long':
      return TIME.test(text) || TIME.test(words);
    case 'how often':
      return FREQUENCY.test(text);
    case 'how much':
      return AMOUNT.test(text) && (!COSTS.test(question) || MONEY.test(text));
    case 'how many':
      // What is done every week does not tell how often it was done.
      return countsThem(words, sought) && !(/\b(?:did|has|have|had|were|was)\b/.test(question) && FREQUENCY.test(text));
    case 'when':
      return condition !== '' || CLOCK.test(text) || TIME.test(text);
    case 'why':
      return condition !== '' || REASON.test(text);
    case 'where':
      return /\b(?:in|at|on|from|to|into|via|through|with|by) (?:the |a |an |our |my )?\p{L}/u.test(rest);
    case 'what for':
      return true;
    case 'what if':
      return rest.trim().length > 0;
    case 'who':
    case 'what':
    case 'how':
      return !/\?\s*$/.test(text) && !isThingAsked(question, text);
    case 'whether':
      return false;
  }
}

/** "Two colleagues": a number right before what is counted, and no limit of something else. */
function countsThem(words: string, sought: readonly Sought[]): boolean {
  const all = words.split(' ');
  return all.some(
    (word, at) =>
      (AMOUNT.test(word) || /^one$/.test(word)) &&
      !/^(?:above|over|below|under|than|within|after|every)$/.test(all[at - 1] ?? '') &&
      standIn(all.slice(at + 1, at + 3).join(' '), sought).length > 0,
  );
}

/** "What is the salary of ..." asks for a thing that nobody may have named. */
function isThingAsked(question: string, text: string): boolean {
  const asked =
    /\b(?:what|which)(?: is| are| was| were|'s)? (colou?r|number|name|address|version|language|day|date|size|age|country|city|password|phone number)\b/.exec(
      question,
    );
  return (
    asked !== null &&
    !new RegExp(`\\b${asked[1]}\\b`, 'i').test(text) &&
    !(
      asked[1]!.startsWith('col') &&
      /\b(?:red|green|blue|yellow|orange|white|black|pink|grey|gray|purple|brown)\b/i.test(text)
    ) &&
    !(asked[1] === 'day' && /day\b/i.test(text))
  );
}
