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
  description:
    'Activities (steps) of the process in process order: how often and in how many cases each is done, by which roles, in which systems, with which artifacts, and how long it takes (`processing`, milliseconds). All conditions together; {} lists all. Example: {"role": "accountant"}.',
  input: z.object({
    label: z.string().optional().describe('exact label of one activity'),
    role: z.string().optional().describe('only those that this role does'),
    system: z.string().optional().describe('only those done in this system'),
    artifact: z.string().optional().describe('only those that handle this artifact'),
    only: z
      .enum(['told', 'logged'])
      .optional()
      .describe('told: known from recordings and in no event log; logged: in an event log and told by nobody'),
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
