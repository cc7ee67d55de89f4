// The worker through the door that windows use: what is told of it, a cancel, and another try.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { IngestState } from '../../domain/ingest.ts';
import { createTestCore, createTestFolder, finish, writeTranscript } from '../testing.ts';
import type { IngestStage } from './stage.ts';

/** Waits at its first run until it is ended, and is done at the second. */
function makeStubborn(): IngestStage & { runs: number } {
  const stage = {
    name: 'audio' as const,
    runs: 0,
    plan: () => ({ inputHash: 'one', madeBy: 'test:1' }),
    run: async function* (_host: unknown, _recording: unknown, signal: AbortSignal) {
      stage.runs += 1;
      yield { stage: 'audio', done: 1, total: 2, unit: 'seconds' };
      if (stage.runs === 1)
        await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));
      return { counts: { seconds: 2 }, warnings: [] };
    },
  };
  return stage;
}

test('windows see what is under way, end it, and have it tried again', async () => {
  const stage = makeStubborn();
  const core = await createTestCore(undefined, { ingest: { stages: [stage] } });
  const file = writeTranscript(createTestFolder());
  const sources = [{ kind: 'recording' as const, file, transcript: file }];
  const leaving = new AbortController();
  const seen = await core.client.ingest.watch(undefined, { signal: leaving.signal });
  const nextWith = async (isIt: (state: IngestState) => boolean): Promise<IngestState> => {
    for (;;) {
      const { value, done } = await seen.next();
      if (done) throw new Error('nothing more is told');
      if (isIt(value)) return value;
    }
  };
  const taking = finish(await core.client.process.takeIn({ process: 'Refunds', sources }));
  const { running } = await nextWith((state) => state.running?.progress?.done === 1);
  expect(running).toMatchObject({ title: 'refund', stage: 'audio', paused: null });
  const { recordingId } = running!;
  await core.client.ingest.cancel({ recordingId });
  const { warnings } = await taking;
  const [cancelled] = await core.client.ingest.stages({ recordingId });
  expect([warnings, cancelled?.state, await nextWith((state) => state.running === null)]).toEqual([
    [],
    'cancelled',
    { running: null, waiting: [], alarm: null },
  ]);
  await core.client.ingest.tryAgain({ recordingId });
  await nextWith((state) => state.running?.progress?.done === 1);
  await nextWith((state) => state.running === null);
  const [done] = await core.client.ingest.stages({ recordingId });
  expect([done?.state, done?.counts, stage.runs]).toEqual(['done', { seconds: 2 }, 2]);
  leaving.abort();
});

test('what an earlier start left is gone on with once a window listens, and its steps are found anew', async () => {
  const workspace = join(createTestFolder(), 'workspace');
  let runs = 0;
  const picture: IngestStage = {
    name: 'frames',
    plan: () => ({ inputHash: 'one', madeBy: 'test:1' }),
    run: async function* () {
      yield { stage: 'frames', done: 0, total: 1, unit: 'pictures' };
      runs += 1;
      return { counts: { pictures: 1 }, warnings: [], changesEvidence: true };
    },
  };
  const ingest = { stages: [picture] };
  const first = await createTestCore(workspace, { ingest });
  const file = writeTranscript(createTestFolder());
  const sources = [{ kind: 'recording' as const, file, transcript: file }];
  const { process } = await finish(await first.client.process.takeIn({ process: 'Refunds', sources }));
  const [recording] = first.host.store.listRecordings(process.id);
  expect([runs, first.host.store.listStages(recording!.id)[0]?.state]).toEqual([0, 'waiting']);
  await first.close();

  const second = await createTestCore(workspace, { ingest, worksInBackground: true });
  const leaving = new AbortController();
  const changes = await second.client.app.watch(undefined, { signal: leaving.signal });
  // Told of the stage, of the steps and of the map.
  const isWhole = (): boolean =>
    second.host.store.findRecording(recording!.id)?.state === 'ready' &&
    second.host.store.findMined(process.id) !== undefined;
  for await (const _ of changes) if (runs === 1 && isWhole()) break;
  expect([runs, second.host.store.listStages(recording!.id)[0]?.state]).toEqual([1, 'done']);
  leaving.abort();
});
