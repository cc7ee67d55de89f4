// The core's process: started, spoken with, and started again when it ends. In: what it says. Out: ports and files of it.
import type { CoreState } from '../domain/desktop.ts';
import { FromCore, type ToCore } from './core-line.ts';
import { createFileForwarder } from './forward-files.ts';
import { nextStart } from './restart.ts';
import { type HandedPort, type HelpersNeeds, superviseHelpers } from './supervise-helpers.ts';

/** Electron's `UtilityProcess`, as far as it is used here. */
export interface CoreChild<Port extends HandedPort> {
  postMessage(message: unknown, ports: Port[]): void;
  kill(): boolean;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  once(event: 'exit', listener: (code: number) => void): unknown;
}

/** Electron's `WebContents`, as far as it is used here. */
export interface WindowContents<Port extends HandedPort> {
  postMessage(channel: string, message: unknown, ports: Port[]): void;
  once(event: 'destroyed', listener: () => void): unknown;
}

export interface CoreKeystore {
  readonly name: string;
  wrap(bytes: Uint8Array): Promise<Uint8Array>;
  unwrap(wrapped: Uint8Array): Promise<Uint8Array>;
}

export interface CoreNeeds<Port extends HandedPort> extends Pick<HelpersNeeds<Port>, 'makeChannel'> {
  readonly forkCore: () => CoreChild<Port>;
  readonly forkHelper: HelpersNeeds<Port>['fork'];
  readonly keystore: CoreKeystore | undefined;
  /** Asked at each start. */
  readonly open: () => { readonly workspace: string; readonly keys: string };
  readonly onState: (state: CoreState) => void;
}

export interface SupervisedCore<Port extends HandedPort> {
  /** At once, where none runs. */
  start(): void;
  /** Gives the window a port to the core; again after each new start, by itself. */
  connect(contents: WindowContents<Port>): void;
  fetch(request: Request): Promise<Response>;
  /** Ends it in its order and starts the next: another workspace is to be opened. */
  reopen(): Promise<void>;
  close(): Promise<void>;
  /** That was opened last. */
  workspace(): string;
}

/** What is open is written and closed in this time, or it never will be. */
const PATIENCE_MS = 10_000;

export function superviseCore<Port extends HandedPort>(needs: CoreNeeds<Port>): SupervisedCore<Port> {
  const { forkCore, forkHelper, makeChannel, keystore, open, onState } = needs;
  const windows = new Set<WindowContents<Port>>();
  let child: CoreChild<Port> | undefined;
  let state: CoreState = { state: 'starting' };
  let workspace = '';
  let failures = 0;
  let startedMs = 0;
  /** Its end is wanted: nothing is wrong with it. */
  let isEnding = false;
  let timer: NodeJS.Timeout | undefined;

  const tell = (message: ToCore, port?: Port): boolean => {
    child?.postMessage(message, port ? [port] : []);
    return child !== undefined;
  };
  const files = createFileForwarder(tell);
  const helpers = superviseHelpers({ fork: forkHelper, makeChannel, tell });
  const note = (next: CoreState): void => {
    state = next;
    onState(next);
  };
  const give = (contents: WindowContents<Port>): void => {
    const { port1, port2 } = makeChannel();
    if (tell({ kind: 'window' }, port1)) contents.postMessage('mirror-port', null, [port2]);
  };
  const keep = async (act: 'wrap' | 'unwrap', id: number, bytes: Uint8Array): Promise<void> => {
    // A refusal is an answer as well: the person is asked for a passphrase then.
    const kept = await keystore?.[act](bytes).catch(() => null);
    tell({ kind: 'kept', id, bytes: kept ?? null });
  };
  const hear = (from: CoreChild<Port>, data: unknown): void => {
    if (from !== child) return;
    const message = FromCore.parse(data);
    if (files.note(message)) return;
    if (message.kind === 'opened') note({ state: 'open' });
    else if (message.kind === 'failed') {
      note({ state: 'failed', title: message.title, hint: message.hint });
      from.kill();
    } else if (message.kind === 'start') helpers.start(message);
    else if (message.kind === 'kill') helpers.kill(message.id);
    else if (message.kind === 'wrap' || message.kind === 'unwrap') void keep(message.kind, message.id, message.bytes);
  };
  const noteEnd = (ended: CoreChild<Port>): void => {
    if (ended !== child) return;
    child = undefined;
    files.lose();
    helpers.killAll();
    // What cannot be opened is not tried again by itself.
    if (isEnding || state.state === 'failed') return;
    const next = nextStart(failures, performance.now() - startedMs);
    ({ failures } = next);
    note({ state: 'starting' });
    timer = setTimeout(start, next.waitMs);
  };
  const start = (): void => {
    clearTimeout(timer);
    if (child !== undefined || isEnding) return;
    startedMs = performance.now();
    note({ state: 'starting' });
    const started = forkCore();
    child = started;
    started.on('message', (data) => hear(started, data));
    started.once('exit', () => noteEnd(started));
    const folder = open();
    ({ workspace } = folder);
    tell({ kind: 'open', ...folder, keystore: keystore?.name ?? null });
    for (const contents of windows) give(contents);
  };
  const end = async (): Promise<void> => {
    isEnding = true;
    clearTimeout(timer);
    const ending = child;
    if (ending === undefined) return;
    const ended = new Promise<void>((resolve) => ending.once('exit', () => resolve()));
    const patience = setTimeout(() => ending.kill(), PATIENCE_MS);
    tell({ kind: 'close' });
    await ended.finally(() => clearTimeout(patience));
  };
  return {
    start,
    connect: (contents) => {
      if (!windows.has(contents)) contents.once('destroyed', () => windows.delete(contents));
      windows.add(contents);
      // A start gives all windows their ports.
      if (child === undefined) start();
      else give(contents);
      onState(state);
    },
    fetch: (request) => files.fetch(request),
    reopen: async () => {
      await end();
      isEnding = false;
      start();
    },
    close: end,
    workspace: () => workspace,
  };
}
