import { z } from 'zod';
import { ResourceHandoff } from '../../domain/graph.ts';
import { citeSome } from './cite-some.ts';
import { defineTool, GROUNDED } from './tool.ts';

export const listPeopleHandoffs = defineTool({
  name: 'people_handoffs',
  description:
    'How often work passes from one person of the event logs to another, most frequent first. Example: {"from": "Dana Holt"}.',
  input: z.object({
    from: z.string().optional().describe('person who gives'),
    to: z.string().optional().describe('person who receives'),
  }),
  output: z.object({ pairs: z.array(ResourceHandoff), ...GROUNDED }),
  run: ({ from: source, to: target }, { graph }) => ({
    pairs: graph.resourceHandoffs.filter(
      (pair) => (source === undefined || pair.from === source) && (target === undefined || pair.to === target),
    ),
    // Pairs are counted over whole logs; the ways work goes on show them.
    evidence: citeSome(graph.transitions.filter(({ handoffs }) => handoffs > 0).slice(0, 5)).concat(
      graph.transitions.length === 0 ? citeSome(graph.activities.slice(0, 1)) : [],
    ),
    provenance: 'observed' as const,
  }),
});
