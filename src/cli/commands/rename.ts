// mirror rename --process NAME [--recording ID | --log ID | --document ID] --to NAME
import type { MirrorClient } from '../../api/client.ts';
import { requireWorkspace } from '../../host/workspace.ts';
import { findPart, type Part, type PartOptions } from '../find-part.ts';
import { print, printJson } from '../output.ts';
import { withClient } from '../with-client.ts';

interface RenameOptions extends PartOptions {
  readonly workspace: string;
  readonly to: string;
  readonly json?: boolean;
}

export async function runRename(options: RenameOptions): Promise<void> {
  requireWorkspace(options.workspace);
  await withClient(options.workspace, async (client) => {
    const part = await findPart(client, options);
    await rename(client, part, options.to);
    if (options.json) printJson({ renamed: { kind: part.kind, id: part.id, from: part.name, to: options.to } });
    else print(`The ${part.kind} "${part.name}" is now "${options.to}".`);
  });
}

function rename(client: MirrorClient, { kind, id }: Part, to: string): Promise<void> {
  if (kind === 'process') return client.process.rename({ processId: id, name: to });
  if (kind === 'recording') return client.recording.rename({ recordingId: id, title: to });
  if (kind === 'document') return client.document.rename({ artifactId: id, name: to });
  return client.log.rename({ logId: id, name: to });
}
