// Questions about the process as a whole.
import { quote, sayCount, sayShare } from '../../../insights/say.ts';
import { sayList } from '../../say-list.ts';
import { countProcess } from '../../tools/count-process.ts';
import { explainNumber } from '../../tools/explain-number.ts';
import { listVariants } from '../../tools/list-variants.ts';
import type { Concept } from '../concepts.ts';
import type { Asked, QuestionKind, Told } from '../kind.ts';
import { refuse, saySpread, spreadValues, tellList } from './tell.ts';

/** A count of the headline: "How many cases are there?" */
function countOf(asked: Asked, what: 'cases' | 'events' | 'variants', text: (n: number) => string): Told {
  const counts = countProcess.run({}, asked.input);
  const n = what === 'cases' ? counts.headline.cases : counts[what];
  return {
    values: { [what]: n },
    sentences: [{ text: text(n), evidence: counts.evidence }],
    definition: what === 'cases' ? 'cases' : 'n',
    n,
    provenance: counts.provenance,
  };
}

function tellEnds(asked: Asked, side: 'starts' | 'ends'): Told {
  const counts = countProcess.run({}, asked.input);
  const ends = counts[side].toSorted((a, b) => b.count - a.count);
  const total = ends.reduce((sum, { count }) => sum + count, 0);
  const verb = side === 'starts' ? 'start' : 'end';
  return tellList({
    items: ends,
    head: `Cases ${verb} with ${sayList(ends.map(({ activity }) => quote(activity)))}.`,
    line: ({ activity, count }) => `${quote(activity)}: ${count} of ${total}, ${sayShare(count / total)}.`,
    values: { activities: ends.map(({ activity }) => activity), counts: ends.map(({ count }) => String(count)), total },
    definition: 'cases',
    limit: 4,
    input: asked.input,
  });
}

/** The key of the definition of what a concept counts. */
const TERMS = [
  ['BOTTLENECK', 'bottlenecks'],
  ['HANDOFF', 'handoffs'],
  ['REWORK', 'rework'],
  ['EXCEPTION', 'exceptions'],
  ['JUDGEMENT', 'judgements'],
  ['TRANSFER', 'transfers'],
  ['OPENEND', 'openEnds'],
  ['DECISION', 'decisions'],
  ['DIFFER', 'differences'],
  ['EFFICIENCY', 'cte'],
  ['WAIT', 'wait'],
  ['CASE', 'cases'],
] as const satisfies readonly (readonly [Concept, string])[];

export const PROCESS_KINDS: readonly QuestionKind[] = [
  {
    id: 'overview',
    examples: ['What is this process in short?', 'Give me a summary of the process', 'Describe the key figures'],
    patterns: ['SUMMARY'],
    answer: ({ input }) => {
      const { headline: head, cycle, rework, decisions, evidence, provenance } = countProcess.run({}, input);
      const { recordings, cases, activities, transitions, handoffs, bottlenecks, exceptions, judgements } = head;
      const sentences = [
        `${head.process} is known from ${sayCount(recordings, 'recording')} and ${sayCount(cases, 'case')}: ${sayCount(activities, 'activity', 'activities')} and ${sayCount(transitions, 'transition')}.`,
        `It has ${sayCount(handoffs, 'handoff')}, ${sayCount(bottlenecks, 'bottleneck')}, ${sayCount(exceptions, 'exception')} and ${sayCount(judgements, 'judgement moment')}.`,
        ...(cycle ? [`A case takes ${saySpread(cycle)}.`] : []),
      ];
      return {
        values: {
          recordings,
          cases,
          activities,
          transitions,
          handoffs,
          bottlenecks,
          exceptions,
          judgements,
          rework,
          decisions,
        },
        sentences: sentences.map((text) => ({ text, evidence })),
        definition: 'cases',
        n: cases,
        provenance,
      };
    },
  },
  {
    id: 'count-cases',
    examples: ['How many cases are there?', 'Number of cases', 'How many cases did the log record?'],
    patterns: ['COUNT|OFTEN CASE PROCESS? OBSERVED? RECORDING? START?', 'OFTEN PROCESS DO'],
    ofCases: true,
    answer: (asked) => countOf(asked, 'cases', (n) => `There ${n === 1 ? 'is' : 'are'} ${sayCount(n, 'case')}.`),
  },
  {
    id: 'count-events',
    examples: ['How many events are in the log?', 'How many rows does the event log have?'],
    patterns: ['COUNT EVENT OBSERVED?'],
    ofCases: true,
    answer: (asked) => countOf(asked, 'events', (n) => `The event logs hold ${sayCount(n, 'event')}.`),
  },
  {
    id: 'starts',
    examples: ['Where does the process start?', 'What is the first step?', 'How do cases begin?', 'What triggers it?'],
    patterns: ['START PROCESS? CASE? ACTIVITY? MOST? FREQUENT? WITH?'],
    ofCases: true,
    answer: (asked) => tellEnds(asked, 'starts'),
  },
  {
    id: 'ends',
    examples: ['Where does the process end?', 'What is the last step?', 'How do cases finish?'],
    patterns: ['END PROCESS? CASE? ACTIVITY? MOST? FREQUENT?'],
    ofCases: true,
    answer: (asked) => tellEnds(asked, 'ends'),
  },
  {
    id: 'starts-with',
    examples: ['How many cases start with {activity}?', 'What share of cases ends with {activity}?'],
    patterns: ['START|END COUNT? SHARE? OFTEN? CASE? DO? {activity}'],
    ofCases: true,
    answer: (asked) => {
      const activity = asked.name('activity');
      const side = asked.concepts.has('START') ? 'starts' : 'ends';
      const counts = countProcess.run({}, asked.input);
      const total = counts[side].reduce((sum, { count }) => sum + count, 0);
      const found = counts[side].find((each) => each.activity === activity);
      if (found === undefined) return refuse(`No case ${side.slice(0, -1)}s with ${quote(activity)}.`);
      const { count, evidence, provenance } = found;
      const text = `${sayCount(count, 'case')} of ${total}, ${sayShare(count / total)}, ${side.slice(0, -1)}${count === 1 ? 's' : ''} with ${quote(activity)}.`;
      return {
        values: { count, ofCases: total, share01: count / total },
        sentences: [{ text, evidence }],
        definition: 'cases',
        n: count,
        provenance,
      };
    },
  },
  {
    id: 'count-variants',
    examples: ['How many variants are there?', 'How many different ways do cases go?'],
    patterns: ['COUNT VARIANT CASE?', 'COUNT PATH CASE?'],
    ofCases: true,
    answer: (asked) =>
      countOf(asked, 'variants', (n) => `Cases take ${sayCount(n, 'variant')}: paths through the activities.`),
  },
  {
    id: 'top-variants',
    examples: [
      'What is the most common variant?',
      'Which path do most cases take?',
      'What is the happy path?',
      'List the variants',
    ],
    patterns: ['VARIANT|PATH MOST? FREQUENT? CASE? SHARE? COUNT?'],
    ofCases: true,
    answer: ({ input, limit, number }) => {
      const { variants, cases, count } = listVariants.run({}, input);
      const [first] = variants;
      if (first === undefined) return refuse('No variants are known: this process has no cases yet.');
      return tellList({
        items: variants,
        head: `The most frequent of ${sayCount(count, 'variant')} is taken by ${first.count} of ${cases} cases, ${sayShare(first.count / cases)}: ${first.activities.map(quote).join(', ')}.`,
        line: (variant) =>
          `${variant.count} of ${cases} cases, ${sayShare(variant.count / cases)}: ${sayList(variant.activities.map(quote), 40)}.`,
        values: {
          variants: count,
          count: first.count,
          cases,
          share01: first.count / cases,
          activities: first.activities,
        },
        definition: 'cases',
        limit: number === null ? Math.min(limit, 3) : number,
        input,
      });
    },
  },
  {
    id: 'cycle-time',
    examples: [
      'How long does a case take?',
      'What is the average cycle time?',
      'How long does the process last from start to end?',
    ],
    patterns: ['LONG CASE? PROCESS? AVERAGE? START? END? MOST?'],
    ofCases: true,
    answer: ({ input }) => {
      const { cycle, evidence } = countProcess.run({}, input);
      if (cycle === null) return refuse('No event log shows how long cases take; recordings alone do not tell it.');
      return {
        values: spreadValues(cycle),
        sentences: [{ text: `From the first to the last event a case takes ${saySpread(cycle)}.`, evidence }],
        definition: 'cases',
        n: cycle.n,
        provenance: 'observed',
      };
    },
  },
  {
    id: 'left-out',
    examples: ['What is left out of the numbers?', 'What did you exclude?'],
    patterns: ['LEFTOUT COUNT?'],
    answer: ({ input }) => {
      const { exclusions, evidence, provenance } = countProcess.run({}, input);
      if (exclusions.length === 0) return refuse('Nothing was left out of the numbers.');
      return {
        values: { exclusions },
        sentences: exclusions.map((text) => ({ text, evidence })),
        n: exclusions.length,
        provenance,
      };
    },
  },
  {
    id: 'definition',
    examples: [
      'What is a handoff?',
      'How is a bottleneck defined?',
      'What counts as rework?',
      'What is meant by waiting?',
      'How is rework computed?',
    ],
    patterns: [
      'DEFINE HANDOFF|BOTTLENECK|REWORK|WAIT|EXCEPTION|JUDGEMENT|TRANSFER|OPENEND|DECISION|DIFFER|EFFICIENCY|CASE COUNT? AVERAGE?',
    ],
    answer: ({ input, concepts }) => {
      const term = TERMS.find(([concept]) => concepts.has(concept))?.[1] ?? 'n';
      const { definition } = explainNumber.run({ term }, input);
      if (definition === null) return refuse('This number has no definition here.');
      const { evidence } = countProcess.run({}, input);
      return {
        values: { term, definition },
        sentences: [{ text: definition, evidence }],
        n: null,
        provenance: 'inferred',
      };
    },
  },
];
