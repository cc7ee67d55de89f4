import { z } from 'zod';
import { WaitingOverview } from '../../domain/waiting.ts';
import { citeSome } from './cite-some.ts';
import { defineTool, GROUNDED } from './tool.ts';

export const explainWaiting = defineTool({
  name: 'waiting',
  description:
    'All waiting of the event logs by cause (batching, contention, prioritisation, unavailability, extraneous; milliseconds), and cycle time efficiency (cte01, 0 to 1); `waiting` is null where no log shows who works when. Takes no input: {}.',
  input: z.object({}),
  output: z.object({ waiting: WaitingOverview.nullable(), n: z.int(), ...GROUNDED }),
  run: (_, { graph, insights }) => {
    const waiting = graph.transitions.filter(({ wait }) => wait !== null);
    return {
      waiting: insights.waiting ?? null,
      n: waiting.reduce((sum, { wait }) => sum + (wait?.n ?? 0), 0),
      evidence: citeSome(waiting.length > 0 ? waiting.slice(0, 5) : graph.activities.slice(0, 5)),
      provenance: 'observed' as const,
    };
  },
});
