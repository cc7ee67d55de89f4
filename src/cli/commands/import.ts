// mirror import LOG --process NAME
import { resolve } from 'node:path';
import { requireLogFile } from '../../host/sources.ts';
import { count, follow, print, printJson, warn } from '../output.ts';
import { withClient } from '../with-client.ts';

interface ImportOptions {
  readonly workspace: string;
  readonly process: string;
  readonly case?: string;
  readonly activity?: string;
  readonly timestamp?: string;
  readonly start?: string;
  readonly resource?: string;
  readonly role?: string;
  readonly json?: boolean;
}

export async function runImport(file: string, options: ImportOptions): Promise<void> {
  requireLogFile(file);
  const { case: caseColumn, activity, timestamp, start, resource, role } = options;
  const columns = { case: caseColumn, activity, timestamp, start, resource, role };
  const request = { process: options.process, sources: [{ kind: 'log' as const, file: resolve(file), columns }] };
  await withClient(options.workspace, async (client, signal) => {
    const { process, headline, events, warnings } = await follow(client.process.takeIn(request, { signal }));
    warn(warnings);
    if (options.json) return printJson({ ...headline, events, warnings });
    print(`${count(events, 'event')} of ${count(headline.cases, 'case')} are in "${process.name}".`);
    print(`${count(headline.activities, 'activity', 'activities')}, ${count(headline.transitions, 'transition')}.`);
    print('Open the map with: mirror start');
  });
}
