import { describe, expect, it } from 'vitest';
import type { CaptureHealth } from '../../src/domain/capture.ts';
import type { RecordingId } from '../../src/domain/ids.ts';
import type { ChosenMicrophone, ChosenScreen } from '../capture/recorder-model.ts';
import { describeState, formatBytes } from './describe-state.ts';

const HEALTH: CaptureHealth = {
  recordingId: 'rec' as RecordingId,
  process: 'onboarding',
  startedAtMs: 0,
  phase: 'recording',
  degraded: [],
  elapsedMs: 1000,
  tracks: [],
  budget: { freeBytes: 1, bytesPerSecond: 1, secondsLeft: 9000, words: 'about 2 h 30 min left', isNearlyFull: false },
  windows: { state: 'watching', words: '' },
  exclusion: null,
  frames: 0,
  stopped: null,
};
// Only what the words are made of; there is no stream outside a browser.
const SCREEN = { name: 'screen', label: 'Screen 1', isLive: true } as ChosenScreen;
const MICROPHONE: ChosenMicrophone = { deviceId: 'a', label: 'Headset', isLive: true };
const WELL = {
  health: HEALTH,
  isConnected: true,
  waitingBytes: 0,
  screens: [SCREEN],
  microphone: MICROPHONE,
  microphoneProblem: null,
  screenProblem: null,
  problem: null,
};

describe('describeState', () => {
  it('has nothing to say while all is well', () => {
    expect(describeState(WELL)).toEqual({ tone: 'recording', word: 'Recording', concerns: [] });
    expect(describeState({ ...WELL, health: { ...HEALTH, phase: 'paused' } })).toEqual({
      tone: 'paused',
      word: 'Paused',
      concerns: [],
    });
  });

  it('names an exclusion and does not call it recording', () => {
    const exclusion = { sinceMs: 500, rule: { by: 'title' as const, pattern: '*payroll*' } };
    expect(describeState({ ...WELL, health: { ...HEALTH, exclusion } })).toEqual({
      tone: 'problem',
      word: 'Not recording',
      concerns: [
        {
          id: 'exclusion',
          text: 'Not recording: a window titled “payroll” is visible. Picture and sound are blank until it is closed or covered.',
        },
      ],
    });
  });

  it('says what waits in the window while the core is away, and not that its tracks bring nothing', () => {
    const health = { ...HEALTH, degraded: ['screen', 'narration'] };
    expect(describeState({ ...WELL, health, isConnected: false, waitingBytes: 1_234_000 })).toEqual({
      tone: 'problem',
      word: 'Recording',
      concerns: [
        {
          id: 'link',
          text: "Mirror's core does not answer; 1.2 MB wait in this window. Keep it open: recording goes on when it is back.",
        },
      ],
    });
  });

  it('tells a device that is gone once, with what to do, though its tracks are degraded too', () => {
    const { concerns } = describeState({
      ...WELL,
      health: { ...HEALTH, degraded: ['screen', 'narration', 'voice', 'system'] },
      screens: [{ ...SCREEN, isLive: false }],
      microphone: { ...MICROPHONE, isLive: false },
    });
    expect(concerns).toEqual([
      {
        id: 'screen-screen',
        text: 'Sharing of Screen 1 has ended: its picture is no longer recorded.',
        remedy: { what: 'share-again', screen: 'screen' },
      },
      {
        id: 'microphone',
        text: 'The microphone Headset is gone: your voice is not recorded.',
        remedy: { what: 'choose-microphone' },
      },
      { id: 'degraded-system', text: "The computer's sound does not arrive; nothing else depends on it." },
    ]);
  });

  it('names a track whose device is there but silent, once for the two tracks of a voice', () => {
    const { concerns } = describeState({ ...WELL, health: { ...HEALTH, degraded: ['narration', 'voice'] } });
    expect(concerns).toEqual([
      {
        id: 'degraded-voice',
        text: 'No sound arrives from Headset. Check that it is not muted, or choose another.',
        remedy: { what: 'choose-microphone' },
      },
    ]);
  });

  it('says why the core stopped, and no longer that the disk is nearly full', () => {
    const budget = { ...HEALTH.budget, isNearlyFull: true, words: 'less than a minute left' };
    expect(describeState({ ...WELL, health: { ...HEALTH, budget } })).toMatchObject({
      tone: 'problem',
      concerns: [{ id: 'budget' }],
    });
    expect(describeState({ ...WELL, health: { ...HEALTH, budget, stopped: 'The disk is full.' } })).toEqual({
      tone: 'problem',
      word: 'Stopped',
      concerns: [{ id: 'stopped', text: 'The disk is full.' }],
    });
  });
});

describe('formatBytes', () => {
  it('reads like a file listing', () => {
    expect([0, 1, 900_000, 1_234_000, 41_000_000_000].map(formatBytes)).toEqual([
      '0 kB',
      '1 kB',
      '900 kB',
      '1.2 MB',
      '41.0 GB',
    ]);
  });
});
