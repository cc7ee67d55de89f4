// mirror ingest FILE... --process NAME
import { MirrorError } from '../../domain/errors.ts';
import { headline } from '../../insights/find-insights.ts';
import { runFlow } from '../../host/flow.ts';
import { findRecordingSource } from '../../host/sources.ts';
import { readProcessName } from '../../host/flow/read-sources.ts';
import { count, follow, print, printJson, warn } from '../output.ts';
import { withCore } from '../with-core.ts';

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
  await withCore(options.workspace, async (core, signal) => {
    const result = await follow(runFlow(core.host, { process: { name }, sources }, signal));
    warn(result.warnings);
    const summary = headline(result.mined.graph, result.mined.insights);
    if (options.json) return printJson({ ...summary, ingested: result.recordings, warnings: result.warnings });
    print(`${count(result.recordings, 'recording')} taken into "${result.process.name}".`);
    print(
      `It now has ${count(summary.activities, 'activity', 'activities')} and ${count(summary.handoffs, 'handoff')}.`,
    );
    print('Open the map with: mirror start');
  });
}
