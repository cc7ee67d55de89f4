import { expect, test } from 'vitest';
import type { EvidenceRef } from '../domain/evidence.ts';
import { ArtifactId, CorrectionId, LogId, RecordingId } from '../domain/ids.ts';
import type { EvidenceSource } from './cite.ts';
import { addressOf, findRef } from './moment-address.ts';

const recordingId = RecordingId.parse('recording-1');
const logId = LogId.parse('log/1');
const REFS: readonly EvidenceRef[] = [
  { kind: 'speech', recordingId, segment: 0, startMs: 0, endMs: 900, charStart: 2, charEnd: 6, quote: 'open' },
  { kind: 'event', recordingId, event: 0, startMs: 70, endMs: 70, title: 'Mail' },
  { kind: 'log', logId, rows: [0, 7, 12], count: 400 },
  { kind: 'frame', recordingId, atMs: 5000 },
  { kind: 'artifact', artifactId: ArtifactId.parse('artifact-1'), page: 2 },
  { kind: 'artifact', artifactId: ArtifactId.parse('artifact-1') },
  { kind: 'answer', correctionId: CorrectionId.parse('c1'), quote: 'two days' },
];

/** As much of what is stored as addresses are looked up in. */
const SOURCE = {
  recording: (id: string) =>
    id === recordingId
      ? {
          segments: [{ index: 0, startMs: 0, endMs: 900, text: 'I open it.' }],
          events: [{ index: 0, atMs: 70, kind: 'window', app: 'Mail', title: 'Mail' }],
        }
      : undefined,
  log: (id: string) => (id === logId ? {} : undefined),
  correction: () => ({ command: { do: 'answer', words: 'two days' } }),
} as unknown as EvidenceSource;

test('an address leads back to its pointer, and has no word of anybody in it', () => {
  const addresses = REFS.map(addressOf);
  expect(addresses).toEqual([
    'mirror://moment/speech/recording-1/0/2-6',
    'mirror://moment/event/recording-1/0',
    'mirror://moment/log/log%2F1/0,7,12/400',
    'mirror://moment/frame/recording-1/5000',
    'mirror://moment/page/artifact-1/2',
    'mirror://moment/page/artifact-1/0',
    'mirror://moment/answer/c1',
  ]);
  expect(addresses.map((address) => findRef(address, SOURCE))).toEqual(REFS);
  expect(findRef('mirror://moment/speech/recording-1/0', SOURCE)).toMatchObject({ quote: 'I open it.', charEnd: 10 });
});

test('what is no address, or leads nowhere, is nothing', () => {
  const wrong = [
    'mirror://moment/speech/recording-1/9/2-6',
    'mirror://moment/speech/recording-1/0/2-66',
    'mirror://moment/speech/recording-1/0/6-2',
    'mirror://moment/speech/recording-2/0',
    'mirror://moment/event/recording-1/1',
    'mirror://moment/event/recording-1/-1',
    'mirror://moment/log/log%2F1/0,x/400',
    'mirror://moment/log/log%2F1/0/0',
    'mirror://moment/page/%E0%A4%A/1',
    'mirror://moment/word/recording-1',
    'mirror://moment',
    'https://example.com/moment/event/recording-1/0',
  ];
  expect(wrong.filter((address) => findRef(address, SOURCE) !== undefined)).toEqual([]);
});
