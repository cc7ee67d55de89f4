import { z } from 'zod';
import { listWays, type Way } from './list-ways.ts';
import { defineTool, GROUNDED } from './tool.ts';

export const findPath = defineTool({
  name: 'path',
  description:
    'The likeliest way from one activity to another over the transitions of the graph, with how often each transition was taken; empty when there is none. Example: {"source": "record claim", "target": "pay refund"}.',
  input: z.object({
    source: z.string().describe('label of the activity to begin with, exactly as in the tool `activities`'),
    target: z.string().describe('label of the activity to end with'),
  }),
  output: z.object({
    /** Labels from source to target. */
    activities: z.array(z.string()),
    ways: z.array(z.object({ source: z.string(), target: z.string(), count: z.int(), ...GROUNDED })),
  }),
  run: ({ source, target }, from) => {
    const ways = likeliestWays(listWays.run({}, from).ways, source, target);
    return { activities: ways.length === 0 ? [] : [source, ...ways.map((way) => way.target)], ways };
  },
});

/** Dijkstra over -log of the share that each way has of all that leave its source: the product of shares is largest. */
function likeliestWays(ways: readonly Way[], source: string, target: string): Way[] {
  const leaving = Map.groupBy(ways, (way) => way.source);
  const reached = new Map<string, { cost: number; by: Way | null }>([[source, { cost: 0, by: null }]]);
  const done = new Set<string>();
  for (;;) {
    const next = [...reached]
      .filter(([label]) => !done.has(label))
      .reduce<[string, { cost: number }] | undefined>(
        (best, each) => (best === undefined || each[1].cost < best[1].cost ? each : best),
        undefined,
      );
    if (next === undefined || next[0] === target) break;
    const [label, { cost }] = next;
    done.add(label);
    const out = leaving.get(label) ?? [];
    const total = out.reduce((sum, { count }) => sum + count, 0);
    for (const way of out) {
      const through = cost - Math.log(way.count / total);
      if (through < (reached.get(way.target)?.cost ?? Number.POSITIVE_INFINITY)) {
        reached.set(way.target, { cost: through, by: way });
      }
    }
  }
  const path: Way[] = [];
  for (let by = reached.get(target)?.by; by; by = reached.get(by.source)?.by) path.unshift(by);
  return path;
}
