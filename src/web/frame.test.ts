// Pictures of recordings through the local web app: their list, their words, their bytes.
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createTestCore, createTestFolder, finish, writeTranscript } from '../host/testing.ts';
import { PNG } from '../ingest/documents/documents.sample.ts';
import { serveWeb } from './serve.ts';

test('a picture of a recording is shown by the time it was taken, and one that is gone is told of', async () => {
  const { get, core } = await serve();
  const file = writeTranscript(createTestFolder());
  const sources = [{ kind: 'recording' as const, file, transcript: file }];
  const { process } = await finish(await core.client.process.takeIn({ process: 'refunds', sources }));
  const [recording] = core.host.store.listRecordings(process.id);
  const frame = { sha256: 'a'.repeat(64), widthPx: 1, heightPx: 1, text: 'Order 4711\nPaid' };
  const words = [{ text: 'Paid', x: 1, y: 2, w: 3, h: 4, confidence: 1 }];
  core.host.store.saveFrames(recording!.id, [
    { ...frame, atMs: 1500, path: 'media/shown.png', words },
    { ...frame, atMs: 2000, path: 'media/gone.webp', text: null },
    { ...frame, atMs: 3000, path: 'mirror.db' },
  ]);
  writeFileSync(core.host.workspace.file('media/shown.png'), Buffer.from(PNG));
  const recordingId = recording!.id;
  const pictures = await core.client.recording.pictures({ recordingId });
  const shown = { widthPx: 1, heightPx: 1, isRead: true };
  expect(pictures).toEqual([
    { ...shown, atMs: 1500, url: `frames/${recordingId}/1500` },
    { ...shown, atMs: 2000, url: `frames/${recordingId}/2000`, isRead: false },
    { ...shown, atMs: 3000, url: `frames/${recordingId}/3000` },
  ]);
  expect(await core.client.recording.picture({ recordingId, atMs: 1500 })).toEqual({
    ...pictures[0],
    text: frame.text,
    words,
  });
  await expect(core.client.recording.picture({ recordingId, atMs: 1501 })).rejects.toThrow(
    'There is no such recording',
  );
  const refs = [{ kind: 'frame' as const, recordingId, atMs: 1500 }];
  expect(await core.client.evidence.cite({ refs })).toMatchObject([
    { text: 'Order 4711 Paid', context: frame.text, picture: pictures[0] },
  ]);
  const times = ['1500', '2000', '3000', '1501', '-1', 'x'];
  const answers = await Promise.all(times.map((time) => get(`frames/${recordingId}/${time}`)));
  const refused = [404, 'text/plain; charset=utf-8'];
  expect(answers).toEqual([[200, 'image/png'], ...Array.from({ length: 5 }, () => refused)]);
  expect(await get(`frames/${recordingId}/1500`, { cookie: '' })).toEqual([403, 'text/plain; charset=utf-8']);
});

async function serve() {
  const pages = createTestFolder();
  mkdirSync(join(pages, 'assets'));
  const core = await createTestCore();
  const app = await serveWeb(core, { pages, port: 0 });
  onTestFinished(() => app.close());
  const entrance = await ask(app.url);
  const own = { cookie: entrance.headers['set-cookie']?.[0]?.split(';')[0] ?? '' };
  const get = async (path: string, headers = own) => {
    const { statusCode, headers: answered } = await ask(new URL(path, app.origin).href, headers);
    return [statusCode, answered['content-type']];
  };
  return { core, get };
}

async function ask(url: string, headers: Record<string, string> = {}): Promise<IncomingMessage> {
  const request = httpRequest(url, { headers, agent: false }).end();
  // The event's only value is the answer.
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  response.resume();
  return response;
}
