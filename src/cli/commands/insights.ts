// mirror insights --process NAME
import { type Insights, isDoubtful } from '../../domain/insights.ts';
import { count, print, printJson } from '../output.ts';
import { requireWorkspace } from '../../host/workspace.ts';
import { withClient } from '../with-client.ts';

interface InsightsOptions {
  readonly workspace: string;
  readonly process: string;
  readonly json?: boolean;
}

export async function runInsights(options: InsightsOptions): Promise<void> {
  requireWorkspace(options.workspace);
  await withClient(options.workspace, async (client) => {
    const { id } = await client.process.find({ name: options.process });
    const { process, insights } = await client.process.open({ processId: id });
    if (options.json) printJson({ process: process.name, ...insights });
    else printInsights(process.name, insights);
  });
}

function printInsights(name: string, insights: Insights): void {
  print(`${name}: ${count(insights.handoffs.length, 'handoff')}, ${count(insights.bottlenecks.length, 'bottleneck')}`);
  const { definitions: _definitions, exclusions, waiting: _waiting, ...findings } = insights;
  for (const [kind, list] of Object.entries(findings)) {
    if (list.length === 0) continue;
    print();
    print(`${kind} (${list.length})`);
    for (const finding of list)
      print(`  ${isDoubtful(finding) ? '? ' : ''}${'sentence' in finding ? finding.sentence : finding.label}`);
  }
  for (const exclusion of exclusions) print(`\nLeft out: ${exclusion}`);
}
