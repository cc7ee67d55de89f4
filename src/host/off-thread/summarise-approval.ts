// An approved graph for lists: all but the graph itself.
import type { Approval, ApprovalSummary } from '../../domain/comparison.ts';

export function summariseApproval({ measured, ...approval }: Approval): ApprovalSummary {
  const { graph, cases, unit } = measured;
  return { ...approval, activities: graph.activities.length, transitions: graph.transitions.length, cases, unit };
}
