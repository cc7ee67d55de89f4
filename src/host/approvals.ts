// In: what a process owner signs off or withdraws. Out: approved graphs in the workspace. They are only ever added.
import type { ApprovalWish } from '../api/services.ts';
import type { Approval, ApprovalSummary } from '../domain/comparison.ts';
import { MirrorError } from '../domain/errors.ts';
import { ApprovalId, type ProcessId } from '../domain/ids.ts';
import { namePart } from '../insights/compare/name-side.ts';
import { shortHash } from '../lib/short-hash.ts';
import { type Host, processChanged } from './host.ts';
import { summariseApproval } from './off-thread/summarise-approval.ts';
import { readStored } from './read-stored.ts';
import { getProcess } from './views.ts';

/**
 * Keeps the graph as it is now, or that of a slice.
 * @throws process/missing, approval/taken, compare/empty
 */
export async function approve(host: Host, wish: ApprovalWish, signal?: AbortSignal): Promise<ApprovalSummary> {
  const { processId, name, part, slice } = wish;
  const process = getProcess(host.store, processId);
  refuseTaken(host, wish);
  const scope = namePart(part, slice);
  const side = { title: scope, stored: readStored(host.store, process), part, slice };
  const { measured } = await host.offThread.run('measureSide', [side], signal);
  // Somebody else may have taken the name while the worker was mining.
  refuseTaken(host, wish);
  const drawnFrom = { part, ...(slice && { slice }) };
  const atMs = host.clock.nowMs();
  const id = ApprovalId.parse(`approval-${shortHash(`${processId} ${name} ${atMs}`)}`);
  const approval: Approval = {
    id,
    processId,
    name,
    atMs,
    scope,
    measured: { ...measured, drawnFrom },
    withdrawnAtMs: null,
  };
  host.store.appendApproval(approval);
  host.announce(processChanged(processId));
  return summariseApproval(approval);
}

/** Withdrawing one twice changes nothing. @throws approval/missing */
export function withdraw(host: Host, id: ApprovalId): ApprovalSummary {
  const { processId } = getApproval(host, id);
  host.store.withdrawApproval(id, host.clock.nowMs());
  host.announce(processChanged(processId));
  return summariseApproval(getApproval(host, id));
}

/** Those in force first, newest first. @throws process/missing */
export function listApprovals(host: Host, processId: ProcessId): ApprovalSummary[] {
  getProcess(host.store, processId);
  return host.store
    .listApprovals(processId)
    .map(summariseApproval)
    .sort((a, b) => Number(a.withdrawnAtMs !== null) - Number(b.withdrawnAtMs !== null) || b.atMs - a.atMs);
}

/** @throws approval/missing */
export function getApproval(host: Host, id: ApprovalId): Approval {
  const approval = host.store.findApproval(id);
  if (approval === undefined) throw new MirrorError('approval/missing', { data: { name: id, names: 'none' } });
  return approval;
}

/** The newest in force. @throws approval/none */
export function getNewestApproval(host: Host, processId: ProcessId): Approval {
  const standing = host.store.listApprovals(processId).filter(({ withdrawnAtMs }) => withdrawnAtMs === null);
  const newest = standing.at(-1);
  if (newest) return newest;
  throw new MirrorError('approval/none', { data: { process: getProcess(host.store, processId).name } });
}

function refuseTaken({ store }: Host, { processId, name }: ApprovalWish): void {
  const isTaken = store.listApprovals(processId).some((one) => one.withdrawnAtMs === null && one.name === name);
  if (isTaken) throw new MirrorError('approval/taken', { data: { name } });
}
