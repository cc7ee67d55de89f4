import { expect, it } from 'vitest';
import type { Segment, UiEvent } from '../../src/domain/evidence.ts';
import type { PlayableTrack } from '../../src/domain/views.ts';
import { chooseMedia, findCurrent, findSegments, listWindows, splitQuote } from './playback.ts';

const track = (kind: PlayableTrack['kind'], hasAudio: boolean): PlayableTrack =>
  ({ id: kind, kind, hasAudio, url: kind }) as PlayableTrack;

it('plays the screen, and the microphone along with a silent screen', () => {
  const screen = track('screen', true);
  const silent = track('screen', false);
  const microphone = track('microphone', true);
  expect([
    chooseMedia([]),
    chooseMedia([track('events', false)]),
    chooseMedia([microphone]),
    chooseMedia([microphone, screen]),
    chooseMedia([silent, microphone]),
  ]).toEqual([
    undefined,
    undefined,
    { main: microphone, sound: undefined },
    { main: screen, sound: undefined },
    { main: silent, sound: microphone },
  ]);
});

it('finds what has begun last', () => {
  expect([-1, 0, 499, 500, 9000].map((atMs) => findCurrent([0, 500, 500, 800], atMs))).toEqual([-1, 0, 0, 2, 3]);
  expect(findCurrent([], 5)).toBe(-1);
});

it('tells which window was in front until when', () => {
  const event = (atMs: number, kind: UiEvent['kind'], title: string): UiEvent => ({
    index: 0,
    atMs,
    kind,
    app: 'App',
    title,
  });
  expect(listWindows([event(0, 'window', 'A'), event(300, 'copy', 'A'), event(900, 'window', 'B')], 2000)).toEqual([
    { startMs: 0, endMs: 900, app: 'App', title: 'A' },
    { startMs: 900, endMs: 2000, app: 'App', title: 'B' },
  ]);
});

it('splits a segment around its quote, and leaves one without it whole', () => {
  expect(splitQuote('then I wait for credit.', 'wait')).toEqual(['then I ', 'wait', ' for credit.']);
  expect(splitQuote('then I go on.', 'wait')).toBeUndefined();
  expect(splitQuote('then I go on.', undefined)).toBeUndefined();
});

it('marks every segment that a span touches', () => {
  const segments: Segment[] = [0, 1, 2].map((index) => ({
    index,
    startMs: index * 100,
    endMs: index * 100 + 100,
    text: '',
  }));
  expect([...findSegments(segments, { startMs: 150, endMs: 250 })]).toEqual([1, 2]);
  expect([...findSegments(segments, { startMs: 100, endMs: 100 })]).toEqual([1]);
});
