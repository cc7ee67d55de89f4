// One suite over every wire by which the core is called: in process, WebSocket, MessagePort.
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MessageChannel } from 'node:worker_threads';
import { RPCHandler as PortHandler } from '@orpc/server/message-port';
import { RPCHandler as SocketHandler } from '@orpc/server/ws';
import { describe, expect, onTestFinished, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { ProcessId, RecordingId } from '../domain/ids.ts';
import type { Core } from '../host/core.ts';
import { runFlow } from '../host/flow.ts';
import { findRecordingSource } from '../host/sources.ts';
import { createTestCore, createTestFolder, finish, writeTranscript } from '../host/testing.ts';
import { openFakeServer } from '../host/writers/testing/fake-server.ts';
import { entryFor } from '../host/writers/testing/open-for-test.ts';
import { createPortClient, createSocketClient, type MirrorClient, readProblem } from './client.ts';
import { router } from './router.ts';

const TRANSPORTS: Readonly<Record<string, (core: Core) => Promise<MirrorClient>>> = {
  'in process': async (core) => core.client,
  'over a WebSocket': connectSocket,
  'over a MessagePort': connectPort,
};

describe.each(Object.entries(TRANSPORTS))('%s', (_name, connect) => {
  test('a stored process is listed and opened', async () => {
    const core = await createTestCore();
    await takeInRefund(core);
    const client = await connect(core);
    const [summary] = await client.process.list();
    expect(summary).toMatchObject({ process: { name: 'refunds' }, recordings: 1, logs: 0 });
    const view = await client.process.open({ processId: summary!.process.id });
    expect(view).toEqual(await core.client.process.open({ processId: summary!.process.id }));
    expect(view.graph.activities.length).toBeGreaterThan(2);
  });

  test('every pointer of the map resolves to the words that were said', async () => {
    const core = await createTestCore();
    const processId = await takeInRefund(core);
    const client = await connect(core);
    const { graph } = await client.process.open({ processId });
    const refs = graph.activities.flatMap(({ evidence }) => evidence);
    const citations = await client.evidence.cite({ refs });
    expect(citations.map((citation) => citation?.text)).toEqual(refs.map((ref) => ('quote' in ref ? ref.quote : '')));
  });

  test('an expected failure arrives with its words', async () => {
    const client = await connect(await createTestCore());
    const failure: unknown = await client.recording
      .open({ recordingId: RecordingId.parse('nobody') })
      .catch((error: unknown) => error);
    expect(readProblem(failure)).toEqual({
      code: 'recording/missing',
      title: 'There is no such recording',
      hint: 'It may have been removed; open the process again.',
    });
  });

  test('input of the wrong shape is refused', async () => {
    const client = await connect(await createTestCore());
    const wrong = { processId: ProcessId.parse('x'), format: 7 } as unknown as { processId: ProcessId; format: string };
    await expect(client.process.export(wrong)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  test('what is recorded arrives byte by byte as it was sent', async () => {
    const core = await createTestCore();
    const client = await connect(core);
    const track = { name: 'narration', kind: 'microphone' as const, format: 'pcm16' as const, label: 'Built-in' };
    const intent = { process: 'Refunds', language: 'en' };
    const { recordingId } = await client.recorder.start({ intent, tracks: [track], timeZone: 'Europe/Vienna' });
    const bytes = Uint8Array.from({ length: 64_000 }, (_, at) => (at * 7919) & 255);
    const chunk = { recordingId, track: track.name, chunk: 0, piece: 1, cause: 'start' as const, clockMs: 2000 };
    expect(await client.recorder.chunk({ ...chunk, data: new Blob([bytes]) })).toEqual({
      nextChunk: 1,
      rotate: false,
      phase: 'recording',
      degraded: [],
      stopped: null,
    });
    await client.recorder.stop({ recordingId });
    const [kept] = core.host.store.listTracks(recordingId);
    const file = await readFile(core.host.workspace.file(kept!.path));
    expect(file.subarray(44).equals(bytes)).toBe(true);
  });

  test('each window that watches the recorder hears of a recording, its pictures and its end', async () => {
    const core = await createTestCore();
    const client = await connect(core);
    const stop = new AbortController();
    const follow = async (): Promise<[string | undefined, number | undefined][]> => {
      const seen: [string | undefined, number | undefined][] = [];
      for await (const { running } of await client.recorder.watch(undefined, { signal: stop.signal })) {
        const now: (typeof seen)[number] = [running?.phase, running?.frames];
        if (String(seen.at(-1)) !== String(now)) seen.push(now);
        if (seen.length > 1 && running === null) return seen;
      }
      return seen;
    };
    const both = [follow(), follow()];
    // A third one: when it has been told, so have they.
    const first = await (await client.recorder.watch(undefined, { signal: stop.signal })).next();
    expect(first.value).toEqual({ running: null, recovered: [] });
    const track = { name: 'screen', kind: 'screen' as const, format: 'webm' as const, label: 'Entire screen' };
    const intent = { process: 'Refunds', language: 'en' };
    const { recordingId } = await client.recorder.start({ intent, tracks: [track], timeZone: 'Europe/Vienna' });
    const image = new Blob([Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])]);
    await client.recorder.frame({ recordingId, track: 'screen', atMs: 100, widthPx: 8, heightPx: 8, image });
    await client.recorder.discard({ recordingId });
    for (const seen of await Promise.all(both)) {
      expect(seen[0]).toEqual([undefined, undefined]);
      expect(seen).toContainEqual(['preflight', 1]);
      expect(seen.at(-1)).toEqual([undefined, undefined]);
    }
    stop.abort();
  });

  test('a question is answered event by event, and kept; leaving it ends the model’s work and keeps nothing', async () => {
    const core = await createTestCore();
    const processId = await takeInRefund(core);
    const client = await connect(core);
    const wish = { processId, threadId: null, question: 'Who checks the receipt?' };
    const events = await Array.fromAsync(await client.chat.ask({ ...wish, writer: 'none' }));
    expect(events.map(({ kind }) => kind)).toEqual(['asking', 'sentence', 'done']);
    const done = events.at(-1);
    const threads = await client.chat.threads({ processId });
    expect(threads).toMatchObject([{ title: wish.question, turns: 1 }]);
    const { all } = await client.chat.thread({ threadId: threads[0]!.id });
    expect(done).toEqual({ kind: 'done', threadId: threads[0]!.id, turn: all[0] });

    const asked = Promise.withResolvers<void>();
    const server = await openFakeServer(() => (asked.resolve(), { text: 'Half', holds: new Promise(() => {}) }));
    onTestFinished(() => server.close());
    const writer = entryFor(server.urlOf('openai-compatible'));
    await client.writer.save({ writer });
    const stop = new AbortController();
    const left = await client.chat.ask({ ...wish, writer: writer.id }, { signal: stop.signal });
    expect((await left.next()).value).toEqual({ kind: 'asking', writer: writer.title });
    await asked.promise;
    const ended = left.next().catch((error: unknown) => error);
    stop.abort();
    expect(await ended).toMatchObject({ name: 'AbortError' });
    expect(await server.asked[0]!.left).toBe('gone');
    expect(await client.chat.threads({ processId })).toEqual(threads);
  });

  test('a decision of which nobody waits arrives as a problem', async () => {
    const client = await connect(await createTestCore());
    const failure: unknown = await client.chat
      .decide({ approvalId: 'nobody', isAgreed: true })
      .catch((error: unknown) => error);
    expect(readProblem(failure)).toEqual({
      code: 'chat/decided',
      title: 'Nobody waits for this decision any more',
      hint: 'It was decided already, or its question is over; ask again.',
    });
  });

  test('a watcher hears of changes, and stopping it frees the core', async () => {
    const core = await createTestCore();
    const client = await connect(core);
    const stop = new AbortController();
    const changes = await client.app.watch(undefined, { signal: stop.signal });
    const first = changes.next();
    // The watch begins when the core gets to it; announce until it has been heard.
    const heard = { done: false };
    void first.then(() => (heard.done = true));
    while (!heard.done) {
      core.host.announce({ changed: 'processes', processId: null });
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect((await first).value).toEqual({ changed: 'processes', processId: null });
    stop.abort();
    await changes.return?.();
  });
});

async function takeInRefund(core: Core): Promise<ProcessId> {
  const source = findRecordingSource(writeTranscript(createTestFolder()), {
    actor: 'Ida',
    role: 'support agent',
    title: undefined,
  });
  const { process } = await finish(runFlow(core.host, { process: { name: 'refunds' }, sources: [source] }));
  return process.id;
}

async function connectSocket(core: Core): Promise<MirrorClient> {
  const server = createServer();
  const sockets = new WebSocketServer({ server });
  const handler = new SocketHandler(router);
  sockets.on('connection', (socket) => void handler.upgrade(socket, { context: core.context }));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  onTestFinished(async () => {
    socket.close();
    for (const open of sockets.clients) open.terminate();
    server.close();
    await once(server, 'close');
  });
  return createSocketClient(socket);
}

async function connectPort(core: Core): Promise<MirrorClient> {
  const { port1, port2 } = new MessageChannel();
  new PortHandler(router).upgrade(port1, { context: core.context });
  onTestFinished(() => port1.close());
  port2.start();
  return createPortClient(port2);
}
