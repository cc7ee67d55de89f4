// In: a media file of the user's. Out: what is in it; and a refusal when it is no recording or not all of one.
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { ALL_FORMATS, EncodedPacketSink, FilePathSource, Input, type InputTrack } from 'mediabunny';
import { MirrorError } from '../domain/errors.ts';
import type { MediaProbe, MediaReader } from '../needs/media.ts';
import { guardReads } from './guard-reads.ts';

/** Containers round their durations and end tracks unevenly; less than this is no loss. */
const SLACK_S = 1;

export const mediaReader: MediaReader = { probe };

async function probe(file: string): Promise<MediaProbe> {
  const name = basename(file);
  await refuseCutWave(file, name);
  const input = new Input({ source: guardReads(new FilePathSource(file), name), formats: ALL_FORMATS });
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
async function refuseCutWave(file: string, name: string): Promise<void> {
  const handle = await open(file, 'r');
  try {
    const header = Buffer.alloc(12);
    const { bytesRead } = await handle.read(header, 0, 12, 0);
    if (bytesRead < 12 || header.toString('latin1', 0, 4) !== 'RIFF') return;
    const promisedBytes = header.readUInt32LE(4) + 8;
    const { size } = await stat(file);
    // 0xffffffff and 0 stand for "unknown" in files written as a stream.
    if (promisedBytes > size && promisedBytes < 0xffffffff) {
      throw truncated(name, `it says ${promisedBytes} bytes and has ${size}`);
    }
  } finally {
    await handle.close();
  }
}

const truncated = (file: string, detail: string): MirrorError =>
  new MirrorError('media/truncated', { data: { file, detail } });
