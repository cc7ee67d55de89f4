import { expect, test } from 'vitest';
import type { UiEvent } from '../domain/evidence.ts';
import { ProcessId, RecordingId } from '../domain/ids.ts';
import type { RecordingEvidence } from '../domain/process.ts';
import { stepsFromWindows } from './from-windows.ts';

const evidenceOf = (...events: readonly Omit<UiEvent, 'index'>[]): RecordingEvidence => ({
  recording: {
    id: RecordingId.parse('recording-1'),
    processId: ProcessId.parse('process-1'),
    title: 'Recording',
    actor: 'Ida',
    role: null,
    language: 'en',
    durationMs: 60_000,
    state: 'ready',
    problem: null,
    startedAtMs: 0,
    timeZone: 'UTC',
    createdAtMs: 0,
  },
  segments: [],
  events: events.map((event, index) => ({ index, ...event })),
});

test('a mark set in the midst of the work is no window and cuts no step', () => {
  const order = { app: 'Atlas', title: 'Order 4711' };
  const { steps } = stepsFromWindows(
    evidenceOf(
      { atMs: 0, kind: 'window', ...order },
      { atMs: 10_000, kind: 'mark', app: 'Mirror', title: 'decision: over 200 euros' },
      { atMs: 20_000, kind: 'keys', ...order },
      { atMs: 30_000, kind: 'scroll', ...order },
    ),
  );
  expect(steps.map(({ label, startMs, endMs }) => [label, startMs, endMs])).toEqual([['edit Order 4711', 0, 60_000]]);
});
