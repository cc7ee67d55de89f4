// The terminal while the app is open: it works in the app's own core, and the open window hears of it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createTestCore, createTestFolder, writeTranscript } from '../host/testing.ts';
import { connectRunning } from '../web/connect.ts';
import { writeRunning } from '../web/running.ts';
import { serveWeb } from '../web/serve.ts';
import { spawnMirror } from './testing.ts';

test('what the terminal takes in is in the open app, and the window is told', async () => {
  const { core, folder, workspace } = await startApp();
  const stop = new AbortController();
  const changes = await core.client.app.watch(undefined, { signal: stop.signal });
  const heard = changes.next();
  const log = join(folder, 'log.csv');
  writeFileSync(log, 'case,activity,time\n1,open return request,2026-01-01T10:00:00Z\n');

  const ingest = await spawnMirror(['ingest', writeTranscript(folder), '--process', 'refunds', '--json'], workspace);
  const imported = await spawnMirror(['import', log, '--process', 'Refunds', '--json'], workspace);

  expect([ingest, imported].map(({ code, stderr }) => ({ code, stderr }))).toEqual(
    Array.from({ length: 2 }, () => ({ code: 0, stderr: '' })),
  );
  expect((await heard).value).toEqual({ changed: 'processes', processId: null });
  stop.abort();
  const [summary] = await core.client.process.list();
  expect(summary).toMatchObject({ process: { name: 'refunds' }, recordings: 1, logs: 1, headline: { cases: 1 } });
  expect(JSON.parse(imported.stdout)).toEqual({ ...summary!.headline, events: 1, warnings: [] });
});

test('a failure in the app is the same line and code as without one', async () => {
  const { folder, workspace } = await startApp();
  writeFileSync(join(folder, 'words.webm'), 'just words');
  writeFileSync(join(folder, 'words.vtt'), 'WEBVTT\n\n00:01.000 --> 00:02.000\nI open it.\n');
  const refused = await spawnMirror(['ingest', join(folder, 'words.webm'), '--process', 'new'], workspace);
  expect(refused).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/^mirror: words\.webm: .*\n$/) });
  const missing = await spawnMirror(['insights', '--process', 'new'], workspace);
  const stderr = 'mirror: There is no process named "new". The processes are: none yet.\n';
  expect(missing).toMatchObject({ code: 2, stdout: '', stderr });
});

test('work whose asker leaves is finished in the background', async () => {
  const { core, folder, workspace } = await startApp();
  const running = await connectRunning(workspace);
  const sources = [{ kind: 'recording' as const, file: writeTranscript(folder), transcript: writeTranscript(folder) }];
  const steps = await running!.client.process.takeIn({ process: 'refunds', sources });
  for (let step = await steps.next(); !step.done; step = await steps.next()) if (step.value.stage === 'steps') break;
  await running!.close();
  const { processId } = await whenMined(core);
  expect((await core.client.process.open({ processId })).recordings).toMatchObject([{ recording: { state: 'ready' } }]);
});

async function startApp() {
  const folder = createTestFolder();
  const workspace = join(folder, 'workspace');
  const core = await createTestCore(workspace);
  const app = await serveWeb(core, { port: 0, pages: folder });
  onTestFinished(() => app.close());
  writeRunning(core.host.workspace.path, app.origin);
  return { core, folder, workspace };
}

/** The one process, as soon as it has a graph: each change of it is announced. */
async function whenMined(core: Awaited<ReturnType<typeof createTestCore>>) {
  const stop = new AbortController();
  const changes = await core.client.app.watch(undefined, { signal: stop.signal });
  for (let next = changes.next(); ; next = changes.next()) {
    const [summary] = await core.client.process.list();
    if (summary?.headline) {
      stop.abort();
      await next.catch(() => undefined);
      return { processId: summary.process.id };
    }
    await next;
  }
}
