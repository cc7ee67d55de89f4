// mirror insights --process NAME
import { type Insights, isCounted } from '../../domain/insights.ts';
import { findProcess } from '../find-process.ts';
import { count, print, printJson } from '../output.ts';
import { requireWorkspace } from '../../host/workspace.ts';
import { withClient } from '../with-client.ts';

interface InsightsOptions {
  readonly workspace: string;
  readonly process?: string;
  readonly json?: boolean;
}

export async function runInsights(options: InsightsOptions): Promise<void> {
  requireWorkspace(options.workspace);
  await withClient(options.workspace, async (client) => {
    const { id } = await findProcess(client, options.process);
    const { process, insights } = await client.process.open({ processId: id });
    if (options.json) printJson({ process: process.name, ...insights });
    else printInsights(process.name, insights);
  });
}

function printInsights(name: string, insights: Insights): void {
  const counted = (list: Insights['handoffs'] | Insights['bottlenecks']): number => list.filter(isCounted).length;
  print(
    `${name}: ${count(counted(insights.handoffs), 'handoff')}, ${count(counted(insights.bottlenecks), 'bottleneck')}`,
  );
  const { definitions: _definitions, exclusions, waiting: _waiting, ...findings } = insights;
  for (const [kind, list] of Object.entries(findings)) {
    if (list.length === 0) continue;
    print();
    const unsure = list.filter((finding) => !isCounted(finding)).length;
    print(`${kind} (${list.length - unsure}${unsure === 0 ? '' : `, and ${unsure} not counted, marked ?`})`);
    for (const finding of list)
      print(`  ${isCounted(finding) ? '' : '? '}${'sentence' in finding ? finding.sentence : finding.label}`);
  }
  if (Object.values(findings).some((list) => list.some((finding) => !isCounted(finding))))
    print('\n? stands for findings too unsure to count, or dismissed by a person: the counts leave them out.');
  // Besides what the numbers leave out, there is how the files were read.
  if (exclusions.length > 0) print('\nLeft out, and notes on what was read:');
  for (const exclusion of exclusions) print(`  ${exclusion}`);
}
