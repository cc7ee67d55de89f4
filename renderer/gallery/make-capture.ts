// The gallery's recordings in the making: health, receipts and what the core says before, for motor claim handling.
import type { Preparation } from '../../src/api/contract/recorder.ts';
import type { CaptureHealth, Gap, Intent, Mark, Receipt } from '../../src/domain/capture.ts';
import type { RecordingId } from '../../src/domain/ids.ts';
import { PROCESS, PROCESS_ID } from './fixture-ids.ts';

const BUDGET = {
  freeBytes: 41 * 3600 * 96_000,
  bytesPerSecond: 48_000,
  secondsLeft: 41 * 3600,
  words: 'about 41 h left',
  isNearlyFull: false,
};

export const PREPARATION: Preparation = {
  budget: BUDGET,
  windows: { state: 'watching', words: '' },
  exclusions: [
    { by: 'app', pattern: 'KeePass*' },
    { by: 'title', pattern: '*Private Browsing*' },
  ],
  last: { actor: 'Ana Koval', role: 'intake clerk', language: 'en' },
};

export const UNWATCHED: Preparation = {
  ...PREPARATION,
  windows: {
    state: 'unavailable',
    words: 'This desktop (Wayland) lets no program see which windows are open.',
  },
};

export const INTENT: Intent = {
  process: PROCESS.name,
  actor: 'Ana Koval',
  role: 'intake clerk',
  trigger: 'A notice of damage comes by mail',
  done: 'The claim has a number and is with the handler',
  caseReference: 'CL-1407',
  language: 'en',
  consent: 'What is recorded: From the start until you stop: the picture of Screen 1 and your voice.',
};

const track = (name: string, units: number, isProven = true) => ({
  name,
  bytes: units * 900,
  units,
  mediaMs: 133_000,
  lastGoodAtMs: Date.UTC(2026, 9, 12, 9, 32, 13),
  isProven,
  nextChunk: 266,
  piece: 1,
});

export const HEALTH: CaptureHealth = {
  recordingId: 'rec-0' as RecordingId,
  process: PROCESS.name,
  startedAtMs: Date.UTC(2026, 9, 12, 9, 30),
  phase: 'recording',
  degraded: [],
  elapsedMs: 133_000,
  tracks: [track('screen', 665), track('narration', 2_128_000), track('events', 48)],
  budget: BUDGET,
  windows: { state: 'watching', words: '' },
  exclusion: null,
  frames: 21,
  stopped: null,
};

/** The first picture is there, the first second of sound is not. */
export const HALF_PROVEN: CaptureHealth = {
  ...HEALTH,
  phase: 'preflight',
  elapsedMs: 0,
  tracks: [track('screen', 1), track('narration', 0, false)],
};

const hash = (seed: number): string =>
  Array.from({ length: 64 }, (_, index) => ((index * 7 + seed * 13) % 16).toString(16)).join('');

const PAUSE: Gap = { startMs: 130_000, endMs: 171_000, cause: 'pause' };

const MARKS: Mark[] = [
  { atMs: 64_000, kind: 'decision', note: 'policy lapsed or not' },
  { atMs: 212_000, kind: 'waiting' },
  { atMs: 402_000, kind: 'handing-over', note: 'to Marta or Jo' },
];

const made = (name: string, kind: Receipt['tracks'][number]['kind'], seed: number, gaps: Gap[]) => ({
  name,
  kind,
  recordedMs: 521_000 - gaps.reduce((total, gap) => total + gap.endMs - gap.startMs, 0),
  sizeBytes: 3_100_000 + seed * 4_700_000,
  pieces: 3,
  sha256: [hash(seed), hash(seed + 1), hash(seed + 2)],
  gaps,
  driftMs: kind === 'microphone' ? 140 : 0,
});

export const RECEIPT: Receipt = {
  recordingId: 'rec-0' as RecordingId,
  processId: PROCESS_ID,
  intent: INTENT,
  phase: 'verified',
  startedAtMs: Date.UTC(2026, 9, 12, 9, 30),
  timeZone: 'Europe/Berlin',
  durationMs: 521_000,
  tracks: [
    made('screen', 'screen', 1, [PAUSE]),
    made('narration', 'microphone', 3, [PAUSE, { startMs: 300_000, endMs: 318_000, cause: 'device' }]),
    made('events', 'events', 0, []),
  ],
  marks: [...MARKS, { atMs: 240_000, kind: 'excluded' }, { atMs: 252_000, kind: 'included' }],
  frames: 84,
  exclusions: [{ startMs: 240_000, endMs: 252_000, cause: 'exclusion' }],
  unreadable: [],
  words: 'recorded 8 min 41 s',
};

export const RECOVERED: Receipt = {
  ...RECEIPT,
  recordingId: 'rec-2' as RecordingId,
  phase: 'recovered',
  durationMs: 761_000,
  tracks: [
    made('screen', 'screen', 2, []),
    { ...made('narration', 'microphone', 4, [{ startMs: 755_000, endMs: 761_000, cause: 'device' }]), driftMs: 0 },
  ],
  marks: [],
  exclusions: [],
  unreadable: ['live/rec-2/system-0004.part'],
  words: 'recovered 12 min 41 s, at most 0.8 s lost; 1 file cannot be read and stays as it is',
};
