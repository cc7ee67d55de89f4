// The core in a process of its own. In: the line to the desktop's main process. Out: one workspace, served over ports.
import { join } from 'node:path';
import { RPCHandler } from '@orpc/server/message-port';
import { router } from '../api/router.ts';
import { MirrorError } from '../domain/errors.ts';
import { createFileSlots, defaultKeysFile } from '../host/keys/file-slots.ts';
import type { KeySlots } from '../host/keys/key-store.ts';
import { openSealedSlots } from '../host/keys/sealed-slots.ts';
import { loadFirstSample } from '../host/load-first-sample.ts';
import { openVaultedCore, type VaultedCore, type VaultedOptions } from '../host/vault/vaulted-core.ts';
import { answerFile } from '../web/answer.ts';
import { makeRefusal, type PageAnswer } from '../web/respond.ts';
import { createRemoteKeystore } from './ask-keystore.ts';
import { createRemoteProcesses } from './ask-for-processes.ts';
import { type FromCore, type LinePort, type ParentPort, ToCore, type ToCoreOf } from './core-line.ts';
import { createFileServer } from './serve-files.ts';

export interface RunOptions {
  readonly exit: (code: number) => void;
  /** On top of what main says; for tests. */
  readonly core?: Partial<VaultedOptions>;
}

/** Serves until main says `close`, or is gone. */
export function runCore(parent: ParentPort, { exit, core: given = {} }: RunOptions): void {
  const tell = (message: FromCore): void => parent.postMessage(message);
  const rpc = new RPCHandler(router);
  const processes = createRemoteProcesses(tell);
  let keystore: ReturnType<typeof createRemoteKeystore> | undefined;
  let opening: Promise<VaultedCore> | undefined;

  const open = async (request: ToCoreOf<'open'>): Promise<VaultedCore> => {
    keystore = request.keystore === null ? undefined : createRemoteKeystore(request.keystore, tell);
    const opened = await openVaultedCore({
      workspace: request.workspace,
      door: 'desktop',
      keys: await openKeys(request.keys, keystore?.keystore),
      keystore: keystore?.keystore,
      sealNew: true,
      startProcess: processes.start,
      // Not waited for: the window shows what is there, and hears of what comes.
      whenOpened: (core) => void loadFirstSample(core, workOff).catch(reportBug),
      ...given,
    });
    tell({ kind: 'opened' });
    return opened;
  };
  const fail = (error: unknown): void => {
    const { title, hint } = error instanceof MirrorError ? error : UNKNOWN;
    if (!(error instanceof MirrorError)) reportBug(error);
    tell({ kind: 'failed', title, hint });
  };
  const answer = async ({ pathname, range }: ToCoreOf<'file'>): Promise<PageAnswer> => {
    const vaulted = await opening;
    if (vaulted === undefined) return makeRefusal(503, 'Mirror is not open yet.');
    try {
      const { host } = vaulted.core();
      return (await answerFile(host, { pathname, range })) ?? makeRefusal(404, 'There is no such file.');
    } catch (error) {
      if (error instanceof MirrorError) return makeRefusal(403, error.title);
      throw error;
    }
  };
  const files = createFileServer({ answer, tell, reportBug });
  const serveWindow = async (port: LinePort): Promise<void> => {
    const vaulted = await opening;
    if (vaulted === undefined) return port.close();
    // A page may name no file of this machine, here as in a browser.
    rpc.upgrade(port, { context: { ...vaulted.context, namesFiles: false } });
    port.start();
  };
  const close = async (): Promise<void> => {
    files.close();
    const vaulted = await opening?.catch(() => undefined);
    await vaulted?.close();
    exit(0);
  };
  parent.on('message', ({ data, ports: [port] }) => {
    const message = ToCore.parse(data);
    if (message.kind === 'open') {
      opening = open(message);
      opening.catch(fail);
    } else if (message.kind === 'window' && port) void serveWindow(port).catch(() => port.close());
    else if (message.kind === 'file') void files.open(message);
    else if (message.kind === 'pull') void files.pull(message.id);
    else if (message.kind === 'drop') files.drop(message.id);
    else if (message.kind === 'started' && port) processes.noteStarted(message.id, port);
    else if (message.kind === 'ended') processes.noteEnded(message);
    else if (message.kind === 'kept') keystore?.note(message.id, message.bytes);
    else if (message.kind === 'close') void close();
  });
}

/** Where the system keeps no secrets, keys lie in their owner's file, as in the other doors. */
async function openKeys(
  folder: string,
  keystore: Parameters<typeof openSealedSlots>[1] | undefined,
): Promise<KeySlots> {
  const plain = createFileSlots(defaultKeysFile());
  if (keystore === undefined) return plain;
  return openSealedSlots({ sealed: createFileSlots(join(folder, 'sealed-keys.json')), plain }, keystore);
}

async function workOff(loading: Promise<AsyncIterable<unknown>>): Promise<void> {
  for await (const _ of await loading);
}

const UNKNOWN = {
  title: 'Mirror could not open its workspace',
  hint: 'Open it again; if it stays so, open another workspace and report what Mirror wrote when it was started in a terminal.',
} as const;

const reportBug = (error: unknown): void => console.error('mirror: bug in the desktop’s core:', error);
