// In: a media file of the user's. Out: what is in it; and a refusal when it is no recording or not all of one.
import { basename } from 'node:path';
import { ALL_FORMATS, EncodedPacketSink, Input, type InputTrack } from 'mediabunny';
import { MirrorError } from '../domain/errors.ts';
import type { MediaProbe, MediaReader } from '../needs/media.ts';
import { mediaSource } from './files/media-file.ts';
import type { WorkspaceFiles } from './files/workspace-files.ts';
import { guardReads } from './guard-reads.ts';

/** Containers round their durations and end tracks unevenly; less than this is no loss. */
const SLACK_S = 1;

export const createMediaReader = (files: WorkspaceFiles): MediaReader => ({ probe: (file) => probe(files, file) });

async function probe(files: WorkspaceFiles, file: string): Promise<MediaProbe> {
  const name = basename(file);
  await refuseCutWave(files, file);
  const input = new Input({ source: guardReads(mediaSource(files, file), name), formats: ALL_FORMATS });
  try {
    const mimeType = await readMimeType(input, name);
    const tracks = await input.getTracks();
    if (tracks.length === 0) throw truncated(name, 'its index is missing, as when a download or a copy did not finish');
    const lengthS = await readLength(input, tracks, name);
    const video = await input.getPrimaryVideoTrack();
    return {
      mimeType,
      durationMs: Math.round(lengthS * 1000),
      video: video && { widthPx: video.displayWidth, heightPx: video.displayHeight },
      hasAudio: tracks.some((track) => track.type === 'audio'),
    };
  } catch (cause) {
    if (cause instanceof MirrorError) throw cause;
    // The library tells of each fault in a file with an error of its own.
    const detail = cause instanceof Error ? cause.message.replace(/\.$/, '') : String(cause);
    throw new MirrorError('media/unreadable', { data: { file: name, detail }, cause });
  } finally {
    input.dispose();
  }
}

async function readMimeType(input: Input, name: string): Promise<string> {
  try {
    // Without the codecs: "video/webm", as a browser wants it for playing.
    return (await input.getMimeType()).split(';')[0] ?? '';
  } catch (cause) {
    throw new MirrorError('media/unreadable', {
      data: { file: name, detail: 'no known kind of video or sound' },
      cause,
    });
  }
}

/** Seconds to the end of the last packet. */
async function readLength(input: Input, tracks: readonly InputTrack[], name: string): Promise<number> {
  const ends = await Promise.all(tracks.map((track) => readEnd(track, name)));
  const lengthS = Math.max(...ends);
  const promisedS = await input.getDurationFromMetadata();
  if (promisedS !== null && lengthS < promisedS - SLACK_S)
    throw truncated(name, `it says ${Math.round(promisedS)} s and ends after ${Math.round(lengthS)} s`);
  return lengthS;
}

async function readEnd(track: InputTrack, name: string): Promise<number> {
  const last = await new EncodedPacketSink(track).getPacket(Number.POSITIVE_INFINITY);
  if (last === null) throw truncated(name, 'its last part is missing');
  return last.timestamp + last.duration;
}

/** A cut WAV plays happily to where it ends; only its header tells how long it should have been. */
async function refuseCutWave(files: WorkspaceFiles, path: string): Promise<void> {
  const file = await files.open(path);
  try {
    const header = Buffer.alloc(12);
    if ((await file.read(header, 0)) < 12 || header.toString('latin1', 0, 4) !== 'RIFF') return;
    const promisedBytes = header.readUInt32LE(4) + 8;
    // 0xffffffff and 0 stand for "unknown" in files written as a stream.
    if (promisedBytes > file.sizeBytes && promisedBytes < 0xffffffff) {
      throw truncated(basename(path), `it says ${promisedBytes} bytes and has ${file.sizeBytes}`);
    }
  } finally {
    await file.close();
  }
}

const truncated = (file: string, detail: string): MirrorError =>
  new MirrorError('media/truncated', { data: { file, detail } });
