// In: the devices of a recording. Out: its tracks, each with what makes it, and the ways that sound and pictures go.
import type { CapturedTrack, Cause } from '../../src/domain/capture.ts';
import { createPcmTrack } from './pcm-track.ts';
import { canReadStreams } from './can-read-streams.ts';
import { openPicturePath, openPlainPath, type PicturePath } from './picture-path.ts';
import type { Picture } from './picture-way.ts';
import type { OpenMicrophone } from './microphone.ts';
import type { SharedScreen } from './screens.ts';
import { openSoundPath, type SoundPath } from './sound-path.ts';
import { createTrackLane, type TrackLane, type TrackLaneOptions } from './track-lane.ts';
import { createWebmTrack } from './webm-track.ts';

export interface Sources {
  readonly microphone: OpenMicrophone | undefined;
  readonly screens: readonly { readonly name: string; readonly shared: SharedScreen }[];
  /** Milliseconds that sound and pictures are held back. */
  readonly delayMs: number;
}

export interface MadeTrack {
  readonly lane: TrackLane;
  /** Of which device; what makes more than one track belongs to all of them. */
  readonly devices: readonly string[];
  start(cause: Cause): void;
  rotate(cause: Cause): void;
  stop(): Promise<void>;
}

/** What sound or pictures go through; held back there, and made silent or black. */
export interface Way {
  begin(): Promise<void>;
  end(): Promise<void>;
  blank(isBlank: boolean): void;
}

export interface Making {
  readonly tracks: readonly MadeTrack[];
  readonly ways: readonly Way[];
  readonly pictures: ReadonlyMap<string, PicturePath>;
  close(): void;
}

export interface MakingNeeds extends Omit<TrackLaneOptions, 'track'> {
  /** The recording's clock. */
  readonly nowMs: () => number;
  readonly onPicture: (track: string, picture: Picture) => void;
  /** Up to when nothing excluded was to be seen; never fails. */
  readonly look: () => Promise<number>;
  /** Chunks are taken to `lane` and this is told of each. */
  readonly onMade: () => void;
}

export const MICROPHONE = 'microphone';

export function makeTracks(sources: Sources, needs: MakingNeeds): Making {
  const { microphone, screens, delayMs } = sources;
  const voice = microphone?.chosen ? { open: microphone, label: microphone.chosen.label } : undefined;
  const makers = createMakers(needs, delayMs);
  const tracks: MadeTrack[] = [];
  const pictures = new Map<string, PicturePath>();
  for (const [number, { name, shared }] of screens.entries()) {
    const path = openWay(shared.picture, (picture) => needs.onPicture(name, picture), needs, delayMs);
    pictures.set(name, path);
    // In the first one's file, so that it plays with what is told anywhere.
    const sound = number === 0 ? voice?.open.path : undefined;
    tracks.push(makers.screen(name, shared.picture.label, { path, sound }));
  }
  if (voice && screens.length === 0)
    tracks.push(makers.sound('voice', 'microphone', { ...voice, path: voice.open.path }));
  if (voice) tracks.push(makers.samples(voice.label, voice.open));
  const system = openSystemSound(screens, needs, delayMs);
  if (system) tracks.push(makers.sound('system', 'system', system));
  return {
    tracks,
    pictures,
    ways: [...pictures.values(), ...(voice ? [voice.open.path] : []), ...(system ? [system.path] : [])],
    close: () => {
      voice?.open.listen(undefined);
      for (const path of pictures.values()) path.close();
      system?.path.close();
    },
  };
}

function openWay(
  track: MediaStreamTrack,
  onPicture: (picture: Picture) => void,
  { onFailure, look }: MakingNeeds,
  delayMs: number,
): PicturePath {
  if (!canReadStreams()) return openPlainPath(track);
  const path = openPicturePath({ delayMs, onPicture, onFailure, look });
  path.connect(track);
  return path;
}

function openSystemSound(
  screens: Sources['screens'],
  { onFailure }: MakingNeeds,
  delayMs: number,
): { path: SoundPath; label: string } | undefined {
  const sound = screens.find(({ shared }) => shared.sound)?.shared.sound;
  if (!sound) return undefined;
  const path = openSoundPath({ delayMs, onFailure });
  path.connect(sound);
  return { path, label: sound.label };
}

function createMakers(needs: MakingNeeds, delayMs: number) {
  const { nowMs, onMade, onFailure } = needs;
  const open = (name: string, kind: CapturedTrack['kind'], rest: Pick<CapturedTrack, 'format' | 'label'>) => {
    const lane = createTrackLane({ ...needs, track: { name, kind, ...rest, label: rest.label.slice(0, 300) } });
    const sink = {
      nowMs: () => nowMs() - delayMs,
      put: (made: Parameters<TrackLane['put']>[0]) => {
        lane.put(made);
        onMade();
      },
    };
    return { lane, sink };
  };
  return {
    screen: (name: string, label: string, { path, sound }: { path: PicturePath; sound: SoundPath | undefined }) => {
      const { lane, sink } = open(name, 'screen', { format: 'webm', label });
      const stream = (): MediaStream => new MediaStream([path.track, ...(sound?.stream.getAudioTracks() ?? [])]);
      const webm = createWebmTrack({ sink, stream, whenBegun: path.again, onFailure });
      return { lane, devices: sound ? [name, MICROPHONE] : [name], ...webm } satisfies MadeTrack;
    },
    sound: (name: string, kind: 'microphone' | 'system', { path, label }: { path: SoundPath; label: string }) => {
      const { lane, sink } = open(name, kind, { format: 'webm', label });
      const webm = createWebmTrack({ sink, stream: () => path.stream, onFailure });
      return { lane, devices: [kind], ...webm } satisfies MadeTrack;
    },
    samples: (label: string, { path, listen }: OpenMicrophone): MadeTrack => {
      const { lane, sink } = open('narration', 'microphone', { format: 'pcm16', label });
      const pcm = createPcmTrack(sink);
      listen(pcm.put);
      return {
        lane,
        devices: [MICROPHONE],
        start: pcm.begin,
        rotate: (cause) => void path.cut().then(() => pcm.begin(cause)),
        stop: async () => pcm.end(),
      };
    },
  };
}
