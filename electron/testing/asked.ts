// What was asked of the fake of Electron, to be looked at, and what it is to answer.
import type * as Electron from 'electron';
import type { BrowserWindow, FakeUtility, Tray } from './fake-electron.ts';

/** The parts of one of Electron's types that the shell uses, with its own signatures. */
export type Part<Whole, Names extends keyof Whole> = { [Name in Names]: Whole[Name] };

export type Given<Whole, Name extends keyof Whole> = Whole[Name] extends (...given: infer All) => unknown
  ? All[0]
  : never;
export type Ours = Electron.Session;

export interface Asked {
  readonly log: string[];
  readonly schemes: Electron.CustomScheme[];
  readonly served: Map<string, (request: Request) => Response | Promise<Response>>;
  readonly windows: BrowserWindow[];
  readonly answers: Map<string, (event: Electron.IpcMainInvokeEvent, ...given: unknown[]) => unknown>;
  readonly forks: FakeUtility[];
  readonly notes: Electron.NotificationConstructorOptions[];
  readonly keys: Map<string, () => void>;
  readonly blockers: Set<number>;
  readonly trays: Tray[];
  readonly opened: string[];
  onRequest: Given<Ours, 'setPermissionRequestHandler'>;
  onCheck: Given<Ours, 'setPermissionCheckHandler'>;
  onDevice: Given<Ours, 'setDevicePermissionHandler'>;
  onDisplay: Given<Ours, 'setDisplayMediaRequestHandler'>;
  onWeb:
    | ((details: Electron.OnBeforeRequestListenerDetails, done: (answer: Electron.CallbackResponse) => void) => void)
    | null;
  sources: { readonly id: string; readonly name: string }[];
  takenKeys: string[];
  folder: string | undefined;
  keystore: string | undefined;
  pressed: number;
  exposed: Record<string, unknown>;
}

export const asked: Asked = {
  log: [],
  schemes: [],
  served: new Map(),
  windows: [],
  answers: new Map(),
  forks: [],
  notes: [],
  keys: new Map(),
  blockers: new Set(),
  trays: [],
  opened: [],
  onRequest: null,
  onCheck: null,
  onDevice: null,
  onDisplay: null,
  onWeb: null,
  sources: [],
  takenKeys: [],
  folder: undefined,
  keystore: 'gnome_libsecret',
  pressed: 0,
  exposed: {},
};
