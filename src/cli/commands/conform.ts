// mirror conform --process NAME [--to APPROVED]
import type { Conformance } from '../../domain/conformance.ts';
import { sayShare } from '../../insights/say.ts';
import { requireWorkspace } from '../../host/workspace.ts';
import { findProcess } from '../find-process.ts';
import { count, print, printJson } from '../output.ts';
import { findApprovalId, readSlice, type SliceOptions } from '../read-slice.ts';
import { withClient } from '../with-client.ts';

interface ConformOptions extends SliceOptions {
  readonly workspace: string;
  readonly process?: string;
  readonly to?: string;
  readonly limit: number;
  readonly json?: boolean;
}

export async function runConform(options: ConformOptions): Promise<void> {
  const slice = readSlice(options);
  requireWorkspace(options.workspace);
  await withClient(options.workspace, async (client, signal) => {
    const { id } = await findProcess(client, options.process);
    const approvalId = await findApprovalId(client, id, options.to);
    const wish = { processId: id, approvalId, limit: options.limit, ...(slice && { slice }) };
    const conformance = await client.compare.conform(wish, { signal });
    if (options.json) printJson(conformance);
    else printConformance(conformance);
  });
}

function printConformance(found: Conformance): void {
  const { cases, conforming, fitness01, deviations, deviatingCases, deviating, notes } = found;
  print(`${found.process}: ${found.scope} against the approved graph "${found.approval.name}"`);
  print();
  const fitness = fitness01 === null ? '' : `, fitness ${fitness01.toFixed(3)}`;
  print(`${conforming} of ${count(cases, 'case')} conform (${sayShare(conforming / cases)})${fitness}.`);
  for (const note of notes) print(`Note: ${note}`);
  if (deviations.length === 0) return;
  print();
  print('   cases  deviation');
  deviations.forEach(({ cases: times, sentence }, at) => print(`${String(times).padStart(8)}  ${at + 1}. ${sentence}`));
  print();
  print('    cost  fitness  case, and its deviations by number');
  for (const { case: name, cost, fitness01: own, deviations: numbers } of deviatingCases) {
    const figures = `${String(cost ?? '-').padStart(8)}  ${own === null ? '      -' : own.toFixed(3).padStart(7)}`;
    print(`${figures}  ${name}: ${numbers.map((at) => at + 1).join(', ')}`);
  }
  const rest = deviating - deviatingCases.length;
  if (rest > 0) print(`          ${count(rest, 'more case')}; --limit shows more`);
}
