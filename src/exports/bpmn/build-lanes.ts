// Who does what: one lane a role.
import { shortHash } from '../../lib/short-hash.ts';
import type { FlowNode, Lane } from './flow-model.ts';

/** The lane of what nobody is known to do. */
export const NOBODY = 'Role not known';

/** In order of first appearance; none at all where no role is known. */
export function buildLanes(nodes: readonly FlowNode[]): Lane[] {
  if (nodes.every(({ role }) => role === null)) return [];
  return [...Map.groupBy(nodes, ({ role }) => role)].map(([role, members]) => ({
    id: `Lane_${shortHash(role ?? '')}`,
    name: role ?? NOBODY,
    nodeIds: members.map(({ id }) => id),
  }));
}
