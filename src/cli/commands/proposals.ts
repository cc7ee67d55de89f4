// mirror proposals --process NAME [--accept N | --decline N]
import type { MirrorClient } from '../../api/client.ts';
import type { ToldProposal } from '../../domain/agent.ts';
import { MirrorError } from '../../domain/errors.ts';
import type { ProcessId } from '../../domain/ids.ts';
import { requireWorkspace } from '../../host/workspace.ts';
import { findProcess } from '../find-process.ts';
import { count, print, printJson } from '../output.ts';
import { withClient } from '../with-client.ts';

interface ProposalsOptions {
  readonly workspace: string;
  readonly process?: string;
  readonly accept?: string;
  readonly decline?: string;
  readonly json?: boolean;
}

/** Prints what is open, after the decision where one is given. */
export async function runProposals({ accept, decline, ...options }: ProposalsOptions): Promise<void> {
  if (accept !== undefined && decline !== undefined)
    throw new MirrorError('usage', { data: { detail: 'A proposal is either accepted or declined' } });
  requireWorkspace(options.workspace);
  const proposals = await withClient(options.workspace, async (client) => {
    const { id: processId } = await findProcess(client, options.process);
    const wanted = accept ?? decline;
    if (wanted !== undefined) {
      const { id } = await pick(client, processId, wanted);
      await client.agents.decide({ proposalId: id, isAccepted: accept !== undefined });
    }
    return client.agents.proposals({ processId });
  });
  if (options.json) return printJson({ proposals });
  const open = proposals.filter(isOpen);
  print(open.length === 0 ? 'No agent proposes anything.' : `${count(open.length, 'open proposal')}:`);
  for (const [at, { says, why, agent }] of open.entries()) {
    print(`${String(at + 1).padStart(4)}  ${says}`);
    print(`      ${agent}: ${why.replaceAll(/\s+/g, ' ')}`);
  }
}

const isOpen = ({ state }: ToldProposal): boolean => state === 'open';

/** By its number in the list as it stands, or by its id. */
async function pick(client: MirrorClient, processId: ProcessId, wanted: string): Promise<ToldProposal> {
  const open = (await client.agents.proposals({ processId })).filter(isOpen);
  const found = open.find(({ id }) => id === wanted) ?? open[Number(wanted) - 1];
  if (found === undefined) throw new MirrorError('proposal/missing');
  return found;
}
