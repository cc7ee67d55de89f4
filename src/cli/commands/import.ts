// mirror import LOG --process NAME, or mirror import LOG --dry-run
import { MirrorError } from '../../domain/errors.ts';
import type { ActivitySource, LogSource, Taken } from '../../domain/source.ts';
import { findImportSource } from '../../host/sources.ts';
import { count, follow, print, printJson, warn } from '../output.ts';
import { sayCommand } from '../say-command.ts';
import { withClient } from '../with-client.ts';
import { previewImport } from './import-preview.ts';

export interface ImportOptions {
  readonly workspace: string;
  readonly process?: string;
  readonly dryRun?: boolean;
  readonly case?: string;
  readonly activity?: string;
  readonly timestamp?: string;
  readonly end?: string;
  readonly start?: string;
  readonly resource?: string;
  readonly role?: string;
  readonly delimiter?: string;
  readonly encoding?: string;
  readonly dateFormat?: string;
  readonly classifier?: string;
  readonly objectType?: string;
  readonly actor?: string;
  readonly json?: boolean;
}

export async function runImport(file: string, options: ImportOptions): Promise<void> {
  const source = findImportSource(file, choose(options));
  if (options.dryRun) return previewImport(source, { json: options.json ?? false });
  const { process } = options;
  if (process === undefined)
    throw wrongUse('Say which process this logs with --process NAME, or look first with --dry-run');
  await withClient(options.workspace, async (client, signal) => {
    const taken = await follow(client.process.takeIn({ process, sources: [source] }, { signal }));
    warn(taken.warnings);
    const { headline, events, warnings } = taken;
    if (options.json) printJson({ ...headline, events, warnings });
    else {
      printTaken(source, taken);
      print(`Open the map with: ${sayCommand('start', options.workspace)}`);
    }
  });
}

function choose(
  options: ImportOptions,
): Pick<LogSource, 'columns' | 'choices'> & Pick<ActivitySource, 'actor' | 'role'> {
  const { case: caseColumn, activity, timestamp, end, start, resource, role, actor } = options;
  if (timestamp !== undefined && end !== undefined && timestamp !== end) {
    throw wrongUse('--timestamp and --end name the same thing, the time an event is done; give one of them');
  }
  const { delimiter, encoding, dateFormat, classifier, objectType } = options;
  return {
    columns: { case: caseColumn, activity, timestamp: timestamp ?? end, start, resource, role },
    choices: { delimiter, encoding, dateFormat, classifier, objectType },
    actor,
    role,
  };
}

function printTaken(source: LogSource | ActivitySource, { process, headline, events }: Taken): void {
  if (source.kind === 'activity') print(`A recording of windows was taken into "${process.name}".`);
  else print(`${count(events, 'event')} of ${count(headline.cases, 'case')} are in "${process.name}".`);
  print(`${count(headline.activities, 'activity', 'activities')}, ${count(headline.transitions, 'transition')}.`);
}

const wrongUse = (detail: string): MirrorError => new MirrorError('usage', { data: { detail } });
