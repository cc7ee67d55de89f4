// The microphone: which there are, the chosen one, and the way its sound goes. Close it: it holds a device.
import type { ChosenMicrophone, Microphone } from './recorder-model.ts';
import { openSoundPath, type SoundPath } from './sound-path.ts';

/** Recorded as it is: what these do to a voice, no later step could undo. */
const UNTOUCHED = { echoCancellation: false, noiseSuppression: false, autoGainControl: false } as const;

export interface MicrophoneNeeds {
  readonly onChange: (chosen: ChosenMicrophone | null) => void;
  readonly onLevel: (level: number) => void;
  readonly onFailure: (error: unknown) => void;
}

export interface OpenMicrophone {
  readonly path: SoundPath;
  readonly chosen: ChosenMicrophone | null;
  /** Takes the place of the one before. `undefined`: the system's own choice. @throws DOMException of getUserMedia */
  choose(deviceId: string | null | undefined): Promise<void>;
  /** Where samples go; without it they are dropped. */
  listen(onSamples: ((samples: Int16Array<ArrayBuffer>) => void) | undefined): void;
  close(): void;
}

export function openMicrophone({ onChange, onLevel, onFailure }: MicrophoneNeeds, delayMs: number): OpenMicrophone {
  let onSamples: ((samples: Int16Array<ArrayBuffer>) => void) | undefined;
  let track: MediaStreamTrack | null = null;
  let chosen: ChosenMicrophone | null = null;
  const path = openSoundPath({
    delayMs,
    onLevel,
    onFailure,
    onSamples: (samples) => onSamples?.(samples),
  });
  const tell = (next: ChosenMicrophone | null): void => {
    chosen = next;
    onChange(next);
  };
  const choose = async (deviceId: string | null | undefined): Promise<void> => {
    const next = deviceId === null ? null : await openTrack(deviceId);
    track?.stop();
    track = next;
    path.connect(next);
    if (next === null) return tell(null);
    const microphone = { deviceId: next.getSettings().deviceId ?? '', label: next.label };
    const update = (): void => {
      if (track !== next) return;
      const isLive = next.readyState === 'live' && !next.muted;
      // A device that was taken away gives silence for ever; silence must be one that was heard.
      path.connect(isLive ? next : null);
      tell({ ...microphone, isLive });
    };
    for (const event of ['ended', 'mute', 'unmute']) next.addEventListener(event, update);
    tell({ ...microphone, isLive: next.readyState === 'live' });
  };
  return {
    path,
    get chosen() {
      return chosen;
    },
    choose,
    listen: (listener) => {
      onSamples = listener;
    },
    close: () => {
      track?.stop();
      track = null;
      path.close();
      tell(null);
    },
  };
}

/** Their names are empty until the microphone was allowed once. */
export async function listMicrophones(): Promise<Microphone[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices
    .filter(({ kind, deviceId }) => kind === 'audioinput' && deviceId !== '')
    .map(({ deviceId, label }) => ({ deviceId, label }));
}

async function openTrack(deviceId: string | undefined): Promise<MediaStreamTrack> {
  const which = deviceId === undefined ? {} : { deviceId: { exact: deviceId } };
  const stream = await navigator.mediaDevices.getUserMedia({ audio: { ...UNTOUCHED, ...which } });
  const [track] = stream.getAudioTracks();
  if (!track) throw new DOMException('no audio track', 'NotFoundError');
  return track;
}
