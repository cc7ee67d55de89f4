import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { passesAsTranscriber } from '../../../models/transcriber.case.ts';
import { tone } from '../../../models/testing/made-sound.ts';
import { textsOf, TONES } from '../../../models/testing/tiny-whisper-words.ts';
import { writeTinyWhisper } from '../../../models/testing/tiny-whisper.ts';
import { type LoadedWhisper, loadWhisper } from '../../../models/transformers-transcriber.ts';
import type { Transcriber } from '../../needs/transcriber.ts';
import { createTestCore, createTestFolder } from '../testing.ts';
import { installMade } from './testing/made-models.ts';

passesAsTranscriber('transformers.js in a child process', async () => {
  const core = await createTestCore();
  await installMade(core, 'tiny-whisper');
  return core.host.speech.transcriber()!;
});

passesAsTranscriber('a server of this machine', async () => {
  const { address } = await startServer(await loadTiny());
  return (await choose(address)).transcriber;
});

test('the sound goes to the server that was chosen and nowhere else, with a line in the ledger for each time', async () => {
  const { address, asked } = await startServer(await loadTiny());
  const { core, transcriber } = await choose(`${address}/`, 'tiny');
  await transcriber.transcribe(tone(TONES.handover, 3), 'en');
  expect(asked).toEqual([
    {
      line: 'POST /v1/audio/transcriptions',
      fields: { model: 'tiny', response_format: 'verbose_json', temperature: '0', language: 'en' },
      seconds: 3,
    },
  ]);
  expect(transcriber.madeBy).toBe(`model:tiny@${new URL(address).host}`);
  const [entry] = await core.client.egress.list({});
  expect(entry).toMatchObject({
    host: new URL(address).host,
    purpose: 'speech to be written down',
    isBeyond: false,
    outcome: '200',
  });
  expect(entry!.sentBytes).toBeGreaterThan(3 * 16_000 * 2);
});

test('a server elsewhere is refused before anything is sent', async () => {
  const core = await createTestCore();
  await expect(core.client.transcript.listenWith({ by: 'https://api.example.com/v1' })).rejects.toMatchObject({
    data: { code: 'transcriber/not-here', title: 'api.example.com is not a server of this machine' },
  });
  await expect(core.client.transcript.listenWith({ by: 'no-such-model' })).rejects.toMatchObject({
    data: { code: 'models/unknown' },
  });
  expect(core.host.speech.transcriber()).toBeUndefined();
});

test('a server that fails, answers something else, or is not there is one clear line', async () => {
  for (const [status, body, title] of [
    [500, 'out of memory', /^The transcription server 127\.0\.0\.1:\d+ answers 500$/],
    [200, '<html>', /answers something else than a transcription \(no JSON\)$/],
    [200, '{"segments":[{"start":-1}]}', /answers something else than a transcription \(/],
  ] as const) {
    const { address } = await startServer(async () => ({ status, body }));
    const { transcriber } = await choose(address);
    await expect(transcriber.transcribe(tone(300, 1), 'en')).rejects.toMatchObject({
      title: expect.stringMatching(title),
    });
  }
  const { transcriber } = await choose('http://127.0.0.1:9/v1');
  await expect(transcriber.transcribe(tone(300, 1), 'en')).rejects.toMatchObject({ code: 'egress/unreachable' });
});

test('a server that tells no segments has heard one, over the whole window', async () => {
  const { address } = await startServer(async () => ({ status: 200, body: '{"text":" I open the invoice."}' }));
  const { transcriber } = await choose(address);
  expect(await transcriber.transcribe(tone(300, 2), 'en')).toEqual({
    segments: [{ startMs: 0, endMs: 2000, text: 'I open the invoice.', logProbability: null }],
    noSpeech01: null,
  });
});

test('a person chooses among the models that are here, and goes back', async () => {
  const core = await createTestCore();
  await installMade(core, 'tiny-whisper');
  await installMade(core, 'empty-whisper-ggml');
  const used = () => core.host.speech.transcriber()!.madeBy.replace(/@.*/, '');
  expect(used()).toBe('model:tiny-whisper');
  await core.client.transcript.listenWith({ by: 'empty-whisper-ggml' });
  expect(used()).toBe('model:empty-whisper-ggml');
  await core.client.transcript.listenWith({ by: 'auto' });
  expect(used()).toBe('model:tiny-whisper');
});

async function choose(address: string, model?: string) {
  const core = await createTestCore();
  await core.client.transcript.listenWith({ by: address, model });
  // There is one, for it was chosen.
  return { core, transcriber: core.host.speech.transcriber() as Transcriber };
}

type Answer = (samples: Float32Array, language: string | null) => Promise<{ status: number; body: string }>;

/** The tiny Whisper, answering as OpenAI's server does. */
async function loadTiny(): Promise<Answer> {
  const folder = join(createTestFolder(), 'tiny-whisper');
  writeTinyWhisper(folder);
  const whisper: LoadedWhisper = await loadWhisper(folder);
  return async (samples, language) => {
    const { segments, noSpeech01 } = await whisper.transcribe(samples, language);
    const spoken = await whisper.guessLanguage(samples);
    const told = segments.map(({ startMs, endMs, text, logProbability }) => ({
      start: startMs / 1000,
      end: endMs / 1000,
      text: ` ${text}`,
      avg_logprob: logProbability,
      no_speech_prob: noSpeech01,
    }));
    const named = spoken?.language === 'de' ? 'german' : 'en';
    return {
      status: 200,
      body: JSON.stringify({ text: textsOf('invoice').join(' '), language: named, segments: told }),
    };
  };
}

async function startServer(answer: Answer) {
  const asked: { line: string; fields: Record<string, string>; seconds: number }[] = [];
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const headers = { 'content-type': request.headers['content-type'] ?? '' };
    const form = await new Response(Buffer.concat(chunks), { headers }).formData();
    const { file, ...fields } = Object.fromEntries(form) as Record<string, string> & { file: unknown };
    const wave = Buffer.from(await (file as Blob).arrayBuffer()).subarray(44);
    const samples = Float32Array.from({ length: wave.length / 2 }, (_, at) => wave.readInt16LE(at * 2) / 32_768);
    asked.push({ line: `${request.method} ${request.url}`, fields, seconds: samples.length / 16_000 });
    const { status, body } = await answer(samples, fields['language'] ?? null);
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  };
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { asked, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1` };
}
