import { z } from 'zod';
import type { Activity } from '../../domain/graph.ts';
import { sureActivities } from '../answer-input.ts';
import { citeSome, sumUp } from './cite-some.ts';
import { defineTool, GROUNDED } from './tool.ts';

const Used = z.object({
  name: z.string(),
  /** In process order. */
  activities: z.array(z.string()),
  roles: z.array(z.string()),
  systems: z.array(z.string()),
  ...GROUNDED,
});
export type Used = z.infer<typeof Used>;

export const listUsed = defineTool({
  name: 'roles_systems_artifacts',
  description:
    'The roles, systems or artifacts of the process, each with the activities it has part in; most first. Example: {"what": "systems"}.',
  input: z.object({
    what: z.enum(['roles', 'systems', 'artifacts']),
    name: z.string().optional().describe('only this one'),
  }),
  output: z.object({ items: z.array(Used) }),
  run: ({ what, name }, from) => {
    const groups = new Map<string, Activity[]>();
    for (const activity of sureActivities(from)) {
      for (const each of activity[what]) groups.set(each.name, [...(groups.get(each.name) ?? []), activity]);
    }
    const items = [...groups]
      .filter(([each]) => name === undefined || each === name)
      .map(([each, activities]) => ({
        name: each,
        activities: activities.map(({ label }) => label),
        roles: namesIn(activities, 'roles'),
        systems: namesIn(activities, 'systems'),
        evidence: citeSome(activities),
        provenance: sumUp(activities),
      }));
    return { items: items.toSorted((a, b) => b.activities.length - a.activities.length) };
  },
});

const namesIn = (activities: readonly Activity[], what: 'roles' | 'systems'): string[] => [
  ...new Set(activities.flatMap((activity) => activity[what].map(({ name }) => name))),
];
