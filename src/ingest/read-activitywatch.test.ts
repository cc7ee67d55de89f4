import { expect, test } from 'vitest';
import { findCrashes } from './fuzz.case.ts';
import { readActivityWatch } from './read-activitywatch.ts';

const at = (clock: string): string => `2026-03-02T${clock}.000000+00:00`;
const window = (clock: string, duration: number, [app, title]: readonly [string, string]) => ({
  id: 1,
  timestamp: at(clock),
  duration,
  data: { app, title },
});
const afk = (clock: string, duration: number, status: string) => ({ timestamp: at(clock), duration, data: { status } });

const MAIL = ['Thunderbird', 'Inbox'] as const;
const SAP = ['SAP', 'Order 4711'] as const;

const EXPORT = {
  buckets: {
    'aw-watcher-window_laptop': {
      id: 'aw-watcher-window_laptop',
      type: 'currentwindow',
      client: 'aw-watcher-window',
      hostname: 'laptop',
      // ActivityWatch exports the newest first.
      events: [
        window('09:30:00', 60, MAIL),
        window('09:02:00', 600, SAP),
        window('09:00:30', 90, MAIL),
        window('09:00:00', 30, MAIL),
        { timestamp: 'soon', duration: 1, data: {} },
      ],
    },
    'aw-watcher-afk_laptop': {
      type: 'afkstatus',
      events: [afk('09:04:00', 180, 'afk'), afk('09:00:00', 240, 'not-afk'), afk('09:11:00', 900, 'afk')],
    },
    'aw-watcher-web-firefox': { type: 'web.tab.current', events: [] },
  },
};

const read = (value: unknown) => readActivityWatch(JSON.stringify(value), { file: 'aw.json' });
const MINUTE = 60_000;

test('windows become events, times away idle, and coming back names the window again', () => {
  expect(read(EXPORT)).toEqual({
    events: [
      { index: 0, atMs: 0, kind: 'window', app: 'Thunderbird', title: 'Inbox' },
      { index: 1, atMs: 2 * MINUTE, kind: 'window', app: 'SAP', title: 'Order 4711' },
      { index: 2, atMs: 4 * MINUTE, kind: 'idle', app: '', title: '' },
      { index: 3, atMs: 7 * MINUTE, kind: 'window', app: 'SAP', title: 'Order 4711' },
      { index: 4, atMs: 11 * MINUTE, kind: 'idle', app: '', title: '' },
      { index: 5, atMs: 12 * MINUTE, kind: 'idle', app: '', title: '' },
      { index: 6, atMs: 30 * MINUTE, kind: 'window', app: 'Thunderbird', title: 'Inbox' },
    ],
    startedAtMs: Date.UTC(2026, 2, 2, 9),
    durationMs: 31 * MINUTE,
    warnings: [
      '1 event has no time that can be read and was left out',
      'read from "aw-watcher-window_laptop"; other buckets were left out: aw-watcher-web-firefox',
    ],
  });
});

test('without a watcher of absence, only a long silence is one', () => {
  const { 'aw-watcher-window_laptop': windows } = EXPORT.buckets;
  const { events, warnings } = read({ buckets: { windows } });
  expect(events.map(({ kind, atMs }) => `${kind} ${atMs / MINUTE}`)).toEqual([
    'window 0',
    'window 2',
    'idle 12',
    'window 30',
  ]);
  expect(warnings.at(-1)).toBe('there is no bucket of times away; only silences of five minutes count as such');
});

test('what holds no windows, or years of them, is refused', () => {
  expect(() => read({ buckets: {} })).toThrow('aw.json: the log has no events.');
  expect(() => read({ buckets: { a: { type: 'currentwindow', events: [{}] } } })).toThrow(
    'aw.json: buckets.a.events.0.timestamp: Invalid input: expected string, received undefined.',
  );
  const years = {
    type: 'currentwindow',
    events: [window('09:00:00', 1, SAP), { ...window('09:00:00', 1, SAP), timestamp: '2029-01-01T00:00:00Z' }],
  };
  expect(() => read({ buckets: { years } })).toThrow('aw.json: the log is too large (it covers more than a year).');
});

test('damaged exports end in a result or a clear refusal', async () => {
  expect(await findCrashes(JSON.stringify(EXPORT), (text) => readActivityWatch(text, { file: 'aw.json' }))).toEqual([]);
});
