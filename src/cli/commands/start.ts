// mirror start: Mirror in a browser of this machine, until Ctrl-C.
import { once } from 'node:events';
import open from 'open';
import { MirrorError } from '../../domain/errors.ts';
import { type Core, createCore } from '../../host/core.ts';
import { loadFirstSample } from '../../host/load-first-sample.ts';
import { readKey, renewKey } from '../../web/keys.ts';
import { clearRunning, findRunning, writeRunning } from '../../web/running.ts';
import { addressWithCode, addressWithToken, serveWeb } from '../../web/serve.ts';
import { follow, print, printJson } from '../output.ts';
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
    const core = await openOrFindRunning(options);
    if (core !== undefined) await serveUntilStopped(core, options, stop.signal);
  } finally {
    stop.release();
  }
}

async function serveUntilStopped(core: Core, options: StartOptions, signal: AbortSignal): Promise<void> {
  try {
    clearRunning(core.host.workspace);
    if (options.newKey) renewKey(core.host.workspace.path);
    await loadFirstSample(core, follow, signal);
    const app = await serveWeb(core, { port: options.port });
    writeRunning(core.host.workspace, app.origin);
    tellAddress(app.origin, core.host.workspace.path, options);
    if (!signal.aborted) await once(signal, 'abort');
    await app.close();
  } finally {
    clearRunning(core.host.workspace);
    await core.close();
  }
}

/** Started a second time, Mirror opens the one that runs instead of complaining about it. */
async function openOrFindRunning(options: StartOptions): Promise<Core | undefined> {
  try {
    return await createCore({ workspace: options.workspace, door: 'web' });
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
