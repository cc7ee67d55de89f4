// mirror ingest FILE... --process NAME
import { MirrorError } from '../../domain/errors.ts';
import { findRecordingSource } from '../../host/sources.ts';
import { readProcessName } from '../../host/flow/read-sources.ts';
import { count, follow, print, printJson, warn } from '../output.ts';
import { sayCommand } from '../say-command.ts';
import { withClient } from '../with-client.ts';

interface IngestOptions {
  readonly workspace: string;
  readonly process?: string;
  readonly actor?: string;
  readonly role?: string;
  readonly json?: boolean;
}

export async function runIngest(files: readonly string[], options: IngestOptions): Promise<void> {
  const { actor, role } = options;
  const sources = files.map((file) => findRecordingSource(file, { actor, role, title: undefined }));
  const name = options.process ?? (await readProcessName(files));
  if (name === undefined)
    throw new MirrorError('usage', { data: { detail: 'Say which process this shows with --process NAME' } });
  await withClient(options.workspace, async (client, signal) => {
    const result = await follow(client.process.takeIn({ process: name, sources }, { signal }));
    warn(result.warnings);
    if (options.json) return printJson({ ...result.headline, ingested: result.recordings, warnings: result.warnings });
    print(`${count(result.recordings, 'recording')} taken into "${result.process.name}".`);
    const { activities, handoffs } = result.headline;
    print(`It now has ${count(activities, 'activity', 'activities')} and ${count(handoffs, 'handoff')}.`);
    print(`Open the map with: ${sayCommand('start', options.workspace)}`);
  });
}
