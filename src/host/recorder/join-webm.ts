// In: WebM files as a browser left them, each with its place in time. Out: one file with a duration and an index.
import {
  type AudioCodec,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
  type InputAudioTrack,
  type InputVideoTrack,
  Output,
  type Target,
  type VideoCodec,
  WEBM,
  WebMOutputFormat,
} from 'mediabunny';
import { basename } from 'node:path';
import { MirrorError } from '../../domain/errors.ts';
import { accessFiles } from '../files/create-files.ts';
import { mediaSource, mediaTarget } from '../files/media-file.ts';
import type { FilesAccess, WorkspaceFiles } from '../files/workspace-files.ts';
import { guardReads } from '../guard-reads.ts';

export interface PlacedFile {
  readonly file: string;
  /** Where the file's own zero lies in the joined file. */
  readonly startMs: number;
}

export interface JoinedWebm {
  /** Packets of video, or of sound where there is no video. */
  readonly units: number;
  /** To the end of the last packet. */
  readonly endMs: number;
  readonly widthPx: number | null;
  readonly heightPx: number | null;
  readonly hasAudio: boolean;
}

interface Opened {
  readonly input: Input;
  readonly startMs: number;
  readonly video: InputVideoTrack | null;
  readonly audio: InputAudioTrack | null;
}

/**
 * Copies packets without touching them. What is cut off at a file's end is left out. One file at zero is how a single
 * piece is repaired. On the disk when it returns.
 * @throws media/unreadable when a file has no packets, or not the codec of the first one
 */
export async function joinWebm(
  access: FilesAccess,
  placed: readonly PlacedFile[],
  target: string,
): Promise<JoinedWebm> {
  const files = accessFiles(access);
  const opened: Opened[] = [];
  try {
    for (const each of placed) opened.push(await openWebm(files, each));
    const draft = await files.draft(target);
    try {
      const joined = await writeJoined(opened, mediaTarget(draft), basename(placed[0]?.file ?? target));
      await draft.sync();
      return joined;
    } finally {
      await draft.close();
    }
  } finally {
    for (const { input } of opened) input.dispose();
  }
}

async function openWebm(files: WorkspaceFiles, { file, startMs }: PlacedFile): Promise<Opened> {
  const name = basename(file);
  const input = new Input({ source: guardReads(mediaSource(files, file), name), formats: [WEBM] });
  try {
    const [video, audio] = [await input.getPrimaryVideoTrack(), await input.getPrimaryAudioTrack()];
    if (!video && !audio) throw unreadable(name, 'it holds neither picture nor sound');
    return { input, startMs, video, audio };
  } catch (cause) {
    input.dispose();
    if (cause instanceof MirrorError) throw cause;
    throw unreadable(name, cause instanceof Error ? cause.message : String(cause), cause);
  }
}

async function writeJoined(opened: readonly Opened[], target: Target, name: string): Promise<JoinedWebm> {
  const output = new Output({ format: new WebMOutputFormat(), target });
  const first = opened[0];
  const videoCodec = sameCodec<VideoCodec>(
    opened.map(({ video }) => video?.codec ?? null),
    name,
  );
  const audioCodec = sameCodec<AudioCodec>(
    opened.map(({ audio }) => audio?.codec ?? null),
    name,
  );
  const video = videoCodec && new EncodedVideoPacketSource(videoCodec);
  const audio = audioCodec && new EncodedAudioPacketSource(audioCodec);
  if (video) output.addVideoTrack(video);
  if (audio) output.addAudioTrack(audio);
  await output.start();
  const videoMeta = { decoderConfig: (await first?.video?.getDecoderConfig()) ?? undefined };
  const audioMeta = { decoderConfig: (await first?.audio?.getDecoderConfig()) ?? undefined };
  const [pictures, sounds] = await Promise.all([
    video ? copyVideo(opened, (packet) => video.add(packet, videoMeta)) : nothing,
    audio ? copyAudio(opened, audioCodec, (packet) => audio.add(packet, audioMeta)) : nothing,
  ]);
  const main = video ? pictures : sounds;
  if (main.units === 0) {
    await output.cancel();
    throw unreadable(name, 'it holds no whole frame');
  }
  await output.finalize();
  return {
    units: main.units,
    endMs: Math.round(Math.max(pictures.endS, sounds.endS) * 1000),
    widthPx: first?.video?.displayWidth ?? null,
    heightPx: first?.video?.displayHeight ?? null,
    hasAudio: audio !== null,
  };
}

interface Copied {
  readonly units: number;
  readonly endS: number;
}

const nothing: Copied = { units: 0, endS: 0 };

async function copyVideo(opened: readonly Opened[], add: (packet: EncodedPacket) => Promise<void>): Promise<Copied> {
  let copied = nothing;
  for (const { video, startMs } of opened) copied = await copyTrack(video, { startMs, copied, add });
  return copied;
}

async function copyAudio(
  opened: readonly Opened[],
  codec: AudioCodec | null,
  add: (packet: EncodedPacket) => Promise<void>,
): Promise<Copied> {
  let copied = nothing;
  for (const { audio, startMs } of opened) {
    if (codec === 'opus') await fillWithSilence(copied.endS, startMs / 1000, add);
    copied = await copyTrack(audio, { startMs, copied, add });
  }
  return copied;
}

interface Copying {
  readonly startMs: number;
  readonly copied: Copied;
  readonly add: (packet: EncodedPacket) => Promise<void>;
}

async function copyTrack(track: InputVideoTrack | InputAudioTrack | null, copying: Copying): Promise<Copied> {
  let { units, endS } = copying.copied;
  if (track === null) return copying.copied;
  // Clocks are read after the fact: a file may seem to begin a little before the last one ended.
  const shiftS = Math.max(copying.startMs / 1000, endS);
  for await (const packet of new EncodedPacketSink(track).packets()) {
    const timestamp = Math.max(0, packet.timestamp) + shiftS;
    await copying.add(packet.clone({ timestamp }));
    units += 1;
    endS = timestamp + packet.duration;
  }
  return { units, endS };
}

/** 20 ms of silence in Opus: one CELT frame, full band, that decodes to nothing (RFC 6716, section 3.1). */
const SILENCE = Uint8Array.of(0xf8, 0xff, 0xfe);
const SILENCE_S = 0.02;

/** Players pay no heed to holes in sound: without something in them, what follows is heard too early. */
async function fillWithSilence(
  fromS: number,
  toS: number,
  add: (packet: EncodedPacket) => Promise<void>,
): Promise<void> {
  const count = Math.floor((toS - fromS) / SILENCE_S);
  for (let at = 0; at < count; at += 1) await add(new EncodedPacket(SILENCE, 'key', fromS + at * SILENCE_S, SILENCE_S));
}

function sameCodec<Codec extends string>(codecs: readonly (Codec | null)[], name: string): Codec | null {
  const [first = null] = codecs;
  if (codecs.some((codec) => codec !== first)) throw unreadable(name, 'the files of this track differ in their codec');
  return first;
}

const unreadable = (file: string, detail: string, cause?: unknown): MirrorError =>
  new MirrorError('media/unreadable', { data: { file, detail }, cause });
