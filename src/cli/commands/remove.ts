// mirror remove --process NAME [--recording ID | --log ID | --document ID]: for good, so it asks first
import { createInterface } from 'node:readline/promises';
import type { MirrorClient } from '../../api/client.ts';
import { MirrorError } from '../../domain/errors.ts';
import { requireWorkspace } from '../../host/workspace.ts';
import { findPart, type Part, type PartOptions } from '../find-part.ts';
import { print, printJson } from '../output.ts';
import { withClient } from '../with-client.ts';

interface RemoveOptions extends PartOptions {
  readonly workspace: string;
  readonly yes?: boolean;
  readonly json?: boolean;
}

export async function runRemove(options: RemoveOptions): Promise<void> {
  requireWorkspace(options.workspace);
  await withClient(options.workspace, async (client, signal) => {
    const part = await findPart(client, options);
    if (!options.yes && !(await confirm(part, signal))) return print('Nothing was removed.');
    await remove(client, part);
    if (options.json) printJson({ removed: { kind: part.kind, id: part.id, name: part.name } });
    else print(`The ${part.kind} "${part.name}" is gone.`);
  });
}

async function confirm({ kind, name }: Part, signal: AbortSignal): Promise<boolean> {
  if (!process.stdin.isTTY)
    throw new MirrorError('usage', { data: { detail: 'Removing cannot be undone; say that you mean it with --yes' } });
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const question = `Remove the ${kind} "${name}" for good, with everything in it and every correction of it? [y/N] `;
    return /^y(es)?$/i.test((await asking.question(question, { signal })).trim());
  } finally {
    asking.close();
  }
}

function remove(client: MirrorClient, { kind, id }: Part): Promise<void> {
  if (kind === 'process') return client.process.remove({ processId: id });
  if (kind === 'recording') return client.recording.remove({ recordingId: id });
  if (kind === 'document') return client.document.remove({ artifactId: id });
  return client.log.remove({ logId: id });
}
