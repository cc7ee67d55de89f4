// Runs in the window before its page, in a sandbox: hands over the port to the core, asks main, and hears its news.
import { contextBridge, ipcRenderer } from 'electron';
import type { DesktopBridge, DesktopNews } from '../src/domain/desktop.ts';

// A port can only be given to a page by a message of its own window; nobody else hears it.
ipcRenderer.on('mirror-port', ({ ports }) => window.postMessage('mirror-port', location.origin, [...ports]));

const bridge: DesktopBridge = {
  ask: (name, input) => ipcRenderer.invoke('mirror-ask', name, input),
  listen: (onNews) => {
    const hear = (_event: unknown, news: DesktopNews): void => onNews(news);
    ipcRenderer.on('mirror-news', hear);
    return () => void ipcRenderer.off('mirror-news', hear);
  },
};
contextBridge.exposeInMainWorld('mirrorDesktop', bridge);
