import { expect, test } from 'vitest';
import type { CapturedTrack, CapturePhase } from '../domain/capture.ts';
import { type CaptureEvent, findDegraded, isProven, nextPhase, type TrackState } from './phase.ts';

const state = (
  kind: CapturedTrack['kind'],
  bytes: number,
  more: { isProven?: boolean; silentMs?: number } = {},
): TrackState => ({
  track: { name: kind, kind, format: 'webm', label: '' },
  health: {
    name: kind,
    bytes,
    units: 0,
    mediaMs: 0,
    lastGoodAtMs: null,
    isProven: false,
    nextChunk: 0,
    piece: 1,
    ...more,
  },
  silentMs: more.silentMs ?? 0,
});

test('it is armed when each source sends, and records when each has shown what it can', () => {
  const phases = [
    [state('screen', 0), state('microphone', 0)],
    [state('screen', 9, { isProven: true }), state('microphone', 0)],
    [state('screen', 9, { isProven: true }), state('microphone', 9)],
    [state('screen', 9, { isProven: true }), state('microphone', 9, { isProven: true })],
    [state('events', 0, { isProven: true }), state('screen', 9, { isProven: true })],
  ].map((tracks) => nextPhase('preflight', 'chunk', tracks));
  expect(phases).toEqual(['preflight', 'preflight', 'armed', 'recording', 'recording']);
});

test('the steps between phases are these and no others', () => {
  const phases: CapturePhase[] = ['preflight', 'armed', 'recording', 'paused', 'finalising', 'verified', 'recovered'];
  const events: CaptureEvent[] = ['pause', 'resume', 'stop', 'verify', 'recover'];
  const steps = phases.flatMap((phase) =>
    events.flatMap((event) => {
      const next = nextPhase(phase, event, []);
      return next === undefined ? [] : [`${phase} ${event} ${next}`];
    }),
  );
  expect(steps).toEqual([
    'preflight stop finalising',
    'preflight recover recovered',
    'armed stop finalising',
    'armed recover recovered',
    'recording pause paused',
    'recording resume recording',
    'recording stop finalising',
    'recording recover recovered',
    'paused pause paused',
    'paused resume recording',
    'paused stop finalising',
    'paused recover recovered',
    'finalising stop finalising',
    'finalising verify verified',
    'finalising recover recovered',
  ]);
});

test('a late chunk neither ends a pause nor opens what is closed', () => {
  const phases = (['paused', 'finalising', 'verified', 'recovered'] as const).map((phase) =>
    nextPhase(phase, 'chunk', []),
  );
  expect(phases).toEqual(['paused', 'finalising', undefined, undefined]);
});

test('a screen or a microphone is missed after five seconds, events never, and nobody in a pause', () => {
  const tracks = [
    state('screen', 9, { silentMs: 5_001 }),
    state('microphone', 9, { silentMs: 5_000 }),
    state('events', 0, { silentMs: 90_000 }),
  ];
  expect([findDegraded('recording', tracks), findDegraded('paused', tracks)]).toEqual([['screen'], []]);
});

test('one frame proves a screen, a whole second a microphone', () => {
  const { track: screen } = state('screen', 0);
  const { track: microphone } = state('microphone', 0);
  const proofs = [
    isProven(screen, { units: 0, soundMs: 0 }),
    isProven(screen, { units: 1, soundMs: 0 }),
    isProven(microphone, { units: 49, soundMs: 999 }),
    isProven(microphone, { units: 50, soundMs: 1000 }),
  ];
  expect(proofs).toEqual([false, true, false, true]);
});
