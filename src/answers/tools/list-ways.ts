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
    'What directly follows what (transitions), most frequent first, with how often and how long cases wait in between (`wait`, milliseconds, null where it is only told). `source` alone: what comes after it; `target` alone: what comes before it; both: the one transition. Example: {"source": "check receipt"}.',
  input: z.object({
    source: z.string().optional().describe('exact label of the activity before'),
    target: z.string().optional().describe('exact label of the activity after'),
  }),
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
