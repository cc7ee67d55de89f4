// Questions about why cases wait, and how much of their time is worked.
import { sayDuration, sayShare } from '../../../insights/say.ts';
import { explainWaiting } from '../../tools/explain-waiting.ts';
import type { QuestionKind } from '../kind.ts';
import { refuse } from './tell.ts';

export const WAIT_CAUSE_KINDS: readonly QuestionKind[] = [
  {
    id: 'why-wait',
    examples: ['Why do cases wait?', 'What are the causes of waiting?', 'How much waiting is due to batching?'],
    patterns: [
      'WHY WAIT CASE? LONG?',
      'CAUSE WAIT? COUNT? LONG? SHARE? WHY?',
      'WAIT COUNT? LONG? SHARE? CASE? AVERAGE?',
    ],
    ofCases: true,
    explainsWaiting: true,
    answer: (asked) => {
      const { waiting, n, evidence } = explainWaiting.run({}, asked.input);
      if (waiting === null || waiting.totalMs === 0)
        return refuse('No event log shows who works when, so waiting cannot be laid to causes.');
      const causes = (['batchingMs', 'contentionMs', 'prioritisationMs', 'unavailabilityMs', 'extraneousMs'] as const)
        .map((name) => ({ name, ms: waiting[name] }))
        .toSorted((a, b) => b.ms - a.ms);
      const shares = causes.map(({ name, ms }) => `${name.slice(0, -2)} ${sayShare(ms / waiting.totalMs)}`);
      const { batchingMs, contentionMs, prioritisationMs, unavailabilityMs, extraneousMs, totalMs } = waiting;
      return {
        values: {
          totalMs,
          batchingMs,
          contentionMs,
          prioritisationMs,
          unavailabilityMs,
          extraneousMs,
          cause: causes[0]?.name.slice(0, -2) ?? null,
        },
        sentences: [
          {
            text: `All cases together wait ${sayDuration(totalMs)} (n = ${n}), by cause: ${shares.join(', ')}.`,
            evidence,
          },
          { text: asked.input.insights.definitions[causes[0]?.name.slice(0, -2) ?? ''] ?? '', evidence },
        ].filter(({ text }) => text !== ''),
        definition: 'waiting',
        n,
        provenance: 'observed',
      };
    },
  },
  {
    id: 'efficiency',
    examples: [
      'What is the cycle time efficiency?',
      'How efficient is the process?',
      'What share of the time is worked?',
    ],
    patterns: ['EFFICIENCY LONG? SHARE? PROCESS? COUNT? WAIT?'],
    ofCases: true,
    explainsWaiting: true,
    answer: (asked) => {
      const { waiting, n, evidence } = explainWaiting.run({}, asked.input);
      if (waiting === null || waiting.cte01 === null)
        return refuse('No event log shows when somebody works and when a case waits.');
      return {
        values: { cte01: waiting.cte01, processingMs: waiting.processingMs, totalMs: waiting.totalMs },
        sentences: [
          {
            text: `Of the time worked and waited ${sayShare(waiting.cte01)} is worked: ${sayDuration(waiting.processingMs)} of work and ${sayDuration(waiting.totalMs)} of waiting (n = ${n}).`,
            evidence,
          },
        ],
        definition: 'cte',
        n,
        provenance: 'observed',
      };
    },
  },
];
