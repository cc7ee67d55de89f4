// Pictures of what is recorded: on the disk before they are acknowledged, kept once, found again as evidence.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RecordingId } from '../../domain/ids.ts';
import type { Core } from '../core.ts';
import { createTestCore, createTestFolder } from '../testing.ts';
import { makeSamples, request, samples, screen, send } from './testing.ts';

const second = { ...screen, name: 'screen-2', label: 'Second screen' };
const png = (content: string): Buffer =>
  Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.from(content)]);
const webp = (content: string): Buffer => Buffer.from(`RIFF1234WEBP${content}`, 'latin1');
const jpeg = (content: string): Buffer => Buffer.from(`\xff\xd8\xff${content}`, 'latin1');

function show(core: Core, recordingId: RecordingId, atMs: number, image: Buffer, track = 'screen'): Promise<void> {
  const size = { widthPx: 1920, heightPx: 1080 };
  return core.client.recorder.frame({ recordingId, track, atMs, ...size, image: new Blob([new Uint8Array(image)]) });
}

test('each picture is kept once, at a time of its own, and a pointer to it resolves', async () => {
  const core = await createTestCore();
  const { recordingId } = await core.client.recorder.start(request(samples, screen, second));
  await send(core, recordingId, samples, { chunk: 0, data: makeSamples(0) });
  await show(core, recordingId, 200, webp('first'));
  await show(core, recordingId, 200, webp('sent again because the answer was lost'));
  await show(core, recordingId, 200, png('of the other screen'), second.name);
  await show(core, recordingId, 900, jpeg('third'));
  await show(core, recordingId, 950, webp('first'));
  expect((await core.client.recorder.health({})).running?.frames).toBe(4);
  expect(await core.client.recorder.stop({ recordingId })).toMatchObject({ frames: 4 });

  const frames = core.host.store.listFrames(recordingId);
  expect(frames.map(({ atMs, path }) => [atMs, path.split('.').at(-1)])).toEqual([
    [200, 'webp'],
    [201, 'png'],
    [900, 'jpg'],
    [950, 'webp'],
  ]);
  expect(frames[3]!.path).toBe(frames[0]!.path);
  expect(readFileSync(core.host.workspace.file(frames[0]!.path)).equals(webp('first'))).toBe(true);
  const refs = [201, 202].map((atMs) => ({ kind: 'frame' as const, recordingId, atMs }));
  expect(await core.client.evidence.cite({ refs })).toMatchObject([{ text: 'The screen', source: 'Ida, agent' }, null]);

  await core.client.recording.remove({ recordingId });
  expect(frames.filter(({ path }) => existsSync(core.host.workspace.file(path)))).toEqual([]);
});

test('a picture is told by its first bytes, and must be of a screen and of this time', async () => {
  const core = await createTestCore();
  const { recordingId } = await core.client.recorder.start(request(samples, screen));
  const refusals = [
    show(core, recordingId, 100, Buffer.from('<svg onload=alert(1)>')),
    show(core, recordingId, 100, Buffer.alloc(0)),
    show(core, recordingId, 100, webp('x'), 'narration'),
    show(core, recordingId, 86_400_000, webp('x')),
  ];
  const problems = await Promise.allSettled(refusals);
  expect(problems.map((each) => each.status === 'rejected' && each.reason.data.title)).toEqual([
    'screen: this is no picture',
    'screen: this is no picture',
    'narration: there is no such screen',
    'screen: second 86400 cannot be, for the recording is at second 0',
  ]);
  await core.client.recorder.discard({ recordingId });
});

test('pictures of a recording whose process died are saved with it', async () => {
  const folder = join(createTestFolder(), 'workspace');
  const first = await createTestCore(folder);
  const { recordingId } = await first.client.recorder.start(request(samples, screen));
  await send(first, recordingId, samples, { chunk: 0, data: makeSamples(0) });
  await show(first, recordingId, 200, webp('first'));
  await first.close();
  // What was on its way when it went down.
  expect(readdirSync(join(folder, 'live', recordingId, 'frames'))).toEqual(['0000000200_screen_1920x1080.webp']);
  const again = await createTestCore(folder, { recorder: { graceMs: 0 } });
  await again.recorder.settled();
  expect((await again.client.recorder.health({})).recovered).toMatchObject([{ recordingId, frames: 1 }]);
  expect(again.host.store.listFrames(recordingId)).toMatchObject([{ atMs: 200, text: null }]);
});
