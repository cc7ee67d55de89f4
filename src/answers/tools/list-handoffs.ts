import { z } from 'zod';
import { Handoff, isCounted } from '../../domain/insights.ts';
import { defineTool } from './tool.ts';

export const listHandoffs = defineTool({
  name: 'handoffs',
  description: 'Places where work passes between roles or data between systems; from one, to another, or between two.',
  input: z.object({
    from: z.string().optional(),
    to: z.string().optional(),
    /** In either direction. */
    between: z.tuple([z.string(), z.string()]).optional(),
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
