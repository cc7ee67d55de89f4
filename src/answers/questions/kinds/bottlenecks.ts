// Questions about the places where most time is lost.
import { quote, sayCount } from '../../../insights/say.ts';
import { listBottlenecks } from '../../tools/list-findings.ts';
import type { Asked, QuestionKind, Refused, Told } from '../kind.ts';
import { refuse, tellList } from './tell.ts';

export const BOTTLENECK_KINDS: readonly QuestionKind[] = [
  {
    id: 'count-bottlenecks',
    examples: ['How many bottlenecks are there?', 'Where are the bottlenecks?', 'List the bottlenecks', 'What hurts?'],
    patterns: ['BOTTLENECK COUNT? MOST? WHY? LONG? WAIT? WHERE?', 'BOTTLENECK COUNT? WHY? {activity}'],
    ofCases: true,
    explainsWaiting: true,
    answer: (asked) => tellBottlenecks(asked, asked.number ?? asked.limit),
  },
  {
    id: 'longest-wait',
    examples: [
      'Where do cases wait longest and why?',
      'What is the biggest delay?',
      'Where is most time lost?',
      'Where do things get stuck?',
    ],
    patterns: [
      'WAIT MOST WHY? LONG? BOTTLENECK?',
      'WAIT LONG WHY?',
      'WAIT WHERE WHY? MOST? LONG?',
      'WAIT FREQUENT',
      'WHY LONG',
    ],
    ofCases: true,
    explainsWaiting: true,
    answer: (asked) => {
      const { bottlenecks } = listBottlenecks.run({ words: [] }, asked.input);
      const [first] = bottlenecks;
      if (first === undefined) return refuse('No wait has been found in this process.');
      const limit = asked.number ?? 3;
      return {
        values: {
          place: first.label,
          meanMs: first.wait?.meanMs ?? null,
          medianMs: first.wait?.medianMs ?? null,
          share01: first.share01,
          cause: first.cause,
          statedDuration: first.statedDuration,
        },
        sentences: bottlenecks.slice(0, limit).map(({ sentence, evidence }) => ({ text: sentence, evidence })),
        definition: 'bottlenecks',
        n: first.n,
        provenance: first.provenance,
      };
    },
  },
];

function tellBottlenecks(asked: Asked, limit: number): Told | Refused {
  const { bottlenecks } = listBottlenecks.run({ activity: asked.find('activity'), words: [] }, asked.input);
  const [first] = bottlenecks;
  const at = asked.find('activity');
  return tellList({
    items: bottlenecks,
    head: `There ${bottlenecks.length === 1 ? 'is' : 'are'} ${sayCount(bottlenecks.length, 'bottleneck')}${at === undefined ? '' : ` at ${quote(at)}`}.`,
    line: ({ sentence }) => sentence,
    values: {
      bottlenecks: bottlenecks.length,
      place: first?.label ?? null,
      meanMs: first?.wait?.meanMs ?? null,
      share01: first?.share01 ?? null,
    },
    definition: 'bottlenecks',
    limit,
    input: asked.input,
  });
}
