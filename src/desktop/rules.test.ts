import { expect, test } from 'vitest';
import { isOurPage, mayLoad } from './addresses.ts';
import { nameKeystore } from './name-keystore.ts';
import { mayUse, mightUse } from './permission-rules.ts';
import { readSettings } from './read-settings.ts';
import { keepsAwake, lookOfTray } from './recording-sign.ts';
import { nextStart } from './restart.ts';
import { arrangeSources, choosePicker, soundFor } from './sources.ts';
import { judgePermissions, type MacStatuses, settingsAddress } from './system-permissions.ts';
import { takeChoice } from './take-choice.ts';
import { drawTrayIcon } from './tray-icon.ts';

test('only the page itself is gone to, and only Mirror’s own files are loaded', () => {
  const pages = [
    'mirror://app/',
    'mirror://app/#/p/1',
    'mirror://app/index.html',
    'mirror://app/documents/1',
    'mirror://evil/',
    'https://app/',
    'nonsense',
  ];
  expect(pages.map(isOurPage)).toEqual([true, true, true, false, false, false, false]);
  const loads = [
    'mirror://app/assets/a.js',
    'mirror://app/media/1',
    'blob:mirror://app/1',
    'data:image/png;base64,',
    'blob:https://evil/1',
    'mirror://evil/',
    'https://app/',
    'ws://127.0.0.1/',
    'file:///a',
    'devtools://a',
    '',
  ];
  expect(loads.map(mayLoad)).toEqual([true, true, true, true, false, false, false, false, false, false, false]);
});

test('a page of ours uses the microphone and a screen, and nobody uses anything else', () => {
  const own = { permission: 'media', address: 'mirror://app/', isMainFrame: true };
  expect([
    mayUse({ ...own, media: ['audio'] }),
    mayUse({ ...own, permission: 'display-capture' }),
    mightUse({ ...own, address: 'mirror://app' }),
  ]).toEqual([true, true, true]);
  const refused = [
    { ...own, media: ['audio', 'video'] },
    { ...own, media: [] },
    own,
    { ...own, media: ['audio'], isMainFrame: false },
    { ...own, media: ['audio'], address: 'https://evil/' },
    { ...own, permission: 'geolocation' },
  ];
  expect(refused.map(mayUse)).toEqual(refused.map(() => false));
  expect(mightUse({ ...own, media: ['video'] })).toBe(false);
});

test('a core that ends is started again, later each time; one that was well is a new trouble', () => {
  const waits: number[] = [];
  let failures = 0;
  for (let at = 0; at < 9; at++) {
    const next = nextStart(failures, 100);
    ({ failures } = next);
    waits.push(next.waitMs);
  }
  expect(waits).toEqual([250, 500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  expect(nextStart(failures, 60_000)).toEqual({ failures: 1, ranMs: 60_000, waitMs: 250 });
});

test('what must not be recorded is named, cannot be chosen, and blinds the previews of whole screens', () => {
  const raw = [
    { id: 'window:1:0', name: 'Invoices – Ledgerly', thumbnail: 'data:1' },
    { id: 'screen:0:0', name: 'Entire screen', thumbnail: 'data:2' },
    { id: 'window:2:0', name: 'Recording 0:10 – refunds · Mirror', thumbnail: 'data:3' },
    { id: 'window:3:0', name: 'Salaries', thumbnail: 'data:4' },
  ];
  const rule = { by: 'title' as const, pattern: 'salaries' };
  expect(arrangeSources(raw, [rule])).toEqual([
    { id: 'screen:0:0', kind: 'screen', name: 'Entire screen', thumbnail: null, excludedBy: null },
    { id: 'window:1:0', kind: 'window', name: 'Invoices – Ledgerly', thumbnail: 'data:1', excludedBy: null },
    { id: 'window:3:0', kind: 'window', name: 'Salaries', thumbnail: null, excludedBy: rule },
  ]);
  expect(
    arrangeSources(raw, [{ by: 'app', pattern: 'Ledgerly' }]).map(({ excludedBy }) => excludedBy !== null),
  ).toEqual([false, true, false]);
  expect(arrangeSources(raw, []).map(({ thumbnail }) => thumbnail)).toEqual(['data:2', 'data:1', 'data:4']);
});

test('who asks for the screen, and where its sound can be had', () => {
  const asks = (platform: string, version = '', env = {}) => choosePicker({ platform, version, env });
  expect([
    asks('darwin', '15.1'),
    asks('darwin', '14.6'),
    asks('win32', '10.0'),
    asks('linux'),
    asks('linux', '', { XDG_SESSION_TYPE: 'wayland' }),
    asks('linux', '', { WAYLAND_DISPLAY: 'wayland-0' }),
  ]).toEqual(['system', 'own', 'own', 'own', 'portal', 'portal']);
  expect([soundFor('win32', true), soundFor('win32', false), soundFor('darwin', true)]).toEqual([
    'loopback',
    undefined,
    undefined,
  ]);
  const wish = { address: 'mirror://app/', isMainFrame: true, hasGesture: true };
  const portal = { picker: 'portal' as const, chosen: undefined, listed: [], found: [{ id: 'window:9:0' }] };
  expect([takeChoice(wish, portal), takeChoice({ ...wish, hasGesture: false }, portal)]).toEqual([
    { id: 'window:9:0' },
    undefined,
  ]);
});

test('what was allowed after the start counts for the next one, and a no is changed in the settings', () => {
  const at = (screen: MacStatuses['screen'], microphone: MacStatuses['screen'], input: MacStatuses['screen']) => ({
    screen,
    microphone,
    input,
  });
  const states = (start: MacStatuses, now: MacStatuses) => judgePermissions(start, now).map(({ state }) => state);
  expect(states(at('denied', 'not-determined', 'denied'), at('granted', 'granted', 'granted'))).toEqual([
    'reopen',
    'granted',
    'reopen',
  ]);
  expect(states(at('granted', 'granted', 'granted'), at('granted', 'granted', 'granted'))).toEqual([
    'granted',
    'granted',
    'granted',
  ]);
  expect(states(at('denied', 'denied', 'denied'), at('not-determined', 'restricted', 'denied'))).toEqual([
    'not-asked',
    'restricted',
    'denied',
  ]);
  expect(settingsAddress('screen')).toBe(
    'x-apple.systempreferences:com.apple.preference.security?Privacy_ScreenCapture',
  );
});

test('the tray says what is recorded, each state by a shape of its own', () => {
  expect(lookOfTray({ state: 'paused', words: 'Paused – refunds' })).toEqual({
    icon: 'paused',
    tip: 'Paused – refunds · Mirror',
    entries: [
      { label: 'Go on recording', act: 'toggle-pause' },
      { label: 'Stop and save', act: 'stop' },
      { label: 'Show Mirror', act: 'show' },
    ],
  });
  expect(
    (['idle', 'recording', 'paused', 'problem'] as const).map((state) => keepsAwake({ state, words: '' })),
  ).toEqual([false, true, false, true]);
  const inked = (['idle', 'recording', 'paused', 'problem'] as const).map((state) =>
    Array.from(drawTrayIcon(state, 16))
      .filter((_, at) => at % 4 === 3)
      .map((alpha) => (alpha > 127 ? '#' : '.'))
      .join(''),
  );
  expect(new Set(inked).size).toBe(4);
  expect(inked.map((shape) => shape[8 * 16 + 8])).toEqual(['.', '#', '.', '#']);
});

test('a keystore that keeps nothing secret is none; settings that are damaged are none', () => {
  expect([
    nameKeystore('darwin', undefined),
    nameKeystore('linux', 'kwallet6'),
    nameKeystore('linux', 'basic_text'),
    nameKeystore('linux', 'unknown'),
  ]).toEqual(['Keychain', 'KWallet', undefined, undefined]);
  expect(readSettings(() => '{"workspace":"/a"}')).toEqual({ workspace: '/a' });
  expect(readSettings(() => '{')).toEqual({});
});
