import { z } from 'zod';
import { Durations } from '../../domain/graph.ts';
import { labelOf } from '../answer-input.ts';
import { defineTool, GROUNDED } from './tool.ts';

const Way = z.object({
  source: z.string(),
  target: z.string(),
  count: z.int(),
  wait: Durations.nullable(),
  handoffs: z.int(),
  ...GROUNDED,
});
export type Way = z.infer<typeof Way>;

export const listWays = defineTool({
  name: 'neighbours',
  description:
    'What directly follows what, with counts and waits, most frequent first: after or before an activity, or of all.',
  input: z.object({ source: z.string().optional(), target: z.string().optional() }),
  output: z.object({ ways: z.array(Way) }),
  run: ({ source, target }, from) => {
    const ways = from.graph.transitions
      .filter(({ unsure }) => !unsure)
      .map((each) => ({
        source: labelOf(from, each.source),
        target: labelOf(from, each.target),
        count: each.count,
        wait: each.wait,
        handoffs: each.handoffs,
        evidence: each.evidence,
        provenance: each.provenance,
      }))
      .filter(
        (each) => (source === undefined || each.source === source) && (target === undefined || each.target === target),
      );
    return { ways: ways.toSorted((a, b) => b.count - a.count) };
  },
});
