// Questions about the ways that cases take.
import { quote, sayCount, sayShare } from '../../../insights/say.ts';
import { sayList } from '../../say-list.ts';
import { listVariants } from '../../tools/list-variants.ts';
import type { QuestionKind } from '../kind.ts';
import { countOf } from './count-of.ts';
import { refuse, tellList } from './tell.ts';

export const VARIANT_KINDS: readonly QuestionKind[] = [
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
    patterns: ['VARIANT|PATH MOST? FREQUENT? CASE? SHARE? COUNT? SUMMARY? AVERAGE?'],
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
];
