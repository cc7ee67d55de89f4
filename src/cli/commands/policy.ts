// mirror policy, mirror policy set [--release LEVEL] [--receiver HOST...] [--agrees WHO] [--owner NAME]
import { type EgressPolicy, type ReleaseLevel } from '../../domain/policy.ts';
import { requireWorkspace } from '../../host/workspace.ts';
import { print, printJson } from '../output.ts';
import { withClient } from '../with-client.ts';

interface Options {
  readonly workspace: string;
  readonly json?: boolean;
}

export async function runPolicy({ workspace, json }: Options): Promise<void> {
  requireWorkspace(workspace);
  show(await withClient(workspace, (client) => client.policy.read()), json);
}

interface Changes {
  readonly release?: ReleaseLevel;
  /** In the place of those there are. */
  readonly receiver?: readonly string[];
  /** `--no-receivers` */
  readonly receivers?: boolean;
  readonly agrees?: EgressPolicy['agrees'];
  readonly owner?: string;
}

/** What is not named stays as it is. */
export async function runPolicySet({ workspace, json, ...changes }: Options & Changes): Promise<void> {
  const { release, receiver, receivers, agrees, owner } = changes;
  const policy = await withClient(workspace, async (client) => {
    const { changedMs: _, ...now } = await client.policy.read();
    return client.policy.set({
      release: release ?? now.release,
      receivers: receivers === false ? [] : [...(receiver ?? now.receivers)],
      agrees: agrees ?? now.agrees,
      owner: owner ?? now.owner,
    });
  });
  show(policy, json);
}

function show(policy: EgressPolicy, json: boolean | undefined): void {
  if (json) return printJson(policy);
  const { release, receivers, agrees, owner, changedMs } = policy;
  print(`what may leave   ${RELEASES[release]}`);
  print(`to whom          ${receivers.join(', ') || 'nobody'}`);
  print(`who must agree   ${agrees === 'owner' ? `the owner, ${owner}` : 'whoever asks'}`);
  print(`owner            ${owner || 'nobody is named'}`);
  if (changedMs === null) print('Nobody has changed this: it is as Mirror came.');
  else print(`As of ${new Date(changedMs).toISOString()}.`);
}

const RELEASES: Readonly<Record<ReleaseLevel, string>> = {
  nothing: 'nothing: models of this machine alone are asked',
  figures: 'figures: counts, times and names of the map, under stand-ins',
  redacted: 'redacted: words of recordings and documents as well, with stand-ins for names',
  text: 'text: as it is stored',
};
