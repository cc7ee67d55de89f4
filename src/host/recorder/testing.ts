// For tests and benches: recordings as a browser would send them, made by ffmpeg, and a recorder that sends them.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordingId } from '../../domain/ids.ts';
import type { Core } from '../core.ts';
import { createWebmScanner } from '../../capture/scan-webm.ts';
import { ALL_FORMATS, EncodedPacketSink, FilePathSource, Input } from 'mediabunny';
import type { CapturedTrack, RecorderState } from '../../domain/capture.ts';
import type { StartRequest } from '../../api/recorder-service.ts';

const FFMPEG = process.env['MIRROR_FFMPEG'] || 'ffmpeg';

/** Tests that need an ffmpeg are skipped without one. */
export const hasFfmpeg = spawnSync(FFMPEG, ['-version']).status === 0;

export const screen: CapturedTrack = { name: 'screen', kind: 'screen', format: 'webm', label: 'Entire screen' };
export const voice: CapturedTrack = { name: 'voice', kind: 'microphone', format: 'webm', label: 'Built-in' };
export const samples: CapturedTrack = { name: 'narration', kind: 'microphone', format: 'pcm16', label: 'Built-in' };
export const windows: CapturedTrack = { name: 'events', kind: 'events', format: 'jsonl', label: 'Windows' };

export const request = (...tracks: CapturedTrack[]): StartRequest & { tracks: CapturedTrack[] } => ({
  intent: { process: 'Refunds', actor: 'Ida', role: 'agent', language: 'en' },
  tracks,
  timeZone: 'Europe/Vienna',
});

/** VP8 at 5 frames a second, or Opus, of so many seconds, in clusters of one second, without duration and index. */
export function makeWebm(folder: string, seconds: number, kind: 'video' | 'audio' = 'video'): Buffer {
  const file = join(folder, `${kind}-${seconds}.webm`);
  const input = kind === 'video' ? 'testsrc=s=160x100:r=5' : 'sine=f=440:r=48000';
  const codec =
    kind === 'video'
      ? ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-b:v', '200k', '-g', '10']
      : ['-c:a', 'libopus', '-b:a', '32k'];
  const live = ['-f', 'webm', '-live', '1', '-cluster_time_limit', '1000'];
  const lavfi = ['-f', 'lavfi', '-i', input, '-t', String(seconds)];
  execFileSync(FFMPEG, ['-v', 'error', '-y', ...lavfi, ...codec, ...live, file]);
  return readFileSync(file);
}

/** A film with a voice, of so many seconds, whose pictures are missing for a while: the sound goes on without them. */
export function makeHoledFilm(folder: string, seconds: number, hole: { fromS: number; toS: number }): Buffer {
  const file = join(folder, `holed-${seconds}.webm`);
  const inputs = ['-f', 'lavfi', '-i', 'testsrc=s=160x100:r=5', '-f', 'lavfi', '-i', 'sine=f=440:r=48000'];
  const pictures = ['-vf', `select='not(between(t,${hole.fromS},${hole.toS}))'`, '-fps_mode', 'passthrough'];
  const codecs = ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-c:a', 'libopus', '-b:a', '32k'];
  const live = ['-t', String(seconds), '-f', 'webm', '-live', '1', '-cluster_time_limit', '1000'];
  execFileSync(FFMPEG, ['-v', 'error', '-y', ...inputs, ...pictures, ...codecs, ...live, file]);
  return readFileSync(file);
}

/** The file as a MediaRecorder gives it: the head with the first frames, then the frames of so much time a time. */
export function cutByTime(webm: Buffer, sliceMs = 1000): Buffer[] {
  const scanner = createWebmScanner();
  const cuts: number[] = [0];
  let last = scanner.push(webm.subarray(0, 0));
  // Byte by byte: that tells where each frame ends.
  for (let at = 0; at < webm.length; at += 1) {
    const now = scanner.push(webm.subarray(at, at + 1));
    const isNext = now.blocks > last.blocks && Math.floor(now.mediaMs / sliceMs) > Math.floor(last.mediaMs / sliceMs);
    if (isNext) cuts.push(last.wholeBytes);
    last = now;
  }
  return cuts.map((cut, at) => webm.subarray(cut, cuts[at + 1] ?? webm.length));
}

/** A second of a tone, as 16 kHz samples. */
export function makeSamples(second: number): Buffer {
  const chunk = Buffer.alloc(32_000);
  for (let at = 0; at < 16_000; at += 1)
    chunk.writeInt16LE(Math.round(9000 * Math.sin((second * 16_000 + at) / 6)), at * 2);
  return chunk;
}

export interface ReadMedia {
  readonly packets: number;
  /** To the end of the last packet. */
  readonly endMs: number;
  /** As the file itself says, without reading on to its end; null where it does not. */
  readonly saidMs: number | null;
}

/** Reads every packet of every track, as a player would. */
export async function readMedia(file: string): Promise<ReadMedia> {
  const input = new Input({ source: new FilePathSource(file), formats: ALL_FORMATS });
  try {
    let packets = 0;
    let endS = 0;
    for (const track of await input.getTracks()) {
      for await (const packet of new EncodedPacketSink(track).packets()) {
        packets += 1;
        endS = Math.max(endS, packet.timestamp + packet.duration);
      }
    }
    const saidS = await input.getDurationFromMetadata();
    return { packets, endMs: Math.round(endS * 1000), saidMs: saidS === null ? null : Math.round(saidS * 1000) };
  } finally {
    input.dispose();
  }
}

export interface Sent {
  readonly chunk: number;
  readonly data: Uint8Array;
  readonly piece?: number;
  readonly clockMs?: number;
  readonly cause?: 'start' | 'pause' | 'length';
}

/** Sends one chunk as a page would. */
export function send(core: Core, recordingId: RecordingId, track: CapturedTrack, sent: Sent) {
  const { data, chunk, ...rest } = sent;
  const clockMs = (chunk + 1) * 1000;
  const blob = new Blob([new Uint8Array(data)]);
  return core.client.recorder.chunk({
    piece: 1,
    cause: 'start',
    clockMs,
    ...rest,
    recordingId,
    track: track.name,
    chunk,
    data: blob,
  });
}

/** Watches until the state is as wanted, and answers it. */
export async function untilState(core: Core, isWanted: (state: RecorderState) => boolean): Promise<RecorderState> {
  const stop = new AbortController();
  try {
    for await (const state of await core.client.recorder.watch(undefined, { signal: stop.signal }))
      if (isWanted(state)) return state;
  } finally {
    stop.abort();
  }
  throw new Error('the core ended');
}
