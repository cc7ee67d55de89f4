import { z } from 'zod';
import { Durations } from '../../domain/graph.ts';
import { Headline, isCounted } from '../../domain/insights.ts';
import { headline } from '../../insights/find-insights.ts';
import { labelOf, sureActivities } from '../answer-input.ts';
import { citeSome, sumUp } from './cite-some.ts';
import { defineTool, GROUNDED } from './tool.ts';

const End = z.object({ activity: z.string(), count: z.int(), ...GROUNDED });

export const countProcess = defineTool({
  name: 'counts',
  description:
    'The headline of the process: how many cases, recordings, activities and findings of each kind; how long cases take (`cycle`, milliseconds, null without an event log); with which activities cases start and end. Takes no input: {}.',
  input: z.object({}),
  output: z.object({
    headline: Headline,
    events: z.int(),
    variants: z.int(),
    rework: z.int(),
    decisions: z.int(),
    transfers: z.int(),
    openEnds: z.int(),
    differences: z.int(),
    cycle: Durations.nullable(),
    starts: z.array(End),
    ends: z.array(End),
    exclusions: z.array(z.string()),
    ...GROUNDED,
  }),
  run: (_, from) => {
    const { graph, insights } = from;
    const sure = sureActivities(from);
    const count = (list: Parameters<typeof isCounted>[0][]): number => list.filter(isCounted).length;
    const ends = (list: readonly { activity: (typeof graph.activities)[number]['id']; count: number }[]) =>
      list.flatMap(({ activity, count: n }) => {
        const found = graph.activities.find(({ id }) => id === activity);
        if (found === undefined) return [];
        return [
          { activity: labelOf(from, activity), count: n, evidence: found.evidence, provenance: found.provenance },
        ];
      });
    return {
      headline: headline(graph, insights),
      events: graph.events,
      variants: graph.variants.count,
      rework: count(insights.rework),
      decisions: count(insights.decisions),
      transfers: count(insights.transfers),
      openEnds: count(insights.openEnds),
      differences: count(insights.differences),
      cycle: graph.cycle,
      starts: ends(graph.start),
      ends: ends(graph.end),
      exclusions: [...insights.exclusions],
      evidence: citeSome(sure.toSorted((a, b) => b.count - a.count)),
      provenance: sumUp(sure),
    };
  },
});
