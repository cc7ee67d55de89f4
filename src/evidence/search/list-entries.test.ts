import { expect, test } from 'vitest';
import type { Artifact } from '../../domain/artifact.ts';
import type { Frame, UiEvent } from '../../domain/evidence.ts';
import { ArtifactId, ProcessId, RecordingId } from '../../domain/ids.ts';
import type { Recording } from '../../domain/process.ts';
import { listPageEntries, listRecordingEntries } from './list-entries.ts';

const processId = ProcessId.parse('refunds');

const recording: Recording = {
  id: RecordingId.parse('recording-1'),
  processId,
  title: 'Monday',
  actor: 'Ida',
  role: 'clerk',
  language: 'en',
  durationMs: 60_000,
  state: 'ready',
  problem: null,
  startedAtMs: null,
  timeZone: null,
  createdAtMs: 0,
};

const event = (index: number, kind: UiEvent['kind'], app: string, title: string): UiEvent => ({
  index,
  atMs: index * 1000,
  kind,
  app,
  title,
});

const frame = (atMs: number, text: string | null): Frame => ({
  atMs,
  path: `media/${atMs}.jpg`,
  sha256: 'a'.repeat(64),
  widthPx: 10,
  heightPx: 10,
  text,
});

test('words, titles and screens become texts with the place they open', () => {
  const entries = listRecordingEntries(
    {
      recording,
      segments: [
        { index: 0, startMs: 0, endMs: 900, text: 'I open the request.' },
        { index: 1, startMs: 900, endMs: 1000, text: '  ' },
      ],
      events: [
        event(0, 'window', 'Atlas', 'Request 17 - Atlas'),
        event(1, 'copy', 'Atlas', 'Request 17 - Atlas'),
        event(2, 'window', 'Excel', 'amounts.xlsx'),
        event(3, 'window', 'Atlas', 'Request 17 - Atlas'),
        event(4, 'mark', 'Mirror', 'exception: no receipt'),
        event(5, 'window', 'Mirror', 'Refunds · Mirror'),
      ],
    },
    [frame(2000, 'Atlas\nRequest 17\nAmount'), frame(3000, null), frame(4000, 'ATLAS\nRequest  17\nApproved')],
  );
  const of = { processId, recordingId: recording.id, artifactId: null };
  expect(entries).toEqual([
    { ...of, kind: 'speech', position: 0, startMs: 0, endMs: 900, text: 'I open the request.' },
    { ...of, kind: 'window', position: 0, startMs: 0, endMs: 0, text: 'Request 17 - Atlas' },
    { ...of, kind: 'window', position: 2, startMs: 2000, endMs: 2000, text: 'amounts.xlsx (Excel)' },
    { ...of, kind: 'window', position: 4, startMs: 4000, endMs: 4000, text: 'exception: no receipt' },
    { ...of, kind: 'screen', position: 2000, startMs: 2000, endMs: 2000, text: 'Atlas\nRequest 17\nAmount' },
    { ...of, kind: 'screen', position: 4000, startMs: 4000, endMs: 4000, text: 'Approved' },
  ]);
});

test('pages become passages, each with its page', () => {
  const artifact: Artifact = {
    id: ArtifactId.parse('artifact-1'),
    processId,
    recordingId: recording.id,
    parentId: null,
    name: 'rules.pdf',
    title: null,
    mimeType: 'application/pdf',
    path: 'artifacts/a',
    sizeBytes: 1,
    sha256: 'a'.repeat(64),
    warnings: [],
    createdAtMs: 0,
  };
  const long = 'A refund needs a receipt. '.repeat(40).trim();
  const [name, ...entries] = listPageEntries(artifact, [
    { page: 1, name: null, text: '' },
    { page: 2, name: null, text: long },
  ]);
  expect(name).toMatchObject({ kind: 'page', position: 0, text: 'rules.pdf' });
  expect(entries.map(({ text }) => text).join(' ')).toBe(long);
  expect(
    entries.map(({ position, kind, artifactId, recordingId }) => ({ position, kind, artifactId, recordingId })),
  ).toEqual(entries.map(() => ({ position: 2, kind: 'page', artifactId: artifact.id, recordingId: null })));
  expect(entries.length).toBe(2);
});
