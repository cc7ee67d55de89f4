// mirror ingest FILE|FOLDER... --process NAME
import { MirrorError } from '../../domain/errors.ts';
import type { Taken } from '../../domain/source.ts';
import { gatherSources } from '../../host/intake/gather.ts';
import { readProcessName } from '../../host/flow/read-sources.ts';
import { count, follow, print, printJson, warn } from '../output.ts';
import { sayCommand } from '../say-command.ts';
import { withClient } from '../with-client.ts';

interface IngestOptions {
  readonly workspace: string;
  readonly process?: string;
  readonly actor?: string;
  readonly role?: string;
  readonly as?: 'document';
  readonly json?: boolean;
}

export async function runIngest(files: readonly string[], options: IngestOptions): Promise<void> {
  const { actor, role, as } = options;
  const { sources, warnings: left } = await gatherSources(files, { actor, role, as });
  const name =
    options.process ??
    (await readProcessName(sources.filter(({ kind }) => kind === 'recording').map(({ file }) => file)));
  if (name === undefined)
    throw new MirrorError('usage', { data: { detail: 'Say which process this shows with --process NAME' } });
  await withClient(options.workspace, async (client, signal) => {
    const result = await follow(
      client.process.takeIn({ process: name, sources: [...sources], waitsFor: 'everything' }, { signal }),
    );
    const warnings = [...left, ...result.warnings];
    warn(warnings);
    const { headline, recordings, logs, documents } = result;
    if (options.json) return printJson({ ...headline, ingested: recordings, logs, documents, warnings });
    print(`${sayTaken(result)} taken into "${result.process.name}".`);
    const { activities, handoffs } = headline;
    print(`It now has ${count(activities, 'activity', 'activities')} and ${count(handoffs, 'handoff')}.`);
    print(`Open the map with: ${sayCommand('start', options.workspace)}`);
  });
}

/** "2 recordings and 1 document". */
function sayTaken({ recordings, logs, documents }: Taken): string {
  const parts = [
    recordings > 0 && count(recordings, 'recording'),
    logs > 0 && count(logs, 'event log'),
    documents > 0 && count(documents, 'document'),
  ].filter((words) => words !== false);
  return parts.length === 0 ? 'Nothing was' : parts.join(parts.length > 2 ? ', ' : ' and ');
}
