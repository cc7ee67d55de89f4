import { expect, test } from 'vitest';
import type { RecordingId, ProcessId } from '../../src/domain/ids.ts';
import type { IngestState, RecordingStage } from '../../src/domain/ingest.ts';
import { describeStage, describeWork } from './work-words.ts';

const running: NonNullable<IngestState['running']> = {
  recordingId: 'r' as RecordingId,
  processId: 'p' as ProcessId,
  title: 'Monday',
  stage: 'transcribe',
  sinceMs: 1000,
  progress: { stage: 'transcribe', done: 750, total: 3600, unit: 'seconds' },
  paused: null,
};

test('says how far the work is and, once its pace is known, how long it still takes', () => {
  const shown = [
    describeWork(running, 61_000),
    describeWork(running, 1500),
    describeWork({ ...running, stage: 'frames', progress: null }, 1500),
    describeWork({ ...running, progress: { stage: 'x', done: 3, total: null, unit: 'pictures' } }, 61_000),
    describeWork({ ...running, paused: 'a recording is running' }, 61_000),
  ];
  expect(shown).toEqual([
    { doing: 'Writing down what is said', detail: '12:30 of 1:00:00 · about 4 min left', share01: 750 / 3600 },
    { doing: 'Writing down what is said', detail: '12:30 of 1:00:00', share01: 750 / 3600 },
    { doing: 'Finding the pictures that differ', detail: '', share01: undefined },
    { doing: 'Writing down what is said', detail: '3 pictures', share01: undefined },
    {
      doing: 'Writing down what is said',
      detail: '12:30 of 1:00:00 · waits: a recording is running',
      share01: 750 / 3600,
    },
  ]);
});

test('says what became of a stage: its counts, why it was not needed, what went wrong', () => {
  const counts = { files: 1, bytes: 84_000_000, withSound: 1, quietSeconds: 12, clippedSeconds: 0, loudestDb: -21 };
  const stage: RecordingStage = {
    recordingId: running.recordingId,
    stage: 'audio',
    state: 'done',
    inputHash: '',
    madeBy: '',
    attempts: 0,
    leaseUntilMs: null,
    progress: null,
    problem: null,
    counts,
    warnings: [],
    startedAtMs: null,
    endedAtMs: null,
  };
  const said = [
    stage,
    { ...stage, state: 'skipped', problem: 'It has no sound.' },
    { ...stage, state: 'waiting' },
  ] as const;
  expect(said.map(describeStage)).toEqual([
    '1 file, 84 MB, 1 with sound, 12 quiet seconds, loudest at -21 dB',
    'It has no sound.',
    'To come',
  ]);
});
