// mirror list: the processes, each with what it is made of
import { requireWorkspace } from '../../host/workspace.ts';
import { count, print, printJson } from '../output.ts';
import { withClient } from '../with-client.ts';

interface ListOptions {
  readonly workspace: string;
  readonly json?: boolean;
}

export async function runList(options: ListOptions): Promise<void> {
  requireWorkspace(options.workspace);
  const processes = await withClient(options.workspace, async (client) => {
    const summaries = await client.process.list();
    return Promise.all(
      summaries.map(async ({ process: { id, name }, headline }) => {
        const { recordings, logs, documents } = await client.process.contents({ processId: id });
        return {
          id,
          name,
          headline,
          recordings: recordings.map(({ recording, words, steps }) => ({
            id: recording.id,
            title: recording.title,
            actor: recording.actor,
            role: recording.role,
            durationMs: recording.durationMs,
            state: recording.state,
            words,
            steps,
          })),
          logs: logs.map((log) => ({ id: log.id, name: log.name, cases: log.cases, events: log.events })),
          documents: documents.map(({ artifact, kind, pages }) => ({
            id: artifact.id,
            name: artifact.name,
            title: artifact.title,
            kind,
            pages,
            parent: artifact.parentId,
          })),
        };
      }),
    );
  });
  if (options.json) return printJson({ processes });
  if (processes.length === 0) print('No process yet. Take one in with: mirror ingest FILE --process NAME');
  for (const { name, recordings, logs, documents } of processes) {
    const counts = [count(recordings.length, 'recording'), count(logs.length, 'event log')];
    print(`${name}: ${[...counts, count(documents.length, 'document')].join(', ')}`);
    for (const { id, title, words, steps } of recordings)
      print(`  ${id}  ${title} (${count(words, 'word')}, ${count(steps, 'step')})`);
    for (const log of logs)
      print(`  ${log.id}  ${log.name} (${count(log.cases, 'case')}, ${count(log.events, 'event')})`);
    for (const each of documents) print(`  ${each.id}  ${each.name} (${each.kind}, ${count(each.pages, 'page')})`);
  }
}
