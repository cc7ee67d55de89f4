import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createCore } from './core.ts';
import { createTestCore, createTestFolder, finish, writeTranscript } from './testing.ts';

test('closing in the middle is no bug, and the next opening finishes what was kept', async () => {
  const folder = createTestFolder();
  const workspace = join(folder, 'workspace');
  const bugs: unknown[] = [];
  const core = await createCore({ workspace, door: 'web', reportBug: (error) => bugs.push(error) });
  const file = writeTranscript(folder);
  const sources = [{ kind: 'recording' as const, file, transcript: file }];
  const work = await core.client.process.takeIn({ process: 'refunds', sources });
  for (let step = await work.next(); !step.done; step = await work.next()) if (step.value.stage === 'steps') break;
  await core.close();
  // What the door does once it finds that the asker's connection is gone.
  await work.return();
  expect(bugs).toEqual([]);

  const again = await createTestCore(workspace);
  const [summary] = await again.client.process.list();
  expect(summary).toMatchObject({ recordings: 1, headline: { recordings: 1 } });
});

test('a path that depends on where the caller stands is refused', async () => {
  const core = await createTestCore();
  const sources = [{ kind: 'log' as const, file: 'log.csv', columns: {} }];
  await expect(core.client.process.takeIn({ process: 'refunds', sources }).then(finish)).rejects.toMatchObject({
    data: { code: 'usage', title: '"log.csv" is no absolute path' },
  });
});
