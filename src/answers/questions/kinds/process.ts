// Questions about the process as a whole.
import { sayCount, sayDuration } from '../../../insights/say.ts';
import { countProcess } from '../../tools/count-process.ts';
import { explainNumber } from '../../tools/explain-number.ts';
import type { Concept } from '../concepts.ts';
import type { QuestionKind } from '../kind.ts';
import { countOf } from './count-of.ts';
import { refuse, saySpread, spreadValues } from './tell.ts';

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
    id: 'cycle-time',
    examples: [
      'How long does a case take?',
      'What is the average cycle time?',
      'How long does the process last from start to end?',
    ],
    patterns: ['LONG CASE? PROCESS? AVERAGE? START? END? MOST? LEAST?'],
    ofCases: true,
    answer: ({ input, concepts }) => {
      const { cycle, evidence } = countProcess.run({}, input);
      if (cycle === null) return refuse('No event log shows how long cases take; recordings alone do not tell it.');
      return {
        values: spreadValues(cycle),
        sentences: [
          { text: `From the first to the last event a case takes ${saySpread(cycle)}.`, evidence },
          ...(concepts.has('MOST') || concepts.has('LEAST')
            ? [
                {
                  text: `The longest takes ${sayDuration(cycle.maxMs)}, the shortest ${sayDuration(cycle.minMs)}.`,
                  evidence,
                },
              ]
            : []),
        ],
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
