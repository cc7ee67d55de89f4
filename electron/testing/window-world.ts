// What a page has around it, and what it may not have.
import { vi } from 'vitest';

/** The window's own world, as far as preload and the client use it. */
export function makeWindow(): void {
  const window = Object.assign(new EventTarget(), {
    postMessage: (data: unknown, _origin: string, ports: MessagePort[]) =>
      window.dispatchEvent(Object.assign(new Event('message'), { data, source: window, ports })),
    setTimeout,
    clearTimeout,
  });
  vi.stubGlobal('window', window);
  vi.stubGlobal('location', new URL('mirror://app/'));
}

export const NETWORK = [
  'https://example.com/',
  'http://127.0.0.1:4711/',
  'ws://localhost/',
  'file:///etc/passwd',
  'mirror://other/',
];
export const ELSEWHERE = [
  ...NETWORK,
  'mirror://app/documents/1',
  'mirror://app/exports/1/a.html',
  'javascript:alert(1)',
];
export const WISHES = [
  'geolocation',
  'camera',
  'notifications',
  'clipboard-read',
  'openExternal',
  'hid',
  'fileSystem',
  'midi',
];
