import { z } from 'zod';
import { Handoff, isCounted } from '../../domain/insights.ts';
import { defineTool } from './tool.ts';

export const listHandoffs = defineTool({
  name: 'handoffs',
  description:
    'Handoffs: places where work passes from one role to another (kind actor) or data from one system to another (kind system); `count` is how often it happened, or recordings that tell it. {} lists all. Example: {"from": "sales", "to": "accountant"}.',
  input: z.object({
    from: z.string().optional().describe('role or system that gives'),
    to: z.string().optional().describe('role or system that receives'),
    between: z.tuple([z.string(), z.string()]).optional().describe('two of them, in either direction'),
    kind: z.enum(['actor', 'system']).optional(),
  }),
  output: z.object({ handoffs: z.array(Handoff) }),
  run: ({ from: source, to: target, between, kind }, { insights }) => {
    const handoffs = insights.handoffs.filter(
      (each) =>
        isCounted(each) &&
        (source === undefined || each.from === source) &&
        (target === undefined || each.to === target) &&
        (kind === undefined || each.kind === kind) &&
        (between === undefined ||
          (each.from === between[0] && each.to === between[1]) ||
          (each.from === between[1] && each.to === between[0])),
    );
    return { handoffs: handoffs.toSorted((a, b) => b.count - a.count) };
  },
});
