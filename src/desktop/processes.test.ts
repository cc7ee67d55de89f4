// Processes of ours as the desktop starts them: asked for by the core, forked by main, spoken with over a port of their own.
import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { SampleMethods } from '../host/engines/testing/sample.engine.ts';
import { startEngine } from '../host/engines/start-engine.ts';
import { createFileSlots } from '../host/keys/file-slots.ts';
import { createMemorySlots } from '../host/keys/key-store.ts';
import { openSealedSlots } from '../host/keys/sealed-slots.ts';
import { createTestFolder } from '../host/testing.ts';
import { createRemoteKeystore } from './ask-keystore.ts';
import { createRemoteProcesses } from './ask-for-processes.ts';
import { FromCore, type LinePort, ToCore } from './core-line.ts';
import { superviseHelpers } from './supervise-helpers.ts';

const UTILITY = new URL('../../electron/testing/utility-worker.ts', import.meta.url);
const SAMPLE = new URL('../host/engines/testing/sample.engine.ts', import.meta.url).href;
/** Beyond what any system gives. */
const PID = 900_000_001;

/** A worker thread in the place of a utility process. */
class Child extends EventEmitter {
  readonly pid = PID;
  readonly stderr = null;
  readonly worker = new Worker(UTILITY, { workerData: SAMPLE });
  constructor() {
    super();
    this.worker.on('exit', (code) => this.emit('exit', code));
    this.worker.on('error', () => {});
  }
  postMessage(data: unknown, ports: MessagePort[]): void {
    this.worker.postMessage({ data, ports }, ports);
  }
}

function asLine(port: MessagePort): LinePort {
  return {
    on: (event: string, listener: (given: never) => void) =>
      event === 'message'
        ? port.on('message', (data) => listener({ data } as never))
        : port.on('close', () => listener(undefined as never)),
    postMessage: (message) => port.postMessage(message),
    start: () => {},
    close: () => port.close(),
  };
}

/** The core's side and main's, each hearing the other as they do over the line: parsed. */
function openDesk() {
  const children: Child[] = [];
  vi.spyOn(process, 'kill').mockImplementation((pid) => {
    if (pid !== PID) throw new Error(`a test ends nothing but its own: ${pid}`);
    void children.at(-1)?.worker.terminate();
    return true;
  });
  const processes = createRemoteProcesses((data) => {
    const message = FromCore.parse(data);
    if (message.kind === 'start') helpers.start(message);
    else if (message.kind === 'kill') helpers.kill(message.id);
  });
  const helpers = superviseHelpers<MessagePort>({
    fork: () => {
      const child = new Child();
      children.push(child);
      return child;
    },
    makeChannel: () => new MessageChannel(),
    tell: (data, port) => {
      const message = ToCore.parse(data);
      if (message.kind === 'started' && port) processes.noteStarted(message.id, asLine(port));
      else if (message.kind === 'ended') processes.noteEnded(message);
    },
  });
  const script = new URL('file:///app/dist/desktop/sound.engine.js');
  const engine = startEngine<SampleMethods>(script, { name: 'The sample', startProcess: processes.start });
  onTestFinished(() => engine.close());
  return { engine, children, processes };
}

test('an engine answers from a process that main has started, typed arrays and what it tells included', async () => {
  const { engine, children } = openDesk();
  expect(await engine.call('double', Float32Array.of(1.5, -2))).toEqual(Float32Array.of(3, -4));
  const heard: number[] = [];
  expect(await engine.call('count', 2, { onPart: (part) => heard.push(part) })).toBe('done');
  expect([heard, children.length]).toEqual([[1, 2], 1]);
});

test('what cannot be copied is said; cancelling ends the process, and the next call has another', async () => {
  const { engine, children } = openDesk();
  await expect(engine.call('double', (() => 1) as never)).rejects.toThrow('could not be cloned');
  await engine.call('double', Float32Array.of(1));
  const stop = new AbortController();
  const file = `${createTestFolder()}/hangs`;
  const stopped = engine.call('hang', file, { signal: stop.signal });
  await vi.waitFor(() => expect(existsSync(file)).toBe(true));
  stop.abort(new Error('enough'));
  await expect(stopped).rejects.toThrow('enough');
  expect(await engine.call('double', Float32Array.of(2))).toEqual(Float32Array.of(4));
  expect(children).toHaveLength(2);
});

test('main starts the programs of the table and nothing else', () => {
  const { processes } = openDesk();
  const start = (file: string) => () =>
    processes.start({ script: new URL(`file:///app/${file}`) }, { onMessage: () => {}, onEnd: () => {} });
  for (const file of ['core.js', 'evil.js', 'terminal.js', 'sound.engine.sh'])
    expect(start(file)).toThrow('Invalid option');
  expect(FromCore.safeParse({ kind: 'start', id: 1, program: '../evil', env: {} }).success).toBe(false);
});

test('keys lie sealed by the keystore, each by itself; without it they are not there', async () => {
  const wrapped: Uint8Array[] = [];
  const remote = createRemoteKeystore('Keychain', (data) => {
    const message = FromCore.parse(data);
    if (message.kind === 'wrap') wrapped.push(message.bytes);
    if (message.kind === 'wrap' || message.kind === 'unwrap')
      queueMicrotask(() =>
        remote.note(
          message.id,
          Uint8Array.from(message.bytes, (byte) => byte ^ 85),
        ),
      );
  });
  const sealed = createFileSlots(`${createTestFolder()}/sealed-keys.json`);
  const plain = createMemorySlots();
  plain.write('old', 'sk-old');
  const keys = await openSealedSlots({ sealed, plain }, remote.keystore);
  keys.write('new', 'sk-new');
  keys.write('old', 'sk-newer');
  const again = await openSealedSlots({ sealed, plain }, remote.keystore);
  expect([again.read('new'), again.read('old'), plain.read('old'), again.read('none')]).toEqual([
    'sk-new',
    'sk-newer',
    undefined,
    undefined,
  ]);
  expect(sealed.read('key new')).not.toContain('sk-new');
  // One that was moved to another's place does not open there.
  sealed.write('key other', sealed.read('key new')!);
  expect(again.read('other')).toBeUndefined();
  const lost = await openSealedSlots(
    { sealed, plain },
    { wrap: async (bytes) => bytes, unwrap: async () => Promise.reject(new Error('gone')) },
  );
  expect([wrapped.length, lost.read('new')]).toEqual([1, undefined]);
});
