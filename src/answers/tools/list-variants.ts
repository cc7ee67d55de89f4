import { z } from 'zod';
import { labelOf } from '../answer-input.ts';
import { citeSome } from './cite-some.ts';
import { defineTool, GROUNDED } from './tool.ts';

export const listVariants = defineTool({
  name: 'variants',
  description:
    'Variants: paths that cases take through the activities, the most frequent first, each with its number of cases; of many, the first fifty (`count` is the number of all). Takes no input: {}.',
  input: z.object({}),
  output: z.object({
    count: z.int(),
    cases: z.int(),
    variants: z.array(z.object({ activities: z.array(z.string()), count: z.int(), ...GROUNDED })),
  }),
  run: (_, from) => {
    const { graph } = from;
    const byId = new Map(graph.activities.map((activity) => [activity.id, activity]));
    const variants = graph.variants.top.map(({ activities, count }) => ({
      activities: activities.map((id) => labelOf(from, id)),
      count,
      evidence: citeSome(activities.flatMap((id) => byId.get(id) ?? [])),
      provenance: 'observed' as const,
    }));
    return { count: graph.variants.count, cases: graph.cases, variants };
  },
});
