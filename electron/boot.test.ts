// The shell against a fake of Electron: what it sets up, what it refuses, and a real core behind it over real ports.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { findWeaknesses, type Setup } from '../src/desktop/window-rules.ts';
import { FUSES } from '../src/desktop/fuses.ts';
import type { DesktopBridge, RecordingSign } from '../src/domain/desktop.ts';
import type { Connection } from '../renderer/client.ts';
import { app, asked, powerMonitor, screen } from './testing/fake-electron.ts';
import { ELSEWHERE, makeWindow, NETWORK, WISHES } from './testing/window-world.ts';

vi.mock('electron', () => import('./testing/fake-electron.ts'));

const folder = mkdtempSync(join(tmpdir(), 'mirror-shell-'));
const pages = join(folder, 'pages');
let bridge: DesktopBridge;
let connection: Connection;

beforeAll(async () => {
  mkdirSync(pages);
  writeFileSync(join(pages, 'index.html'), '<title>Mirror</title>');
  vi.stubEnv('MIRROR_WORKSPACE', join(folder, 'workspace'));
  vi.stubEnv('XDG_CONFIG_HOME', join(folder, 'config'));
  asked.keystore = 'basic_text';
  makeWindow();
  await import('./preload.ts');
  bridge = asked.exposed['mirrorDesktop'] as DesktopBridge;
  const { boot } = await import('./boot.ts');
  await boot({ pages, preload: '/app/preload.cjs', programs: '/app' });
});

afterAll(async () => {
  app.emit('will-quit', { preventDefault: () => {} });
  await vi.waitUntil(() => asked.log.includes('quit'), { timeout: 60_000 });
  vi.unstubAllGlobals();
});

/** The desktop as it was set up, asked for what it does. */
function readSetup(): Setup {
  const [window] = asked.windows;
  const contents = window!.webContents;
  const does = (list: readonly string[], isLet: (one: string) => boolean) =>
    Object.fromEntries(list.map((one) => [one, isLet(one)]));
  const isStopped = (event: string, url = ''): boolean => {
    let stopped = false;
    contents.emit(event, { url, preventDefault: () => (stopped = true) });
    return stopped;
  };
  const mayUse = (permission: string, address = 'mirror://app/', mediaTypes?: ('video' | 'audio')[]): boolean => {
    let isLet = false;
    const details = { isMainFrame: true, requestingUrl: address, ...(mediaTypes && { mediaTypes }) };
    asked.onRequest?.({} as never, permission as 'media', (answer) => (isLet = answer), details);
    const origin = new URL(address).href;
    const isChecked = asked.onCheck?.(null, permission as 'media', origin, {
      isMainFrame: true,
      mediaType: mediaTypes?.includes('video') ? 'video' : 'unknown',
    });
    return isLet || (isChecked === true && permission !== 'media');
  };
  return {
    preferences: { ...window!.options.webPreferences },
    policy: policy,
    privileges: { ...asked.schemes[0]?.privileges },
    fuses: FUSES,
    loads: does(NETWORK, (url) => {
      let isCancelled: boolean | undefined;
      asked.onWeb?.({ url } as never, ({ cancel }) => (isCancelled = cancel));
      return isCancelled !== true;
    }),
    opens: does(NETWORK, (url) => contents.opener?.({ url } as never).action !== 'deny'),
    goes: does(
      ELSEWHERE,
      (url) =>
        !isStopped('will-navigate', url) || !isStopped('will-redirect', url) || !isStopped('will-frame-navigate', url),
    ),
    uses: {
      ...does(WISHES, (permission) => mayUse(permission)),
      'the camera': mayUse('media', 'mirror://app/', ['video']),
      'the microphone, for a page from elsewhere': mayUse('media', 'https://example.com/', ['audio']),
      devices: asked.onDevice?.({} as never) === true,
    },
    mayEmbed: !isStopped('will-attach-webview'),
  };
}

let policy = '';
test('it is set up in Electron’s order, and nothing of it is weak', async () => {
  const served = await asked.served.get('mirror')!(new Request('mirror://app/'));
  policy = served.headers.get('content-security-policy') ?? '';
  expect([served.status, await served.text()]).toEqual([200, '<title>Mirror</title>']);
  expect(asked.log.slice(0, 4)).toEqual(['scheme', 'ready', 'handle', 'system picker on']);
  expect(findWeaknesses(readSetup())).toEqual([]);
});

test('each item that is weakened is found', () => {
  const sound = readSetup();
  const flip = (value: unknown): unknown => (typeof value === 'boolean' ? !value : 'other');
  for (const part of ['preferences', 'fuses'] as const)
    for (const [name, value] of Object.entries(sound[part])) {
      const found = findWeaknesses({ ...sound, [part]: { ...sound[part], [name]: flip(value) } });
      expect([part, name, found]).toEqual([part, name, name === 'preload' ? [] : [`${part}.${name}`]]);
    }
  for (const name of ['bypassCSP', 'allowServiceWorkers', 'corsEnabled', 'allowExtensions'])
    expect(findWeaknesses({ ...sound, privileges: { ...sound.privileges, [name]: true } })).toEqual([`scheme.${name}`]);
  for (const directive of policy.split('; ')) {
    const [name = ''] = directive.split(' ');
    expect(findWeaknesses({ ...sound, policy: policy.replace(directive, `${directive} https:`) })).toEqual([
      `policy.${name}`,
    ]);
    expect(findWeaknesses({ ...sound, policy: policy.replace(directive, '') })).toEqual([`policy.${name}`]);
  }
  for (const what of ['loads', 'opens', 'goes', 'uses'] as const)
    for (const name of Object.keys(sound[what]))
      expect(findWeaknesses({ ...sound, [what]: { ...sound[what], [name]: true } })).toEqual([`${what} ${name}`]);
  expect(findWeaknesses({ ...sound, mayEmbed: true })).toEqual(['embeds pages']);
});

test('what recording needs is allowed: the microphone, and its own page', () => {
  let isLet: boolean | undefined;
  const details = { isMainFrame: true, requestingUrl: 'mirror://app/#/p/1', mediaTypes: ['audio' as const] };
  asked.onRequest?.({} as never, 'media', (answer) => (isLet = answer), details);
  expect(isLet).toBe(true);
  expect(asked.onCheck?.(null, 'media', 'mirror://app', { isMainFrame: true, mediaType: 'audio' })).toBe(true);
  let isStopped = false;
  asked.windows[0]!.webContents.emit('will-navigate', {
    url: 'mirror://app/#/',
    preventDefault: () => (isStopped = true),
  });
  expect(isStopped).toBe(false);
});

test('whoever is not the window’s own page is refused, and what has the wrong shape', async () => {
  const answer = asked.answers.get('mirror-ask')!;
  const sender = asked.windows[0]!.webContents;
  const call =
    (senderFrame: unknown, from: unknown = sender) =>
    () =>
      answer({ sender: from, senderFrame } as never, 'describe', null);
  for (const frame of [
    null,
    { url: 'https://example.com/', parent: null },
    { url: 'mirror://app/documents/1', parent: null },
    { url: 'mirror://app/', parent: sender.mainFrame },
  ])
    expect(call(frame)).toThrow('only Mirror’s own window may ask');
  expect(call(sender.mainFrame, {})).toThrow('only Mirror’s own window may ask');
  await expect(bridge.ask('constructor', null)).rejects.toThrow('the desktop has no such ability');
  await expect(bridge.ask('chooseSource', { id: 7 })).rejects.toThrow('the desktop does not chooseSource with this');
  await expect(bridge.ask('notify', { title: 'x', body: '', url: 'https://a' })).rejects.toThrow('does not notify');
  expect(await bridge.ask('describe', null)).toEqual({ platform: process.platform, picker: 'own' });
});

test('only what somebody chose in the picker is recorded, once, and nothing that is excluded', async () => {
  asked.sources = [
    { id: 'screen:1:0', name: 'Entire screen' },
    { id: 'window:7:0', name: 'Invoices' },
    { id: 'window:8:0', name: 'Passwords - KeePassXC' },
  ];
  const rules = [{ by: 'app', pattern: 'KeePassXC' }];
  const listed = (await bridge.ask('listSources', { rules })) as { id: string; thumbnail: string | null }[];
  expect(listed.map(({ id, thumbnail }) => [id, thumbnail])).toEqual([
    ['screen:1:0', null],
    ['window:7:0', `data:image/jpeg;base64,${Buffer.from('jpeg').toString('base64')}`],
    ['window:8:0', null],
  ]);
  const record = (userGesture = true, url = 'mirror://app/'): Promise<string | undefined> =>
    new Promise((resolve) => {
      const request = { frame: { url, parent: null }, userGesture, audioRequested: false, videoRequested: true };
      asked.onDisplay?.({ ...request, securityOrigin: url } as never, (streams) =>
        resolve((streams?.video as { id: string } | undefined)?.id),
      );
    });
  expect(await record()).toBeUndefined();
  for (const [id, isGiven] of [
    ['window:8:0', false],
    ['window:99:0', false],
    ['window:7:0', true],
  ] as const) {
    await bridge.ask('chooseSource', { id });
    expect(await record()).toBe(isGiven ? id : undefined);
  }
  // It was good once; and it is nothing without a press, or for another page.
  expect(await record()).toBeUndefined();
  for (const [gesture, url] of [
    [false, 'mirror://app/'],
    [true, 'https://example.com/'],
  ] as const) {
    await bridge.ask('chooseSource', { id: 'window:7:0' });
    expect(await record(gesture, url)).toBeUndefined();
  }
});

test('a recording is seen in the tray, keeps the machine awake and has its keys, and nothing of that stays', async () => {
  asked.takenKeys = ['CommandOrControl+Alt+Shift+W'];
  const show = (state: RecordingSign['state'], words = '') => bridge.ask('showRecording', { state, words });
  const keys = (await show('recording', 'Recording 0:02 – refunds')) as { kind: string; isTaken: boolean }[];
  expect(keys.map(({ kind, isTaken }) => [kind, isTaken])).toEqual([
    ['decision', false],
    ['exception', false],
    ['waiting', true],
    ['handing-over', false],
    ['question', false],
  ]);
  const [tray] = asked.trays;
  expect([tray?.tip, tray?.menu.map(({ label }) => label), asked.blockers.size]).toEqual([
    'Recording 0:02 – refunds · Mirror',
    ['Pause', 'Stop and save', 'Show Mirror'],
    1,
  ]);
  const news: unknown[] = [];
  const end = bridge.listen((one) => news.push(one));
  asked.keys.get('CommandOrControl+Alt+Shift+E')!();
  (tray!.menu[0]!.click as () => void)();
  powerMonitor.emit('suspend');
  screen.emit('display-metrics-changed', {}, {}, ['workArea']);
  screen.emit('display-metrics-changed', {}, {}, ['bounds', 'workArea']);
  end();
  powerMonitor.emit('resume');
  expect(news).toEqual([
    { kind: 'mark', mark: 'exception' },
    { kind: 'act', act: 'toggle-pause' },
    { kind: 'power', what: 'suspend' },
    { kind: 'power', what: 'display' },
  ]);
  await show('paused');
  expect([asked.keys.size, asked.blockers.size]).toEqual([4, 0]);
  await show('idle');
  expect([asked.keys.size, asked.blockers.size, tray?.tip]).toEqual([0, 0, 'Mirror']);
});

test('a window that records is not closed unasked', () => {
  const [window] = asked.windows;
  const isClosed = (pressed: number): boolean => {
    let isLet = false;
    asked.pressed = pressed;
    window!.webContents.emit('will-prevent-unload', { preventDefault: () => (isLet = true) });
    return isLet;
  };
  expect([isClosed(0), isClosed(1)]).toEqual([false, true]);
});

test('a window calls a core in a process of its own; killed under load, it comes back, and the window goes on', async () => {
  const { connect } = await import('../renderer/client.ts');
  connection = connect();
  const open = (): void =>
    expect([connection.read().state, asked.log.find((line) => line.startsWith('died'))]).toEqual(['open', undefined]);
  await vi.waitFor(open, { timeout: 60_000 });
  const { client, epoch } = connection.read();
  // No keystore that keeps secrets: the window is asked for a passphrase, or for none.
  expect(await client.vault.state()).toMatchObject({ door: 'unmade', keystore: null });
  await client.vault.make({ isSealed: false, passphrase: null });
  expect(await client.app.info()).toMatchObject({ door: 'desktop' });

  const calls = Array.from({ length: 40 }, () => client.process.list());
  const lost = Promise.allSettled(calls);
  asked.forks[0]!.kill();
  const ended = await lost;
  expect(ended.some(({ status }) => status === 'rejected')).toBe(true);
  await vi.waitFor(() => expect(connection.read().epoch).toBeGreaterThan(epoch), { timeout: 60_000 });
  expect(await connection.read().client.app.info()).toMatchObject({ door: 'desktop' });
  expect(asked.forks.filter(({ modulePath }) => modulePath === '/app/core.js')).toHaveLength(2);
}, 180_000);

test('files of the workspace come from the core, by ranges, and are refused as in the web', async () => {
  const { client } = connection.read();
  const track = { name: 'narration', kind: 'microphone' as const, format: 'pcm16' as const, label: 'Built-in' };
  const intent = { process: 'Refunds', language: 'en' };
  const { recordingId } = await client.recorder.start({ intent, tracks: [track], timeZone: 'Europe/Vienna' });
  const bytes = Uint8Array.from({ length: 400_000 }, (_, at) => (at * 7919) & 255);
  const chunk = { recordingId, track: track.name, chunk: 0, piece: 1, cause: 'start' as const, clockMs: 12_500 };
  await client.recorder.chunk({ ...chunk, data: new Blob([bytes]) });
  await client.recorder.stop({ recordingId });
  const { tracks } = await client.recording.open({ recordingId });
  const get = (path: string, headers = {}, method = 'GET'): Promise<Response> =>
    Promise.resolve(asked.served.get('mirror')!(new Request(`mirror://app/${path}`, { headers, method })));
  const whole = await get(tracks[0]!.url);
  expect([whole.status, new Uint8Array(await whole.arrayBuffer()).subarray(44)]).toEqual([200, bytes]);
  const part = await get(tracks[0]!.url, { range: 'bytes=44-143' });
  expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 44-143/400044']);
  expect(new Uint8Array(await part.arrayBuffer())).toEqual(bytes.subarray(0, 100));
  const head = await get(tracks[0]!.url, {}, 'HEAD');
  expect([head.status, head.headers.get('content-length'), head.body]).toEqual([200, '400044', null]);
  // Left in the middle: nothing waits, and the next is served.
  await (await get(tracks[0]!.url)).body?.cancel();
  expect((await get('media/nobody')).status).toBe(404);
  expect((await get('..%2f..%2fetc%2fpasswd')).status).toBe(404);
  expect((await get(tracks[0]!.url, {}, 'POST')).status).toBe(405);
}, 120_000);
