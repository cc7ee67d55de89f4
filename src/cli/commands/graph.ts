// mirror graph --process NAME [--instances paired|atomic]
import type { Instances } from '../../domain/log.ts';
import type { ProcessGraph } from '../../domain/graph.ts';
import { describeGraph } from '../../graph/describe-graph.ts';
import { findProcess } from '../find-process.ts';
import { count, print, printJson } from '../output.ts';
import { requireWorkspace } from '../../host/workspace.ts';
import { withClient } from '../with-client.ts';

interface GraphOptions {
  readonly workspace: string;
  readonly process?: string;
  readonly instances: Instances;
  readonly json?: boolean;
}

export async function runGraph(options: GraphOptions): Promise<void> {
  requireWorkspace(options.workspace);
  await withClient(options.workspace, async (client, signal) => {
    const { id } = await findProcess(client, options.process);
    const graph = await client.process.graph({ processId: id, instances: options.instances }, { signal });
    if (options.json) printJson(describeGraph(graph));
    else printGraph(graph);
  });
}

function printGraph(graph: ProcessGraph): void {
  const labels = new Map(graph.activities.map(({ id, label }) => [id, label]));
  print(`${graph.process}: ${count(graph.cases, 'case')}, ${count(graph.variants.count, 'variant')}`);
  print();
  for (const { label, count: times } of graph.activities) print(`${String(times).padStart(8)}  ${label}`);
  print();
  for (const { source, target, count: times } of graph.transitions)
    print(`${String(times).padStart(8)}  ${labels.get(source)} -> ${labels.get(target)}`);
}
