// Questions about what people say, answered with their own words.
import { listDecisions, listStatedWaits } from '../../tools/list-findings.ts';
import { hasAll, readText } from '../../words/text-words.ts';
import { wordsOf } from '../../words/word-index.ts';
import { listNames } from '../../names/list-names.ts';
import { rootOf } from '../../names/same-word.ts';
import type { Asked, QuestionKind } from '../kind.ts';
import { about, sayDecision } from './say-findings.ts';
import { findMoments, tellMoments } from './tell-said.ts';
import { refuse } from './tell.ts';

export const SAID_KINDS: readonly QuestionKind[] = [
  {
    id: 'where-said',
    examples: [
      'Where does {person} mention the tax id?',
      'Who talks about the discount?',
      'What does {person} say about the discount?',
      'Show me the moment where somebody speaks of the bank',
    ],
    patterns: [
      'STATED WHERE? WHO? WHEN? PERSON? RECORDING? WHATIF? EVIDENCE? DO? {person|role}? TOPIC',
      'EVIDENCE WHERE? WHO? RECORDING? STATED? DO? {person|role}? TOPIC',
    ],
    answer: (asked) => {
      const moments = findMoments(asked);
      const who = asked.mentions[0]?.name;
      return moments.length === 0
        ? refuse(`${who ?? 'Nobody'} ${who === undefined ? 'speaks' : 'does not speak'} of ${about(asked)}.`)
        : tellMoments(asked, moments, `of ${about(asked)}`);
    },
  },
  {
    id: 'told-why',
    isLast: true,
    examples: ['Why does the lab need so long?', 'What is the reason that the bank answers late?'],
    patterns: ['WHY LONG? WAIT? WHEN? USE? DO? {person}? TOPIC'],
    answer: (asked) => {
      const waits = listStatedWaits
        .run({ words: [] }, asked.input)
        .waits.filter(
          ({ label, cause }) =>
            cause !== null && cause !== label && hasAll(asked.topic, readText(`${label} . ${cause}`)),
        );
      const found = findMoments(asked);
      const reasons = found.filter(({ quote }) => REASON.test(quote));
      // The condition under which something is done is the reason why, where no other is told.
      const moments =
        reasons.length > 0 || asked.topic.length < 2 || isOneCase(asked)
          ? reasons
          : found.filter(({ quote }) => IF.test(quote));
      if (moments.length === 0 && waits.length === 0) return refuse(`Nobody gives a reason for ${about(asked)}.`);
      return tellMoments(
        asked,
        moments,
        `of why: ${about(asked)}`,
        waits.map(({ label, cause, evidence }) => ({ text: `“${label}”, because ${cause}.`, evidence })),
      );
    },
  },
  {
    id: 'told-how-long',
    isLast: true,
    examples: ['How long does the vendor need?', 'How much time does the bank take?'],
    patterns: ['LONG WAIT? USE? DO? AVERAGE? AFTER? BEFORE? {person}? TOPIC', 'WAIT WHEN? USE? !WHO !WHERE TOPIC'],
    answer: (asked) => {
      const moments = findMoments(asked).filter(({ quote }) => TIME.test(wordsOf(quote).join(' ')));
      if (moments.length === 0) return refuse(`Nobody tells how long it takes: ${about(asked)}.`);
      return tellMoments(asked, moments, `of how long: ${about(asked)}`);
    },
  },
  {
    id: 'told-when',
    isLast: true,
    examples: ['When is the director called?', 'At what value is the supervisor asked?'],
    patterns: [
      'WHEN WHATIF? DECISION? USE? DO? EXCEPTION? {person}? TOPIC',
      'WHATIF EXCEPTION? NEVER? WHEN? DECISION? DO? {person}? TOPIC',
    ],
    answer: (asked) => {
      const { decisions } = listDecisions.run({ words: [...asked.topic] }, asked.input);
      // "What if SAP is ...": that it is named somewhere tells nothing of what becomes of it.
      if (isBareName(asked)) return refuse(`Nobody tells under which condition: ${about(asked)}.`);
      const found = findMoments(asked);
      const isOfTime = asked.concepts.has('WHEN') && !asked.concepts.has('WHATIF');
      const conditions = found.filter(({ quote }) => CONDITION.test(quote) || (isOfTime && tellsTime(quote)));
      // "Late parcels go back": what is said in one sentence of a thing so described tells as well.
      const isTold = asked.concepts.has('WHATIF') && asked.topic.length > 1 && !isOneCase(asked);
      const moments =
        conditions.length > 0 || !isTold
          ? conditions
          : found.filter(({ quote, evidence }) => evidence.length === 1 && saysThemselves(quote, asked.topic));
      if (moments.length === 0 && decisions.length === 0)
        return refuse(`Nobody tells under which condition: ${about(asked)}.`);
      return tellMoments(
        asked,
        moments,
        `of ${about(asked)}`,
        decisions.map((each) => ({ text: sayDecision(each, asked.input), evidence: each.evidence })),
      );
    },
  },
  {
    id: 'told-how-often',
    isLast: true,
    examples: ['How often does the director visit the branch?', 'How regularly are the shelves counted?'],
    patterns: ['OFTEN DO? USE? {person}? TOPIC'],
    answer: (asked) => {
      const moments = findMoments(asked).filter(({ quote }) => FREQUENCY.test(wordsOf(quote).join(' ')));
      if (moments.length === 0) return refuse(`Nobody tells how often: ${about(asked)}.`);
      return tellMoments(asked, moments, `of how often: ${about(asked)}`);
    },
  },
  {
    id: 'told-how-much',
    isLast: true,
    examples: ['How much is the deposit?', 'How much does the courier charge?'],
    patterns: ['AMOUNT DO? USE? {person}? TOPIC'],
    answer: (asked) => {
      const moments = findMoments(asked).filter(({ quote }) => hasAmount(quote));
      if (moments.length === 0) return refuse(`Nobody tells how much: ${about(asked)}.`);
      return tellMoments(asked, moments, `of how much: ${about(asked)}`);
    },
  },
  {
    id: 'told-how',
    isLast: true,
    examples: ['How does the parcel reach the warehouse?', 'How are the keys returned to the desk?'],
    patterns: ['HOW DO? USE? START? {person}? TOPIC'],
    answer: (asked) => {
      const moments = (asked.topic.length > 1 ? findMoments(asked) : []).filter(({ quote }) => !NEGATION.test(quote));
      if (moments.length === 0) return refuse(`Nobody tells how: ${about(asked)}.`);
      return tellMoments(asked, moments, `of how: ${about(asked)}`);
    },
  },
  {
    id: 'told-of',
    isLast: true,
    examples: ['Who signs loans over 50,000?', 'What does the vendor deliver?'],
    patterns: [
      'WHO WHEN? DECISION? USE? DO? PERSON? ROLE? !WHY !AMOUNT {person}? TOPIC',
      // "What is the salary of ..." asks for a thing that nobody may have named; what is done, people tell.
      'DO|USE|SYSTEM|WHERE SYSTEM? ROLE? PERSON? ARTIFACT? ACTIVITY? !WHY !AMOUNT {person}? TOPIC',
    ],
    answer: (asked) => {
      // One word may be said of anything; two that are said together are about the same.
      const isAbout = asked.topic.length > 1 && asked.words.some((word) => ASKS.test(word));
      const moments = (isAbout ? findMoments(asked) : []).filter(({ quote }) => tells(asked, quote));
      if (moments.length === 0) return refuse(`Nobody speaks of ${about(asked)}.`);
      return tellMoments(asked, moments, `of ${about(asked)}`);
    },
  },
  {
    id: 'told-what',
    isLast: true,
    examples: ['What gets shredded?', 'Which parcels go through customs?'],
    patterns: ['WHEN? DO? USE? NEVER? !COUNT !AMOUNT !LONG {person}? TOPIC'],
    answer: (asked) => {
      const [first = '', ...rest] = asked.words;
      const line = rest.join(' ');
      // "What is the salary of ..." asks for a thing that nobody may have named; what is done, people tell.
      const asksForThing = /^(?:(?:is|are|was|were|s) )?(?:the|a|an|our|your|my|his|her|their)\b/.test(line);
      if (!/^(?:what|which)$/.test(first) || asksForThing) return refuse('Mirror does not understand this question.');
      const moments = findMoments(asked).filter(({ quote }) => tells(asked, quote));
      // One word may be said of anything, unless it is what is done, and hardly ever said.
      const isDone = /^(?:\w+ )?(?:gets?|is|are|happens) /.test(line) && moments.length <= SELDOM;
      if (moments.length === 0 || (asked.topic.length === 1 && !isDone))
        return refuse(`Nobody speaks of ${about(asked)}.`);
      return tellMoments(asked, moments, `of ${about(asked)}`);
    },
  },
];

const SELDOM = 2;

/** "At the end of the month", "every Friday". */
function tellsTime(quote: string): boolean {
  const text = wordsOf(quote).join(' ');
  return TIME.test(text) || FREQUENCY.test(text) || /\b(?:end|beginning|start) of\b/.test(text);
}

/** What is denied tells nothing, and "what does it cost" is told by an amount alone. */
const tells = ({ words }: Asked, quote: string): boolean =>
  !NEGATION.test(quote) &&
  (!words.some((word) => /^(?:costs?|charges?|prices?|fees?)$/.test(word)) || hasAmount(quote));

const hasAmount = (quote: string): boolean => /\d/.test(wordsOf(quote).join(' ')) || AMOUNT.test(quote);

/** Whether the very words are said, and none for the same; what is denied tells of something else. */
function saysThemselves(quote: string, topic: readonly string[]): boolean {
  const { stems } = readText(quote);
  return !NEGATION.test(quote) && topic.every((word) => stems.has(rootOf(word)));
}

const IF = /\b(?:if|when|whenever|unless)\b/i;
const REASON = /\b(because|since|so that|due to|that is why|that's why|reason|otherwise|as the)\b/i;
const CONDITION =
  /\b(if|when|whenever|once|unless|until|over|above|below|under|more than|less than|at least|only|except|anything|every time|within|otherwise|never|sometimes|rarely|then|for a|for an|depends?)\b/i;
const TIME =
  /\b(\d+|a|an|the|half|few|couple|several|whole|same|every|next) (seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|quarters?)\b|\b(overnight|tomorrow|immediately|instantly|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/;
const FREQUENCY =
  /\b(?:once|twice|daily|weekly|monthly|yearly|quarterly|annually|hourly|always|never|often|seldom|rarely|sometimes|usually|times|(?:every|each|per|a) (?:\w+ )?(?:hour|day|night|morning|evening|week|month|quarter|year|time|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|on (?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b/;
const AMOUNT =
  /\b(?:two|three|four|five|six|seven|eight|nine|half|third|quarter|double|percent|hundred|thousand|million)\b/i;
/** "We can't pay it" does not tell who pays. */
const NEGATION = /\b(?:not|never|cannot|can't|don't|doesn't|won't|isn't|aren't|didn't|shouldn't)\b/i;
const ASKS = /^(who|whom|what|which|how|where|when)$/;

/** "Why was my loan rejected?" asks of one case: what is said of all of them does not tell. */
const isOneCase = ({ words }: Asked): boolean => words.some((word) => /^(?:my|mine|was|were|this|that)$/.test(word));

const isBareName = ({ topic, input }: Asked): boolean =>
  topic.length === 1 &&
  listNames(input).some(
    ({ kind, words }) => kind !== 'activity' && kind !== 'artifact' && words.some(({ word }) => word === topic[0]),
  );
