// A plain Node that stands in for the desktop's main process, with the archive's hooks preloaded: starts the core of the
// archive, gives it a window's port, waits for the sample and asks a question. Prints what came as one line of JSON.
import { type ChildProcess, fork } from 'node:child_process';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { createPortClient, type MirrorClient } from '../../src/api/client.ts';
import {
  FromCore,
  type FromCoreOf,
  HelperProgram,
  type LinePort,
  type ParentPort,
  type ToCore,
} from '../../src/desktop/core-line.ts';
import type { ProcessSummary } from '../../src/domain/views.ts';

const [archive = '', workspace = '', ...natives] = process.argv.slice(2);
const inArchive = (file: string): string => join(archive, 'dist', 'desktop', file);

type Listener = Parameters<ParentPort['on']>[1];
const listeners: Listener[] = [];
const opened = Promise.withResolvers<void>();
/** What samples/customer-onboarding/sample.json lists. */
const SAMPLE = { recordings: 8, logs: 1 };
const ENGINES = HelperProgram.options.filter((name) => name.endsWith('.engine'));
/** For one run, and one secret of it. */
const kept = { key: randomBytes(32), nonce: randomBytes(12) };
const children = new Map<number, ChildProcess>();

const parentPort: ParentPort = {
  on: (_, listener) => void listeners.push(listener),
  postMessage: (message) => hear(FromCore.parse(message)),
};
Object.assign(process, { parentPort });

const require = createRequire(inArchive('core.js'));
for (const name of natives) require(name);
await import(pathToFileURL(inArchive('core.js')).href);
tell({ kind: 'open', workspace, keys: dirname(workspace), keystore: 'stand-in' });
await opened.promise;
const { port1, port2 } = new MessageChannel();
tell({ kind: 'window' }, port1);
const client = createPortClient(port2);
const summary = await waitForSample(client);
const question = 'Where do cases wait longest?';
const { answer: words, sentences } = await client.ask({ processId: summary.process.id, question });
const cited = sentences.filter(({ citations }) => citations.length > 0).length;
const programs: string[] = [];
for (const program of ENGINES) programs.push(await knock(program));
console.log(JSON.stringify({ recordings: summary.recordings, logs: summary.logs, words, cited, programs }));
tell({ kind: 'close' });

/** As main does it: to whoever listens in the core. */
function tell(message: ToCore, port?: MessagePort): void {
  for (const listener of listeners) listener({ data: message, ports: port ? [linePort(port)] : [] });
}

function hear(message: FromCore): void {
  if (message.kind === 'opened') opened.resolve();
  else if (message.kind === 'failed') opened.reject(new Error(`${message.title}. ${message.hint}`));
  else if (message.kind === 'start') startProgram(message);
  else if (message.kind === 'kill') children.get(message.id)?.kill('SIGKILL');
  else if (message.kind === 'wrap') tell({ kind: 'kept', id: message.id, bytes: wrap(message.bytes) });
  else if (message.kind === 'unwrap') tell({ kind: 'kept', id: message.id, bytes: unwrap(message.bytes) });
}

/** In the place of the system's keystore: a workspace of the desktop is sealed from its first moment. */
function wrap(bytes: Uint8Array): Uint8Array {
  const cipher = createCipheriv('aes-256-gcm', kept.key, kept.nonce);
  return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

function unwrap(bytes: Uint8Array): Uint8Array {
  const decipher = createDecipheriv('aes-256-gcm', kept.key, kept.nonce).setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]);
}

/** Where main makes a utility process; each child preloads the archive's hooks again, which NODE_OPTIONS says. */
function startProgram({ id, program, env }: FromCoreOf<'start'>): void {
  const child = fork(inArchive(`${program}.js`), { serialization: 'advanced', env: { ...process.env, ...env } });
  const { port1: ours, port2: theirs } = new MessageChannel();
  ours.on('message', (message: object) => child.send(message));
  child.on('message', (message) => ours.postMessage(message));
  child.once('exit', (code, signal) => {
    children.delete(id);
    ours.close();
    tell({ kind: 'ended', id, complaint: '', how: signal ?? `code ${String(code)}`, code });
  });
  children.set(id, child);
  tell({ kind: 'started', id }, theirs);
}

/** An engine that is asked for what it cannot do says so, once all of its modules are loaded. */
async function knock(program: string): Promise<string> {
  const child = fork(inArchive(`${program}.js`), { serialization: 'advanced' });
  const answer = new Promise<unknown>((resolve, reject) => {
    child.once('message', resolve).once('exit', (code) => reject(new Error(`${program} ended with ${String(code)}`)));
  });
  child.send({ id: 1, method: 'knock', args: null });
  try {
    await answer;
    return program;
  } finally {
    child.kill();
  }
}

/** In the shape of Electron's: what was sent lies in `data`. */
function linePort(port: MessagePort): LinePort {
  return {
    // Both events are told of in the same way.
    on: (event: 'message' | 'close', listener: (told: { data: unknown }) => void) =>
      port.on(event, (data: unknown) => listener({ data })),
    postMessage: (message) => port.postMessage(message),
    start: () => port.start(),
    close: () => port.close(),
  };
}

/** The core takes it in by itself in a workspace with nothing in it. */
async function waitForSample({ process: processes, app }: MirrorClient): Promise<ProcessSummary> {
  const changes = await app.watch();
  for (;;) {
    const [found] = await processes.list();
    if (found?.headline && found.recordings === SAMPLE.recordings && found.logs === SAMPLE.logs) return found;
    await changes.next();
  }
}
