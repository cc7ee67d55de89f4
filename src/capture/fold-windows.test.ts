import { expect, test } from 'vitest';
import { createWindowFold } from './fold-windows.ts';
import { restOf } from './title-churn.ts';
import type { SeenWindow } from './windows.ts';

const atlas = (title: string): SeenWindow => ({ id: '0x1', apps: ['Atlas', 'atlas'], title });
const mail = (title: string): SeenWindow => ({ id: '0x2', apps: ['Mail'], title });
const createFold = () => createWindowFold({ watchesInput: () => true });

test('a switch is told at once, and the same window again is not', () => {
  const fold = createFold();
  const events = [
    ...fold.active(undefined, 0),
    ...fold.active(atlas('Order 1'), 10),
    ...fold.active(atlas('Order 1'), 20),
    ...fold.active(undefined, 30),
    ...fold.active(mail('Inbox'), 31),
    ...fold.active(atlas('Order 1'), 900),
  ];
  expect(events).toEqual([
    { atMs: 10, kind: 'window', app: 'Atlas', title: 'Order 1' },
    { atMs: 31, kind: 'window', app: 'Mail', title: 'Inbox' },
    { atMs: 900, kind: 'window', app: 'Atlas', title: 'Order 1' },
  ]);
});

test('keys are counted where they were pressed, and a shortcut stands for itself', () => {
  const fold = createFold();
  const events = [...fold.active(atlas('Order 1'), 0)];
  for (let at = 0; at < 5; at += 1) events.push(...fold.input('key', 1000 + at * 100));
  events.push(...fold.input('copy', 1600), ...fold.active(mail('Inbox'), 1700), ...fold.input('paste', 2000));
  events.push(...fold.input('click', 2500), ...fold.input('click', 2700), ...fold.input('scroll', 2800));
  events.push(...fold.tick(3100), ...fold.tick(4100));
  expect(events).toEqual([
    { atMs: 0, kind: 'window', app: 'Atlas', title: 'Order 1' },
    { atMs: 1600, kind: 'copy', app: 'Atlas', title: 'Order 1' },
    { atMs: 1000, kind: 'keys', app: 'Atlas', title: 'Order 1', count: 5 },
    { atMs: 1700, kind: 'window', app: 'Mail', title: 'Inbox' },
    { atMs: 2000, kind: 'paste', app: 'Mail', title: 'Inbox' },
    // The silence after the second click has not lasted half a second at 3100.
    { atMs: 2500, kind: 'click', app: 'Mail', title: 'Inbox', count: 2 },
    { atMs: 2800, kind: 'scroll', app: 'Mail', title: 'Inbox', count: 1 },
  ]);
});

test('somebody who types on is told of every ten seconds', () => {
  const fold = createFold();
  fold.active(atlas('Order 1'), 0);
  const counts = Array.from({ length: 100 }, (_, at) => fold.input('key', at * 250)).flat();
  expect(counts).toMatchObject([
    { kind: 'keys', atMs: 0, count: 40 },
    { kind: 'keys', atMs: 10_000, count: 40 },
  ]);
});

test('a minute without mouse and keyboard is idle since the last of them, and coming back names the window', () => {
  const fold = createFold();
  fold.active(atlas('Order 1'), 0);
  fold.input('key', 5000);
  const events = [];
  for (let second = 7; second < 70; second += 1) events.push(...fold.tick(second * 1000));
  events.push(...fold.input('click', 90_000));
  expect(events).toMatchObject([
    { kind: 'keys', count: 1 },
    { kind: 'idle', atMs: 5000 },
    { kind: 'window', atMs: 90_000, title: 'Order 1' },
  ]);
  const blind = createWindowFold({ watchesInput: () => false });
  blind.active(atlas('Order 1'), 0);
  expect(blind.tick(300_000)).toEqual([]);
});

test('what happens in a pause is not told, and after it the window in front is', () => {
  const fold = createFold();
  fold.active(atlas('Order 1'), 0);
  fold.input('key', 100);
  expect(fold.hold(200)).toMatchObject([{ kind: 'keys', count: 1 }]);
  const meanwhile = [
    ...fold.active(mail('Private'), 300),
    ...fold.input('key', 400),
    ...fold.input('paste', 450),
    ...fold.tick(200_000),
    ...fold.hold(200_000),
    ...fold.active(atlas('Order 2'), 250_000),
  ];
  expect(meanwhile).toEqual([]);
  expect(fold.release(atlas('Order 2'), 300_000)).toEqual([
    { atMs: 300_000, kind: 'window', app: 'Atlas', title: 'Order 2' },
  ]);
  expect(fold.tick(320_000)).toEqual([]);
});

test('what was in front while nothing was told is forgotten, and what was in front before it', () => {
  const fold = createFold();
  fold.active(atlas('Order 1'), 0);
  fold.hold(100);
  fold.active(mail('Private'), 200);
  const between = [...fold.release(undefined, 300), ...fold.active(undefined, 310), ...fold.tick(320)];
  expect(between).toEqual([]);
  expect(fold.active(atlas('Order 2'), 400)).toEqual([{ atMs: 400, kind: 'window', app: 'Atlas', title: 'Order 2' }]);
});

test('a clock in a title makes no events, and one that is no clock makes few', () => {
  const fold = createFold();
  let clocks = 0;
  let songs = 0;
  for (let second = 0; second < 3600; second += 1) {
    const time = `${10 + Math.floor(second / 600)}:${String(Math.floor(second / 60) % 60).padStart(2, '0')}:${String(second % 60).padStart(2, '0')}`;
    clocks += fold.active(atlas(`Timer ${time}`), second * 1000).length;
  }
  for (let second = 3600; second < 7200; second += 1)
    songs += fold.active(mail(`step ${second}`), second * 1000).length + fold.tick(second * 1000 + 500).length;
  expect([clocks, songs]).toEqual([1, 8 + 359]);
});

test('documents gone through by hand are all told', () => {
  const fold = createFold();
  const titles = Array.from({ length: 30 }, (_, at) => fold.active(atlas(`Order ${at}`), at * 12_000)).flat();
  expect(titles.map(({ title }) => title)).toEqual(Array.from({ length: 30 }, (_, at) => `Order ${at}`));
});

test.each([
  ['(3) Inbox', '(12) Inbox'],
  ['● Recording 00:12', 'Recording 01:13'],
  ['Copying 7 %', 'Copying 99 %'],
  ['⠋ build', '⠙ build'],
  ['* notes.txt', 'notes.txt'],
])('%s and %s are one title', (one, other) => {
  expect(restOf(one)).toBe(restOf(other));
});

test('numbers that mean something stay', () => {
  expect(restOf('Order 4711 - Atlas')).not.toBe(restOf('Order 4712 - Atlas'));
});
