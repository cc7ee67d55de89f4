// In: what xprop says of the root window and of each window. Out: the windows there are, which can be seen, which is active.
import { type X11Value, parseX11Property, readX11Text, readX11Texts } from './x11-properties.ts';
import type { SeenWindow, SeenWindows } from './windows.ts';

/** Of the root window (Extended Window Manager Hints 1.5). */
export const ROOT_PROPERTIES = ['_NET_ACTIVE_WINDOW', '_NET_CLIENT_LIST_STACKING', '_NET_CURRENT_DESKTOP'] as const;

/** Of each window, with the format in which xprop prints it. The last one in this list is printed last. */
export const WINDOW_PROPERTIES = {
  WM_CLASS: '8c',
  WM_NAME: '8c',
  _NET_WM_NAME: '8c',
  _NET_WM_DESKTOP: '32c',
  _NET_WM_STATE: undefined,
  WM_STATE: '32c',
} as const;

const LAST_PROPERTY = 'WM_STATE';
const ICONIC = 3;
const ON_ALL_DESKTOPS = 0xffffffff;

export interface X11View {
  root(line: string): void;
  window(id: string, line: string): void;
  /** Its helper has ended: it is gone, or nothing can be said of it. */
  forget(id: string): void;
  /** Of all windows that the window manager manages. */
  ids(): readonly string[];
  /** Those of which not everything was said yet. */
  unknown(): readonly string[];
  seen(): SeenWindows;
}

/** Begins with nothing known. */
export function createX11View(): X11View {
  const root = new Map<string, X11Value | undefined>();
  const windows = new Map<string, Map<string, X11Value | undefined>>();
  const ids = (): string[] => (root.get('_NET_CLIENT_LIST_STACKING')?.words ?? []).map(tidyId);
  const describe = (id: string): SeenWindow | undefined => {
    const properties = windows.get(id);
    return properties && describeWindow(id, properties);
  };

  return {
    root: (line) => {
      const property = parseX11Property(line);
      if (property) root.set(property.name, property.value);
    },
    window: (id, line) => {
      const property = parseX11Property(line);
      if (!property) return;
      const known = windows.get(id) ?? new Map<string, X11Value | undefined>();
      windows.set(id, known.set(property.name, property.value));
    },
    forget: (id) => void windows.delete(id),
    ids,
    unknown: () => ids().filter((id) => !windows.get(id)?.has(LAST_PROPERTY)),
    seen: () => {
      const active = root.get('_NET_ACTIVE_WINDOW')?.words[0];
      const desktop = root.get('_NET_CURRENT_DESKTOP')?.numbers[0];
      const visible = ids().filter((id) => isVisible(windows.get(id), desktop));
      return {
        // 0x0 between two windows, and when none is open.
        active: active === undefined || Number(active) === 0 ? undefined : describe(tidyId(active)),
        visible: visible.map(describe).filter((window) => window !== undefined),
      };
    },
  };
}

/** Covered ones count: a window that is moved shows what was behind it sooner than anybody can say so. */
function isVisible(properties: ReadonlyMap<string, X11Value | undefined> | undefined, desktop = 0): boolean {
  if (properties === undefined) return false;
  if (properties.get('WM_STATE')?.numbers[0] === ICONIC) return false;
  if (properties.get('_NET_WM_STATE')?.words.includes('_NET_WM_STATE_HIDDEN')) return false;
  const on = properties.get('_NET_WM_DESKTOP')?.numbers[0];
  return on === undefined || on === desktop || on === ON_ALL_DESKTOPS;
}

function describeWindow(id: string, properties: ReadonlyMap<string, X11Value | undefined>): SeenWindow {
  // xterm and its like know the old name only.
  const title = properties.get('_NET_WM_NAME') ?? properties.get('WM_NAME');
  const [instance, app] = readClass(properties.get('WM_CLASS'));
  return {
    id,
    apps: [...new Set([app ?? '', instance ?? ''])].filter((name) => name !== ''),
    title: title === undefined ? '' : readX11Text(title),
  };
}

/** The second text names the program as people know it, the first how it was started. */
const readClass = (value: X11Value | undefined): string[] => (value === undefined ? [] : readX11Texts(value));

const tidyId = (id: string): string => `0x${Number(id).toString(16)}`;
