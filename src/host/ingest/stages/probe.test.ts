import { rmSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { writeWave } from '../../media/testing.ts';
import { createTestCore, createTestFolder, finish } from '../../testing.ts';

test('a file that is gone from the workspace, or cut, is said once, and nothing trips over it later', async () => {
  const core = await createTestCore();
  const file = writeWave(createTestFolder(), { channels: [new Float32Array(16_000)], rate: 16_000 });
  const { process } = await finish(
    await core.client.process.takeIn({ process: 'Refunds', sources: [{ kind: 'recording', file }] }),
  );
  const { store, workspace, ingest } = core.host;
  const [{ id } = { id: undefined }] = store.listRecordings(process.id);
  const [track] = store.listTracks(id!);
  const look = async (): Promise<unknown> => {
    store.saveStage({ ...store.listStages(id!)[0]!, inputHash: 'another' });
    for await (const _ of ingest.follow(core.host, id!, undefined)) continue;
    const { state, problem } = store.listStages(id!)[0]!;
    return { state, problem };
  };
  expect(await look()).toEqual({ state: 'done', problem: null });
  const kept = workspace.file(track!.path);
  writeFileSync(kept, 'RIFF');
  const cut = await look();
  rmSync(kept);
  const name = track!.path.split('/').at(-1);
  const hint = 'Play it in another program; if that fails too, export or record it again.';
  const said = (detail: string) => `${name}: this is not a playable recording (${detail}). ${hint}`;
  expect([cut, await look()]).toEqual([
    { state: 'failed', problem: said('it has 4 bytes and had 32044') },
    { state: 'failed', problem: said('it is gone from the workspace') },
  ]);
});
