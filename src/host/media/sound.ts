// The sound of a recording, as whoever listens for speech wants it: 16 kHz, one channel, whatever the file was.
import { mkdir } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { SAMPLE_RATE } from '../../domain/capture.ts';
import { MirrorError } from '../../domain/errors.ts';
import type { Recording, Track } from '../../domain/process.ts';
import type { Progress } from '../../domain/progress.ts';
import type { SoundMethods } from '../engines/sound.engine.ts';
import type { EngineProcess } from '../engines/start-engine.ts';
import type { WorkspaceFiles } from '../files/workspace-files.ts';
import type { Host } from '../host.ts';
import { runFfmpeg } from './run-ffmpeg.ts';
import { BYTES_PER_SAMPLE } from './sound-target.ts';
import { readWaveLayout } from './wave-layout.ts';

/** A file of samples, 16 bits each; a recording's own WAV is used as it is. */
export interface Sound {
  readonly files: WorkspaceFiles;
  readonly file: string;
  readonly firstByte: number;
  readonly durationMs: number;
}

export type SoundEngine = EngineProcess<SoundMethods>;

/** So much is asked of the engine at a time: what a cancel or a crash costs at most is a second or two. */
const STRETCH_MS = 300_000;

/** The track in which the narrator is heard; undefined where nobody is. */
export function findSoundTrack({ store }: Pick<Host, 'store'>, { id }: Pick<Recording, 'id'>): Track | undefined {
  const tracks = store.listTracks(id);
  const loud = (kind: Track['kind']): Track | undefined =>
    tracks.find((track) => track.kind === kind && (track.hasAudio || kind !== 'screen'));
  return loud('microphone') ?? loud('screen') ?? loud('system');
}

/**
 * Yields progress while the sound is decoded, which is done once: what is there already is only opened.
 * @throws media/ffmpeg-missing, media/unreadable, media/no-sound
 */
export async function* followSound(
  host: Host,
  recording: Recording,
  signal: AbortSignal,
): AsyncGenerator<Progress, Sound> {
  const track = findSoundTrack(host, recording);
  if (track === undefined) throw new MirrorError('media/no-sound', { data: { title: recording.title } });
  const { files } = host.workspace;
  const file = host.workspace.file(track.path);
  const own = await openPlain(files, file);
  if (own) return own;
  const target = decodedFile(host, track);
  if ((await files.sizeOf(target)) === undefined) {
    const part = `${target}.part`;
    await mkdir(dirname(target), { recursive: true });
    await files.remove(part);
    yield* decode(host, { file, part, durationMs: track.durationMs ?? recording.durationMs }, signal);
    await files.rename(part, target);
  }
  const sizeBytes = (await files.sizeOf(target)) ?? 0;
  const durationMs = Math.floor((sizeBytes / BYTES_PER_SAMPLE / SAMPLE_RATE) * 1000);
  return { files, file: target, firstByte: 0, durationMs };
}

/** Samples of a stretch, -1 to 1; silence beyond the end. */
export async function readSamples(sound: Sound, startMs: number, endMs: number): Promise<Float32Array> {
  const [first, last] = [startMs, endMs].map((ms) => Math.round((ms * SAMPLE_RATE) / 1000)) as [number, number];
  const bytes = Buffer.alloc(Math.max(0, last - first) * BYTES_PER_SAMPLE);
  const most = Math.round((sound.durationMs * SAMPLE_RATE) / 1000) - first;
  const file = await sound.files.open(sound.file);
  try {
    const length = Math.max(0, Math.min(bytes.length, most * BYTES_PER_SAMPLE));
    await file.read(bytes.subarray(0, length), sound.firstByte + first * BYTES_PER_SAMPLE);
  } finally {
    await file.close();
  }
  return Float32Array.from({ length: bytes.length / BYTES_PER_SAMPLE }, (_, at) => bytes.readInt16LE(at * 2) / 32_768);
}

/** Removes what `followSound` decoded; it is made again when somebody wants it. */
export async function dropSound(host: Host, recording: Pick<Recording, 'id'>): Promise<void> {
  const track = findSoundTrack(host, recording);
  if (track === undefined) return;
  const target = decodedFile(host, track);
  for (const file of [target, `${target}.part`]) await host.workspace.files.remove(file);
}

const decodedFile = ({ workspace }: Host, { sha256 }: Track): string => workspace.file(`.sound/${sha256}.pcm`);

/** A WAV that is as it should be already, as the recorder writes it. */
async function openPlain(files: WorkspaceFiles, file: string): Promise<Sound | undefined> {
  const opened = await files.open(file);
  try {
    const layout = await readWaveLayout(opened);
    const isPlain =
      layout?.rate === SAMPLE_RATE &&
      layout.channels === 1 &&
      layout.bytesPerSample === BYTES_PER_SAMPLE &&
      layout.encoding === 'int';
    if (!isPlain) return undefined;
    return { files, file, firstByte: layout.firstByte, durationMs: Math.floor((layout.frames / SAMPLE_RATE) * 1000) };
  } finally {
    await opened.close();
  }
}

interface Decoding {
  readonly file: string;
  readonly part: string;
  readonly durationMs: number;
}

async function* decode(host: Host, decoding: Decoding, signal: AbortSignal): AsyncGenerator<Progress, void> {
  const { file } = decoding;
  const { files } = host.workspace;
  const wave = await readWave(files, file);
  if (wave)
    return yield* inStretches(host, { ...decoding, durationMs: wave.durationMs, method: 'convertWave' }, signal);
  const codec = await host.sound.call('findSoundCodec', { access: files.access, file }, { signal });
  if (codec === 'opus') return yield* inStretches(host, { ...decoding, method: 'decodeOpus' }, signal);
  yield* withFfmpeg(host, { ...decoding, codec }, signal);
}

async function readWave(files: WorkspaceFiles, file: string): Promise<{ durationMs: number } | undefined> {
  const opened = await files.open(file);
  try {
    const layout = await readWaveLayout(opened);
    return layout && { durationMs: Math.round((layout.frames / layout.rate) * 1000) };
  } finally {
    await opened.close();
  }
}

async function* inStretches(
  host: Host,
  { file, part, durationMs, method }: Decoding & { readonly method: 'convertWave' | 'decodeOpus' },
  signal: AbortSignal,
): AsyncGenerator<Progress, void> {
  const { files } = host.workspace;
  for (let startMs = 0; startMs < durationMs; startMs += STRETCH_MS) {
    yield heard(startMs, durationMs);
    const endMs = Math.min(durationMs, startMs + STRETCH_MS);
    await host.sound.call(method, { access: files.access, file, target: part, startMs, endMs }, { signal });
  }
  // What is silent at the end was not written.
  const target = await files.draft(part, { goesOn: true });
  try {
    await target.truncate(Math.round((durationMs * SAMPLE_RATE) / 1000) * BYTES_PER_SAMPLE);
  } finally {
    await target.close();
  }
  yield heard(durationMs, durationMs);
}

async function* withFfmpeg(
  host: Host,
  { file, part, durationMs, codec }: Decoding & { readonly codec: string | undefined },
  signal: AbortSignal,
): AsyncGenerator<Progress, void> {
  const ffmpeg = await host.ffmpeg.find();
  const name = basename(file);
  if (ffmpeg === undefined)
    throw new MirrorError('media/ffmpeg-missing', { data: { file: name, what: `its sound (${codec ?? 'unknown'})` } });
  // Holes in the track's time are filled with silence, so that every word keeps its moment.
  const args = ['-map', '0:a:0', '-af', 'aresample=async=1:first_pts=0', '-ac', '1', '-ar', String(SAMPLE_RATE)];
  const task = { files: host.workspace.files, input: file, args: [...args, '-f', 's16le'], output: part };
  for await (const doneMs of runFfmpeg(ffmpeg, task, signal)) yield heard(Math.min(doneMs, durationMs), durationMs);
}

const heard = (doneMs: number, durationMs: number): Progress => ({
  stage: 'audio',
  done: Math.round(doneMs / 1000),
  total: Math.round(durationMs / 1000),
  unit: 'seconds',
});
