// mirror approve --process NAME [--name NAME] [--withdraw NAME] [--list]
import type { ApprovalSummary, GraphPart } from '../../domain/comparison.ts';
import { requireWorkspace } from '../../host/workspace.ts';
import { count, print, printJson } from '../output.ts';
import { findApprovalId, readSlice, type SliceOptions } from '../read-slice.ts';
import { withClient } from '../with-client.ts';

interface ApproveOptions extends SliceOptions {
  readonly workspace: string;
  readonly process: string;
  readonly name?: string;
  readonly part: GraphPart;
  readonly withdraw?: string;
  readonly list?: boolean;
  readonly json?: boolean;
}

/** Keeps the present graph as approved, withdraws one, or lists them. */
export async function runApprove(options: ApproveOptions): Promise<void> {
  const slice = readSlice(options);
  requireWorkspace(options.workspace);
  await withClient(options.workspace, async (client, signal) => {
    const { id } = await client.process.find({ name: options.process });
    if (options.withdraw !== undefined) {
      const approvalId = await findApprovalId(client, id, options.withdraw);
      return printOne(await client.compare.withdraw({ approvalId }), options);
    }
    if (options.list) return printAll(await client.compare.approvals({ processId: id }), options);
    const name = options.name ?? `Approved ${new Date().toISOString().slice(0, 10)}`;
    const wish = { processId: id, name, part: slice ? ('observed' as const) : options.part, ...(slice && { slice }) };
    return printOne(await client.compare.approve(wish, { signal }), options);
  });
}

function printOne(approval: ApprovalSummary, { json }: ApproveOptions): void {
  if (json) printJson(approval);
  else print(describe(approval));
}

function printAll(approvals: readonly ApprovalSummary[], { json, process }: ApproveOptions): void {
  if (json) return printJson({ process, approvals });
  if (approvals.length === 0) print('Nothing is approved yet.');
  for (const approval of approvals) print(describe(approval));
}

function describe({ name, atMs, withdrawnAtMs, scope, activities, transitions, cases, unit }: ApprovalSummary): string {
  const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
  const state = withdrawnAtMs === null ? `approved ${day(atMs)}` : `withdrawn ${day(withdrawnAtMs)}`;
  const size = `${count(activities, 'activity', 'activities')}, ${count(transitions, 'transition')}`;
  return `${name}: ${state}, ${scope}, ${size}, from ${count(cases, unit.slice(0, -1))}`;
}
