// In: a stretch of a WebM or Ogg file with Opus. Out: its sound at 16 kHz, one channel, in its place of a file.
import { basename } from 'node:path';
import { ALL_FORMATS, type EncodedPacket, EncodedPacketSink, Input, type InputAudioTrack } from 'mediabunny';
import { OpusDecoder } from 'opus-decoder';
import { SAMPLE_RATE } from '../../domain/capture.ts';
import { MirrorError } from '../../domain/errors.ts';
import { findSystemTrouble } from '../../domain/system-trouble.ts';
import { accessFiles } from '../files/create-files.ts';
import { mediaSource } from '../files/media-file.ts';
import type { FilesAccess, WorkspaceFiles } from '../files/workspace-files.ts';
import { guardReads } from '../guard-reads.ts';
import { readOpusHead } from './opus-head.ts';
import { openTarget, type SoundTarget, type Stretch, toInt16 } from './sound-target.ts';

/** What a decoder must have heard before it sounds right again (RFC 7845, section 4.6). */
const PREROLL_S = 0.08;
/** Containers round their times; only a longer hole is one. */
const SLACK_SAMPLES = 0.03 * SAMPLE_RATE;
const PACKETS_AT_A_TIME = 50;

interface SoundFile {
  readonly access: FilesAccess;
  readonly file: string;
}

/** The codec of the first sound in the file, such as `opus` or `aac`; undefined when nothing in it can be heard. */
export async function findSoundCodec({ access, file }: SoundFile): Promise<string | undefined> {
  return withSound(accessFiles(access), file, async (track) => track.codec ?? 'unknown');
}

/**
 * Each stretch starts its decoder anew a little before it, so that the result does not depend on who asked for what
 * before. Holes in the track's time stay holes of the target.
 */
export async function decodeOpus({ access, file, target, startMs, endMs }: Stretch): Promise<void> {
  const files = accessFiles(access);
  await withSound(files, file, async (track) => {
    const output = await openTarget(files, target);
    try {
      await decodeStretch(track, output, { startS: startMs / 1000, endS: endMs / 1000 });
    } finally {
      await output.close();
    }
  });
}

async function withSound<T>(
  files: WorkspaceFiles,
  file: string,
  use: (track: InputAudioTrack) => Promise<T>,
): Promise<T | undefined> {
  const input = new Input({ source: guardReads(mediaSource(files, file), basename(file)), formats: ALL_FORMATS });
  try {
    const track = await input.getPrimaryAudioTrack();
    return track ? await use(track) : undefined;
  } catch (cause) {
    if (cause instanceof MirrorError || findSystemTrouble(cause)) throw cause;
    // The library tells of each fault in a file with an error of its own.
    const detail = cause instanceof Error ? cause.message.replace(/\.$/, '') : String(cause);
    throw new MirrorError('media/unreadable', { data: { file: basename(file), detail }, cause });
  } finally {
    input.dispose();
  }
}

async function decodeStretch(
  track: InputAudioTrack,
  output: SoundTarget,
  { startS, endS }: { readonly startS: number; readonly endS: number },
): Promise<void> {
  const config = await track.getDecoderConfig();
  const head = readOpusHead(config?.description, track.numberOfChannels);
  const decoder = new OpusDecoder({ ...head.decoder, sampleRate: SAMPLE_RATE });
  await decoder.ready;
  const place = placeSamples(output, { first: Math.round(startS * SAMPLE_RATE), end: Math.round(endS * SAMPLE_RATE) });
  try {
    let batch: EncodedPacket[] = [];
    const flush = async (): Promise<void> => {
      for (const packet of batch) {
        const { channelData } = decoder.decodeFrame(packet.data);
        await place(mix(channelData), Math.round((packet.timestamp - head.delayS) * SAMPLE_RATE));
      }
      batch = [];
    };
    const sink = new EncodedPacketSink(track);
    const begin = (await sink.getPacket(startS - PREROLL_S)) ?? (await sink.getFirstPacket());
    if (begin === null) return;
    for await (const packet of sink.packets(begin)) {
      if (packet.timestamp - head.delayS >= endS) break;
      batch.push(packet);
      if (batch.length >= PACKETS_AT_A_TIME) await flush();
    }
    await flush();
    await place(undefined, 0);
  } finally {
    decoder.free();
  }
}

/**
 * Takes samples with the place they should begin at; those that follow on what came before are put right behind it.
 * What lies outside the stretch is left out. Without samples it writes what it still holds.
 */
function placeSamples(
  output: SoundTarget,
  { first, end }: { readonly first: number; readonly end: number },
): (samples: Float32Array | undefined, at: number) => Promise<void> {
  const held = new Float32Array(SAMPLE_RATE);
  let [heldFrom, heldCount, next] = [0, 0, Number.NEGATIVE_INFINITY];
  const write = async (): Promise<void> => {
    if (heldCount > 0) await output.write(toInt16(held.subarray(0, heldCount)), heldFrom);
    heldCount = 0;
  };
  return async (samples, wanted) => {
    if (samples === undefined) return write();
    const at = Math.abs(wanted - next) <= SLACK_SAMPLES ? next : wanted;
    next = at + samples.length;
    const from = Math.max(at, first);
    const kept = samples.subarray(from - at, Math.max(from, Math.min(next, end)) - at);
    if (kept.length === 0) return;
    if (from !== heldFrom + heldCount || heldCount + kept.length > held.length) await write();
    if (heldCount === 0) heldFrom = from;
    held.set(kept, heldCount);
    heldCount += kept.length;
  };
}

function mix(channels: readonly Float32Array[]): Float32Array {
  const [first = new Float32Array(0), ...others] = channels;
  if (others.length === 0) return first;
  return first.map((sample, at) => others.reduce((sum, channel) => sum + channel[at]!, sample) / channels.length);
}
