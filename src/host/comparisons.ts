// In: two sides to compare, or cases to check. Out: what differs, computed in the worker.
import type { CheckWish, ComparedSides } from '../api/services.ts';
import type { Comparison, GraphSide, SideChoices } from '../domain/comparison.ts';
import type { Conformance } from '../domain/conformance.ts';
import type { ProcessId } from '../domain/ids.ts';
import { nameApproval, namePart, namePartOf } from '../insights/compare/name-side.ts';
import { getApproval, getNewestApproval, listApprovals } from './approvals.ts';
import type { Host } from './host.ts';
import type { StoredSide } from './off-thread/compare-sides.ts';
import type { StoredProcess } from './off-thread/measure-side.ts';
import { readStored } from './read-stored.ts';
import { getProcess } from './views.ts';

/** @throws process/missing, approval/missing, compare/empty */
export async function compare(host: Host, { before, after }: ComparedSides, signal?: AbortSignal): Promise<Comparison> {
  const read = onceEach(host);
  const isSame = processOf(host, before) === processOf(host, after);
  const sides = { before: readSide(host, before, { isSame, read }), after: readSide(host, after, { isSame, read }) };
  return host.offThread.run('compareSides', [sides], signal);
}

/** @throws process/missing, approval/missing, approval/none, compare/empty */
export async function conform(host: Host, wish: CheckWish, signal?: AbortSignal): Promise<Conformance> {
  const { processId, approvalId, slice, limit } = wish;
  const process = getProcess(host.store, processId);
  const approval = approvalId ? getApproval(host, approvalId) : getNewestApproval(host, processId);
  const stored = readStored(host.store, process);
  const present = host.store.findMined(processId)?.graph.activities ?? [];
  const scope = namePart('observed', slice);
  return host.offThread.run('checkProcess', [{ stored, slice, scope, approval, present, limit }], signal);
}

/** @throws process/missing */
export async function listSideChoices(host: Host, processId: ProcessId, signal?: AbortSignal): Promise<SideChoices> {
  const { store } = host;
  const stored = readStored(store, getProcess(store, processId));
  const graph = store.findMined(processId)?.graph;
  return {
    processes: store.listProcesses().map(({ id, name }) => ({ id, name })),
    approvals: listApprovals(host, processId),
    hasLog: stored.logs.length > 0,
    hasRecordings: stored.narrated.length > 0,
    ...(await host.offThread.run('listChoices', [stored], signal)),
    variants: stored.logs.length > 0 ? (graph?.variants.count ?? 0) : 0,
  };
}

interface Reading {
  /** Both sides are of one process, so its name tells nothing. */
  readonly isSame: boolean;
  readonly read: (id: ProcessId) => StoredProcess;
}

function readSide(host: Host, side: GraphSide, { isSame, read }: Reading): StoredSide {
  if (side.from === 'approved') {
    const approval = getApproval(host, side.approvalId);
    return { title: nameApproval(approval.name), approval };
  }
  const { processId, part, slice } = side;
  const stored = read(processId);
  const title = isSame ? namePart(part, slice) : namePartOf(stored.process.name, part, slice);
  return { title, stored, part, slice };
}

const processOf = (host: Host, side: GraphSide): ProcessId =>
  side.from === 'approved' ? getApproval(host, side.approvalId).processId : side.processId;

/** Both sides are often of one process, whose rows need not be read and sent twice. */
function onceEach({ store }: Host): (id: ProcessId) => StoredProcess {
  const known = new Map<ProcessId, StoredProcess>();
  return (id) => {
    const stored = known.get(id) ?? readStored(store, getProcess(store, id));
    known.set(id, stored);
    return stored;
  };
}
