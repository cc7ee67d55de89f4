import { z } from 'zod';
import { defineTool } from './tool.ts';

export const explainNumber = defineTool({
  name: 'definition',
  description: 'What a number of Mirror counts, in one sentence: handoffs, bottlenecks, rework, wait ...',
  input: z.object({ term: z.string() }),
  output: z.object({ definition: z.string().nullable() }),
  run: ({ term }, { insights }) => ({ definition: insights.definitions[term] ?? null }),
});
