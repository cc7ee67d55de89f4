// The one window.
import { BrowserWindow, dialog } from 'electron';
import { START_PAGE } from '../src/desktop/addresses.ts';
import { WEB_PREFERENCES } from '../src/desktop/window-rules.ts';
import type { DesktopNews } from '../src/domain/desktop.ts';

export interface Shown {
  window: BrowserWindow | undefined;
}

export function openWindow(preload: string, shown: Shown): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 820,
    minWidth: 720,
    minHeight: 480,
    show: false,
    title: 'Mirror',
    autoHideMenuBar: true,
    webPreferences: { ...WEB_PREFERENCES, preload },
  });
  window.on('closed', () => {
    shown.window = undefined;
  });
  // The page says that something is recorded; unlike a browser, Electron then asks nobody and just stays open.
  window.webContents.on('will-prevent-unload', (event) => {
    const buttons = ['Keep recording', 'Close and save what there is'];
    const message = 'Mirror is recording. What is recorded so far is kept either way.';
    if (dialog.showMessageBoxSync(window, { type: 'question', buttons, defaultId: 0, cancelId: 0, message }) === 1)
      event.preventDefault();
  });
  // A page that died is made anew; the core and what it has are not touched by that.
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') window.webContents.reload();
  });
  void window.loadURL(START_PAGE);
  return window;
}

export const tellWindow =
  (shown: Shown) =>
  (news: DesktopNews): void =>
    shown.window?.webContents.send('mirror-news', news);
