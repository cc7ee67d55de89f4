import { z } from 'zod';
import { defineTool } from './tool.ts';

export const explainNumber = defineTool({
  name: 'definition',
  description:
    'What a number of Mirror counts, in one sentence; null for an unknown term. Example: {"term": "handoffs"}.',
  input: z.object({
    term: z
      .string()
      .describe(
        'one of: cases, activities, transitions, handoffs, bottlenecks, rework, exceptions, judgements, transfers, openEnds, decisions, differences, waits, wait, waiting, cte, n',
      ),
  }),
  output: z.object({ definition: z.string().nullable() }),
  run: ({ term }, { insights }) => ({ definition: insights.definitions[term] ?? null }),
});
