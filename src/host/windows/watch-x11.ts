// Windows of an X server, by xprop: one that watches the root window, and one for each window there is.
import { createX11View, ROOT_PROPERTIES, WINDOW_PROPERTIES, type X11View } from '../../capture/x11-windows.ts';
import { type Helper, runHelper } from './run-helper.ts';
import type { SeenWindows } from '../../capture/windows.ts';

export interface DesktopListener {
  /** Something is another one than before; what, is being looked up. */
  onStir(atMs: number): void;
  onWindows(seen: SeenWindows, atMs: number): void;
  /** `problem` when they are not watched for the moment. */
  onState(problem: string | undefined): void;
}

export interface DesktopWatch {
  stop(): Promise<void>;
}

/** A window whose helper says nothing for so long is not waited for. */
const PATIENCE_MS = 2_000;

const FORMATS = Object.entries(WINDOW_PROPERTIES).flatMap(([name, format]) => (format ? ['-f', name, format] : []));

interface WatchedWindow {
  readonly helper: Helper;
  readonly sinceMs: number;
}

/**
 * Tells what can be seen whenever it changes, and only what it knows whole: a window half known could be excluded. When this
 * process is killed, each xprop ends with the next change that it cannot tell anybody.
 */
export function watchX11(env: NodeJS.ProcessEnv, listener: DesktopListener): DesktopWatch {
  const xprop = (args: readonly string[]) => ({ command: 'xprop', args: ['-spy', ...args], env });
  const watched = new Map<string, WatchedWindow>();
  const stopping: Promise<void>[] = [];
  let view = createX11View();
  let lastTold = '';
  let patience: NodeJS.Timeout | undefined;
  let isStopped = false;

  const tell = (): void => {
    clearTimeout(patience);
    const atMs = performance.now();
    const waiting = view.unknown().filter((id) => atMs - (watched.get(id)?.sinceMs ?? atMs) < PATIENCE_MS);
    if (waiting.length > 0) {
      patience = setTimeout(tell, PATIENCE_MS).unref();
      return;
    }
    const seen = view.seen();
    const told = JSON.stringify(seen);
    if (told === lastTold) return;
    lastTold = told;
    listener.onWindows(seen, atMs);
  };

  const drop = (id: string): void => {
    const window = watched.get(id);
    watched.delete(id);
    view.forget(id);
    if (window) stopping.push(window.helper.stop());
  };

  const add = (id: string, of: X11View): void => {
    const helper = runHelper(xprop(['-id', id, ...FORMATS, ...Object.keys(WINDOW_PROPERTIES)]), {
      onLines: (lines) => {
        if (isStopped || of !== view) return;
        listener.onStir(performance.now());
        for (const line of lines) view.window(id, line);
        tell();
      },
      // Closed, as a rule: then the list of windows says so, too. A window that stays is looked at again.
      onLost: () => {
        if (of === view) view.forget(id);
      },
    });
    watched.set(id, { helper, sinceMs: performance.now() });
  };

  const root = runHelper(xprop(['-root', ...ROOT_PROPERTIES]), {
    onLines: (lines) => {
      if (isStopped) return;
      listener.onStir(performance.now());
      for (const line of lines) view.root(line);
      const ids = new Set(view.ids());
      for (const id of watched.keys()) if (!ids.has(id)) drop(id);
      for (const id of ids) if (!watched.has(id)) add(id, view);
      listener.onState(undefined);
      tell();
    },
    onLost: (problem) => {
      for (const id of watched.keys()) drop(id);
      // What was known may be wrong by the time somebody looks again.
      view = createX11View();
      lastTold = '';
      listener.onState(problem);
    },
  });

  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(patience);
      await root.stop();
      for (const id of watched.keys()) drop(id);
      await Promise.all(stopping);
    },
  };
}
