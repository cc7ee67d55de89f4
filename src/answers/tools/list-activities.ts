import { z } from 'zod';
import { Activity } from '../../domain/graph.ts';
import { sureActivities } from '../answer-input.ts';
import { defineTool } from './tool.ts';

export const ActivityItem = Activity.pick({
  label: true,
  count: true,
  cases: true,
  sources: true,
  roles: true,
  systems: true,
  artifacts: true,
  processing: true,
  reworkCases: true,
  evidence: true,
  provenance: true,
});
export type ActivityItem = z.infer<typeof ActivityItem>;

export const listActivities = defineTool({
  name: 'activities',
  description: 'Activities of the process in process order, with counts, who does them, where and how long they take.',
  input: z.object({
    label: z.string().optional(),
    role: z.string().optional(),
    system: z.string().optional(),
    artifact: z.string().optional(),
    /** Which sources must know it, and that no other does. */
    only: z.enum(['told', 'logged']).optional(),
  }),
  output: z.object({ activities: z.array(ActivityItem) }),
  run: ({ label, role, system, artifact, only }, from) => {
    const has = (list: readonly { readonly name: string }[], name: string | undefined): boolean =>
      name === undefined || list.some((each) => each.name === name);
    const activities = sureActivities(from).filter(
      (each) =>
        (label === undefined || each.label === label) &&
        has(each.roles, role) &&
        has(each.systems, system) &&
        has(each.artifacts, artifact) &&
        (only === undefined || each.sources[only === 'told' ? 'log' : 'recordings'] === 0),
    );
    return { activities };
  },
});
