// From nothing to a window with a core behind it. In: where Mirror's own files are. Out: nothing; it runs until it is quit.
import { app, BrowserWindow, Menu } from 'electron';
import { createAbilities } from './abilities.ts';
import { createCoreProcess } from './core-process.ts';
import { guardSession, guardWindows, registerScheme, servePages } from './guard.ts';
import { findKeystore } from './keystore.ts';
import { watchPower } from './power.ts';
import { createRecordingSigns } from './recording-signs.ts';
import { readWorkspace, workspaceKept } from './settings.ts';
import { createSources } from './sources.ts';
import { readStatuses } from './permissions.ts';
import { openWindow, type Shown, tellWindow } from './window.ts';

export interface Paths {
  /** The built window. */
  readonly pages: string;
  readonly preload: string;
  /** Where `core.js` and the programs that it has started are. */
  readonly programs: string;
}

export async function boot({ pages, preload, programs }: Paths): Promise<void> {
  // A second Mirror would find the workspace locked; the first one comes forward instead.
  if (!app.requestSingleInstanceLock()) return app.quit();
  registerScheme();
  guardWindows();
  await app.whenReady();
  const atStart = readStatuses();
  const shown: Shown = { window: undefined };
  const tell = tellWindow(shown);
  const keystore = await findKeystore();
  const core = createCoreProcess(programs, {
    keystore,
    open: () => ({ workspace: readWorkspace(), keys: app.getPath('userData') }),
    onState: (state) => tell({ kind: 'core', core: state }),
  });
  const sources = createSources();
  const show = (): void => {
    shown.window ??= openWindow(preload, shown);
    shown.window.show();
    shown.window.focus();
  };
  const signs = createRecordingSigns({ tell, show });
  servePages(pages, (request) => core.fetch(request));
  guardSession((request) => sources.answer(request));
  createAbilities({ shown, atStart, sources, signs, core, keep: workspaceKept });
  watchPower((what) => tell({ kind: 'power', what }));
  // Its entries are for makers of pages: they open tools, reload, and zoom by keys that people want for themselves.
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
  app.on('second-instance', show);
  app.on('activate', () => BrowserWindow.getAllWindows().length === 0 && show());
  app.on('window-all-closed', () => process.platform !== 'darwin' && app.quit());
  let isClosed = false;
  app.on('will-quit', (event) => {
    signs.close();
    if (isClosed) return;
    event.preventDefault();
    isClosed = true;
    // What is open is closed in its order; a core that does not end is ended.
    void core.close().finally(() => app.quit());
  });
  core.start();
  show();
}
