// What the type check makes of a fake that is no longer what Electron is. Each of these lines must be an error; where one
// is none any more, the type check fails on the unused expectation.
import type * as Electron from 'electron';
import { app, desktopCapturer, protocol, safeStorage, session } from './fake-electron.ts';
import type { Part } from './fake-electron.ts';

export const DRIFTED = [
  // @ts-expect-error -- it is a promise
  { ...app, whenReady: () => 7 } satisfies Part<Electron.App, 'whenReady'>,
  // @ts-expect-error -- the list is of schemes
  { ...protocol, registerSchemesAsPrivileged: (scheme: string) => scheme } satisfies Part<
    Electron.Protocol,
    'registerSchemesAsPrivileged'
  >,
  {
    ...session.defaultSession,
    // @ts-expect-error -- the handler is given a callback, and answers by it
    setPermissionRequestHandler: (handler: (permission: number) => boolean) => handler(7),
  } satisfies Part<Electron.Session, 'setPermissionRequestHandler'>,
  // @ts-expect-error -- what is decrypted comes with whether it should be sealed anew
  { ...safeStorage, decryptStringAsync: async () => 'text' } satisfies Part<Electron.SafeStorage, 'decryptStringAsync'>,
  // @ts-expect-error -- there is no such part
  { ...desktopCapturer, listSources: () => [] } satisfies Part<Electron.DesktopCapturer, 'listSources'>,
];
