// mirror import LOG --process NAME
import { headline } from '../../insights/find-insights.ts';
import { runFlow } from '../../host/flow.ts';
import { requireLogFile } from '../../host/sources.ts';
import { count, follow, print, printJson, warn } from '../output.ts';
import { withCore } from '../with-core.ts';

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
  const request = { process: { name: options.process }, sources: [{ kind: 'log' as const, file, columns }] };
  await withCore(options.workspace, async (core, signal) => {
    const { process, mined, warnings } = await follow(runFlow(core.host, request, signal));
    warn(warnings);
    const { graph, insights } = mined;
    if (options.json) return printJson({ ...headline(graph, insights), events: graph.events, warnings });
    print(`${count(graph.events, 'event')} of ${count(graph.cases, 'case')} are in "${process.name}".`);
    print(
      `${count(graph.activities.length, 'activity', 'activities')}, ${count(graph.transitions.length, 'transition')}.`,
    );
    print('Open the map with: mirror start');
  });
}
