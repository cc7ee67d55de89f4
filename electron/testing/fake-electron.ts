// Electron without its binary, for tests: what main and preload use of it, each part held to the signatures of Electron's
// own types (a part that drifts from them fails the type check), with what was asked of it to be looked at.
import { EventEmitter } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type * as Electron from 'electron';
import { asked, type Asked, type Ours, type Part } from './asked.ts';
import { MessageChannelMain, rawOf } from './fake-ports.ts';
import { PROGRAMS } from '../../src/host/programs/programs.ts';

export { asked, MessageChannelMain };
export type { Part };

// Electron's processes have this; Node's have not.
process.getSystemVersion ??= () => '0.0';

const own = mkdtempSync(join(tmpdir(), 'mirror-electron-'));
const events = () => new EventEmitter();
// The listeners' kinds are Electron's; here each is a name and a function, which its overloads all are.
// oxlint-disable-next-line typescript/no-explicit-any -- no single type is assignable to every overload
type On = { on: any; once: any; emit(event: string, ...given: unknown[]): boolean };
const speaker = (): On => {
  const all = events();
  return { on: all.on.bind(all), once: all.once.bind(all), emit: all.emit.bind(all) };
};

const isReady = (): boolean => asked.log.includes('ready');
const before = (what: string): void => {
  if (isReady()) throw new Error(`${what} must be called before the app is ready`);
  asked.log.push(what);
};
const after = (what: string): void => {
  if (!isReady()) throw new Error(`${what} must be called when the app is ready`);
  asked.log.push(what);
};

export const app = {
  ...speaker(),
  requestSingleInstanceLock: () => true,
  whenReady: async () => void asked.log.push('ready'),
  getPath: () => own,
  quit: () => void asked.log.push('quit'),
  relaunch: () => void asked.log.push('relaunch'),
} satisfies Part<Electron.App, 'requestSingleInstanceLock' | 'whenReady' | 'getPath' | 'quit' | 'relaunch' | 'on'>;

export const protocol = {
  registerSchemesAsPrivileged: (schemes) => {
    before('scheme');
    asked.schemes.push(...schemes);
  },
  handle: (scheme, handler) => {
    after('handle');
    asked.served.set(scheme, handler);
  },
} satisfies Part<Electron.Protocol, 'registerSchemesAsPrivileged' | 'handle'>;

const ours = {
  ...speaker(),
  setPermissionRequestHandler: (handler) => void (asked.onRequest = handler),
  setPermissionCheckHandler: (handler) => void (asked.onCheck = handler),
  setDevicePermissionHandler: (handler) => void (asked.onDevice = handler),
  setDisplayMediaRequestHandler: (handler, options) => {
    asked.onDisplay = handler;
    asked.log.push(`system picker ${options?.useSystemPicker === true ? 'on' : 'off'}`);
  },
} satisfies Part<
  Ours,
  | 'on'
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
>;
const webRequest = {
  // Overloaded: with and without a filter; the shell wants every request.
  onBeforeRequest: (listener: unknown) => void (asked.onWeb = listener as Asked['onWeb']),
} satisfies Part<Electron.WebRequest, 'onBeforeRequest'>;
export const session = { defaultSession: { ...ours, webRequest } };

class FakeContents extends EventEmitter {
  opener: Parameters<Electron.WebContents['setWindowOpenHandler']>[0] | undefined;
  readonly news: unknown[] = [];
  readonly mainFrame = { url: '', parent: null };
  readonly setWindowOpenHandler: Electron.WebContents['setWindowOpenHandler'] = (handler) =>
    void (this.opener = handler);
  readonly send: Electron.WebContents['send'] = (channel, ...given) => {
    this.news.push(...given);
    ipcRenderer.emit(channel, {}, ...given);
  };
  // Its ports arrive in the window as the platform's own.
  readonly postMessage: Electron.WebContents['postMessage'] = (channel, message, ports = []) =>
    void ipcRenderer.emit(channel, { ports: ports.map((port) => rawOf(port)) }, message);
  readonly reload: Electron.WebContents['reload'] = () => void asked.log.push('reload');
}

export class BrowserWindow extends EventEmitter {
  readonly webContents = new FakeContents();
  readonly options: Electron.BrowserWindowConstructorOptions;
  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super();
    this.options = options;
    asked.windows.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  static readonly getAllWindows = () => asked.windows;
  readonly show: Electron.BrowserWindow['show'] = () => void asked.log.push('show');
  readonly focus: Electron.BrowserWindow['focus'] = () => {};
  readonly loadURL: Electron.BrowserWindow['loadURL'] = async (address) => {
    this.webContents.mainFrame.url = address;
  };
}

const FIRST_PID = 900_000_001; // beyond what any system gives

/** A utility process is a worker thread here, with a real program in it. */
export class FakeUtility extends EventEmitter {
  readonly pid = FIRST_PID + asked.forks.length;
  readonly stderr = null;
  readonly #worker: Worker;
  readonly modulePath: string;
  readonly options: Electron.ForkOptions | undefined;
  constructor(modulePath: string, options: Electron.ForkOptions | undefined) {
    super();
    this.modulePath = modulePath;
    this.options = options;
    const source = new URL(`../../${sourceOf(modulePath)}`, import.meta.url).href;
    // The environment of a worker is a copy, as a process's own is.
    this.#worker = new Worker(new URL('./utility-worker.ts', import.meta.url), {
      workerData: source,
      env: (options?.env as NodeJS.ProcessEnv | undefined) ?? process.env,
    });
    this.#worker.on('message', (message) => this.emit('message', message));
    this.#worker.on('error', (error) => asked.log.push(`died: ${String(error)}`));
    this.#worker.on('exit', (code) => this.emit('exit', code));
    this.#worker.on('online', () => this.emit('spawn'));
  }
  readonly postMessage: Electron.UtilityProcess['postMessage'] = (data, ports = []) => {
    const raw = ports.map(rawOf);
    this.#worker.postMessage({ data, ports: raw }, raw);
  };
  readonly kill: Electron.UtilityProcess['kill'] = () => {
    void this.#worker.terminate();
    return true;
  };
}

function sourceOf(modulePath: string): string {
  const name = /([\w.-]+)\.js$/.exec(modulePath)?.[1] ?? '';
  const known: Readonly<Record<string, string>> = { ...PROGRAMS, core: 'electron/core.ts' };
  if (known[name] === undefined) throw new Error(`there is no program ${modulePath}`);
  return known[name];
}

export const utilityProcess = {
  fork: (modulePath: string, _args?: string[], options?: Electron.ForkOptions) => {
    const started = new FakeUtility(modulePath, options);
    asked.forks.push(started);
    // Safe as far as the shell goes: each member it uses has Electron's own signature above.
    return started as unknown as Electron.UtilityProcess;
  },
} satisfies Part<typeof Electron.utilityProcess, 'fork'>;

export const ipcMain = {
  handle: (channel, listener) => void asked.answers.set(channel, listener),
} satisfies Part<Electron.IpcMain, 'handle'>;

const renderer = events();
export const ipcRenderer = {
  on: renderer.on.bind(renderer) as never,
  off: renderer.off.bind(renderer) as never,
  emit: renderer.emit.bind(renderer),
  invoke: async (channel, ...given) => {
    const [window] = asked.windows;
    const frame = window?.webContents.mainFrame;
    const event = { sender: window?.webContents, senderFrame: frame } as unknown as Electron.IpcMainInvokeEvent;
    return asked.answers.get(channel)?.(event, ...given);
  },
} satisfies Part<Electron.IpcRenderer, 'on' | 'off' | 'invoke' | 'emit'>;

export const contextBridge = {
  exposeInMainWorld: (name, api) => {
    asked.exposed[name] = api;
    Object.assign(window, { [name]: api });
  },
} satisfies Part<Electron.ContextBridge, 'exposeInMainWorld'>;

const picture = { isEmpty: () => false, toJPEG: () => Buffer.from('jpeg') } satisfies Part<
  Electron.NativeImage,
  'isEmpty' | 'toJPEG'
>;
export const desktopCapturer = {
  getSources: async () =>
    asked.sources.map((one) => ({ ...one, thumbnail: picture })) as unknown as Electron.DesktopCapturerSource[],
} satisfies Part<Electron.DesktopCapturer, 'getSources'>;

export const safeStorage = {
  isAsyncEncryptionAvailable: async () => asked.keystore !== undefined,
  getSelectedStorageBackend: () => asked.keystore as 'basic_text',
  encryptStringAsync: async (text) => Buffer.from(`sealed ${text}`),
  decryptStringAsync: async (sealed) => ({ result: sealed.toString().slice(7), shouldReEncrypt: false }),
} satisfies Part<
  Electron.SafeStorage,
  'isAsyncEncryptionAvailable' | 'getSelectedStorageBackend' | 'encryptStringAsync' | 'decryptStringAsync'
>;

export const dialog = {
  showMessageBoxSync: () => asked.pressed,
  showOpenDialog: async () => ({ canceled: asked.folder === undefined, filePaths: asked.folder ? [asked.folder] : [] }),
} satisfies Part<Electron.Dialog, 'showMessageBoxSync' | 'showOpenDialog'>;

export class Notification extends EventEmitter {
  readonly options: Electron.NotificationConstructorOptions | undefined;
  constructor(options?: Electron.NotificationConstructorOptions) {
    super();
    this.options = options;
  }
  readonly show: Electron.Notification['show'] = () => void asked.notes.push(this.options ?? {});
}

export class Tray extends EventEmitter {
  tip = '';
  menu: Electron.MenuItemConstructorOptions[] = [];
  isGone = false;
  readonly image: unknown;
  constructor(image: unknown) {
    super();
    this.image = image;
    asked.trays.push(this);
  }
  readonly setImage: Electron.Tray['setImage'] = () => {};
  readonly setToolTip: Electron.Tray['setToolTip'] = (tip) => void (this.tip = tip);
  readonly setContextMenu: Electron.Tray['setContextMenu'] = (menu) =>
    void (this.menu = menu as unknown as Electron.MenuItemConstructorOptions[]);
  readonly destroy: Electron.Tray['destroy'] = () => void (this.isGone = true);
}

export const Menu = {
  buildFromTemplate: (template) => template as unknown as Electron.Menu,
  setApplicationMenu: () => {},
} satisfies Part<typeof Electron.Menu, 'buildFromTemplate' | 'setApplicationMenu'>;

export const nativeImage = {
  createFromBitmap: (buffer, { width, height }) => {
    if (buffer.length !== width * height * 4) throw new Error('a bitmap has four bytes for each pixel');
    return picture as unknown as Electron.NativeImage;
  },
} satisfies Part<typeof Electron.nativeImage, 'createFromBitmap'>;

export const globalShortcut = {
  register: (accelerator, callback) => {
    if (asked.takenKeys.includes(accelerator)) return false;
    asked.keys.set(accelerator, callback);
    return true;
  },
  unregisterAll: () => asked.keys.clear(),
} satisfies Part<Electron.GlobalShortcut, 'register' | 'unregisterAll'>;

let lastBlocker = 0;
export const powerSaveBlocker = {
  start: () => {
    asked.blockers.add(++lastBlocker);
    return lastBlocker;
  },
  stop: (id) => asked.blockers.delete(id),
} satisfies Part<Electron.PowerSaveBlocker, 'start' | 'stop'>;

export const powerMonitor = speaker() satisfies Part<Electron.PowerMonitor, 'on'>;
export const screen = speaker() satisfies Part<Electron.Screen, 'on'>;
export const shell = {
  openExternal: async (address) => void asked.opened.push(address),
  showItemInFolder: (path) => void asked.opened.push(path),
} satisfies Part<Electron.Shell, 'openExternal' | 'showItemInFolder'>;
export const systemPreferences = {
  getMediaAccessStatus: () => 'granted',
  askForMediaAccess: async () => true,
  isTrustedAccessibilityClient: () => true,
} satisfies Part<
  Electron.SystemPreferences,
  'getMediaAccessStatus' | 'askForMediaAccess' | 'isTrustedAccessibilityClient'
>;
