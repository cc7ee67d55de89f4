// mirror start: Mirror in a browser of this machine, until Ctrl-C.
import { once } from 'node:events';
import open from 'open';
import { MirrorError } from '../../domain/errors.ts';
import { loadFirstSample } from '../../host/load-first-sample.ts';
import { openVaultedCore, type VaultedCore } from '../../host/vault/vaulted-core.ts';
import { readKey, renewKey } from '../../web/keys.ts';
import { clearRunning, findRunning, writeRunning } from '../../web/running.ts';
import { addressWithCode, addressWithToken, serveWeb } from '../../web/serve.ts';
import { follow, print, printJson } from '../output.ts';
import { findSecret } from '../read-secret.ts';
import { createStopSignal } from '../stop-signal.ts';

interface StartOptions {
  readonly workspace: string;
  readonly open: boolean;
  readonly port?: number;
  readonly newKey?: boolean;
  readonly json?: boolean;
}

export async function runStart(options: StartOptions): Promise<void> {
  const stop = createStopSignal();
  try {
    const vaulted = await openOrFindRunning(options, stop.signal);
    if (vaulted !== undefined) await serveUntilStopped(vaulted, options, stop.signal);
  } finally {
    stop.release();
  }
}

async function serveUntilStopped(vaulted: VaultedCore, options: StartOptions, signal: AbortSignal): Promise<void> {
  try {
    clearRunning(vaulted.folder);
    if (options.newKey) renewKey(vaulted.folder);
    const app = await serveWeb(vaulted, { port: options.port });
    writeRunning(vaulted.folder, app.origin);
    tellAddress(app.origin, vaulted.folder, options);
    if (!signal.aborted) await once(signal, 'abort');
    await app.close();
  } finally {
    clearRunning(vaulted.folder);
    await vaulted.close();
  }
}

/** Started a second time, Mirror opens the one that runs instead of complaining about it. */
async function openOrFindRunning(options: StartOptions, signal: AbortSignal): Promise<VaultedCore | undefined> {
  try {
    return await openVaultedCore({
      workspace: options.workspace,
      door: 'web',
      secret: findSecret(),
      whenOpened: (core) => loadFirstSample(core, follow, signal),
    });
  } catch (error) {
    const origin =
      error instanceof MirrorError && error.code === 'workspace/locked' ? findRunning(options.workspace) : undefined;
    if (origin === undefined || options.newKey) throw error;
    process.stderr.write('mirror: this workspace is already open; here is its address\n');
    tellAddress(origin, options.workspace, options);
    return undefined;
  }
}

function tellAddress(origin: string, workspace: string, options: StartOptions): void {
  const key = readKey(workspace);
  const url = addressWithToken(origin, key);
  if (options.json) printJson({ url, workspace });
  else {
    print(`Mirror is ready: ${url}`);
    print(`Workspace: ${workspace}. Nothing leaves this machine. Ctrl-C stops Mirror.`);
  }
  // A machine without a browser or a desktop still has the printed address.
  if (options.open) open(addressWithCode(origin, key, Date.now())).then(watchBrowser, tellNoBrowser);
}

function watchBrowser(browser: { on(event: 'error', act: () => void): void }): void {
  browser.on('error', tellNoBrowser);
}

function tellNoBrowser(): void {
  process.stderr.write('mirror: no browser could be opened; open the address above in one\n');
}
