// The nodes of one unit: an activity, or branches side by side.
import type { Activity } from '../../domain/graph.ts';
import { describeActivity } from './describe.ts';
import type { FlowNode } from './flow-model.ts';
import type { Link, Plan, UnitNodes } from './plan.ts';
import { findTaskKind } from './task-kinds.ts';
import type { Unit } from './units.ts';
import { toNcName } from './words.ts';

export const single = (node: FlowNode): UnitNodes => ({ nodes: [node], links: [], first: node.id, last: node.id });

/** One after the other. */
export function chain(parts: readonly [UnitNodes, ...UnitNodes[]]): UnitNodes {
  return {
    nodes: parts.flatMap(({ nodes }) => nodes),
    links: [
      ...parts.flatMap(({ links }) => links),
      ...parts.slice(1).map(({ first }, at) => ({ source: parts[at]!.last, target: first, weight: 0 })),
    ],
    first: parts[0].first,
    last: parts.at(-1)!.last,
  };
}

export function makeGateway(prefix: string, id: string, rest: Pick<FlowNode, 'role'> & Partial<FlowNode>): FlowNode {
  return { kind: 'exclusiveGateway', name: '', documentation: [], facts: [], ...rest, id: toNcName(prefix, id) };
}

export const roleOf = ({ roles }: Activity): string | null => roles[0]?.name ?? null;

/** Whoever is named first stands for a block. */
export const roleOfUnit = ({ branches }: Unit): string | null => roleOf(branches[0]![0]!);

/** An activity is one task; branches side by side stand between two parallel gateways, each a task or a choice. */
export function buildUnit(unit: Unit, plan: Plan, systems: ReadonlySet<string>): UnitNodes {
  const toTask = (activity: Activity): UnitNodes =>
    single({
      id: toNcName('Task', activity.id),
      kind: findTaskKind(activity, systems),
      name: activity.label,
      role: roleOf(activity),
      ...describeActivity(activity, plan),
    });
  if (unit.branches.length === 1) return toTask(unit.branches[0]![0]!);
  const role = roleOfUnit(unit);
  const fork = makeGateway('Fork', unit.id, {
    role,
    kind: 'parallelGateway',
    documentation: ['The log shows these side by side: in both orders, neither depending on the other.'],
  });
  const meet = makeGateway('Meet', unit.id, { role, kind: 'parallelGateway' });
  const branches = unit.branches.map((members) => ({
    part: buildBranch(members, toTask),
    weight: members.reduce((sum, { count }) => sum + count, 0),
  }));
  return between(fork, meet, branches);
}

function buildBranch(members: readonly Activity[], toTask: (activity: Activity) => UnitNodes): UnitNodes {
  const [first] = members;
  if (members.length === 1) return toTask(first!);
  const role = roleOf(first!);
  const split = makeGateway('Choose', first!.id, { role, name: 'Which one?' });
  const join = makeGateway('Merge', first!.id, { role });
  return between(
    split,
    join,
    members.map((activity) => ({ part: toTask(activity), weight: activity.count })),
  );
}

interface Branch {
  readonly part: UnitNodes;
  readonly weight: number;
}

function between(split: FlowNode, join: FlowNode, branches: readonly Branch[]): UnitNodes {
  return {
    nodes: [split, ...branches.flatMap(({ part }) => part.nodes), join],
    links: branches.flatMap(({ part, weight }): Link[] => [
      { source: split.id, target: part.first, weight },
      ...part.links,
      { source: part.last, target: join.id, weight },
    ]),
    first: split.id,
    last: join.id,
  };
}
