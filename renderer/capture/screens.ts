// Screens, windows and tabs that a person shares. Close each: it holds a capture.
import type { ChosenScreen } from './recorder-model.ts';

/** Work on a screen is still readable, at a sixth of the cost of a film. */
const FRAMES_PER_SECOND = 5;

export interface SharedScreen {
  readonly picture: MediaStreamTrack;
  /** The sound of the computer, or of the tab, if it was shared, too. */
  readonly sound: MediaStreamTrack | undefined;
  readonly stream: MediaStream;
  describe(name: string): ChosenScreen;
  /** Called when its sharing ended: by the browser's bar, by its window being closed, by its display being unplugged. */
  whenEnded(listener: () => void): void;
  close(): void;
}

/** Asks the person. @throws DOMException of getDisplayMedia */
export async function shareScreen({ withSound }: { withSound: boolean }): Promise<SharedScreen> {
  if (!navigator.mediaDevices?.getDisplayMedia) throw new DOMException('no getDisplayMedia', 'NotSupportedError');
  const stream = await navigator.mediaDevices.getDisplayMedia({
    video: { frameRate: { max: FRAMES_PER_SECOND }, cursor: 'always' } as MediaTrackConstraints, // cursor: not in TypeScript's library yet
    audio: withSound ? { echoCancellation: false, noiseSuppression: false, autoGainControl: false } : false,
    systemAudio: withSound ? 'include' : 'exclude',
    surfaceSwitching: 'include',
    monitorTypeSurfaces: 'include',
  });
  const [picture] = stream.getVideoTracks();
  const [sound] = stream.getAudioTracks();
  if (!picture) throw new DOMException('no video track', 'NotFoundError');
  // Text, not film: sharpness before smoothness.
  picture.contentHint = 'detail';
  return {
    picture,
    sound,
    stream,
    describe: (name) => describe(name, picture, { stream, hasSound: sound !== undefined }),
    whenEnded: (listener) => picture.addEventListener('ended', listener),
    close: () => {
      for (const track of stream.getTracks()) track.stop();
    },
  };
}

function describe(
  name: string,
  picture: MediaStreamTrack,
  { stream, hasSound }: { stream: MediaStream; hasSound: boolean },
): ChosenScreen {
  const { displaySurface, width = 0, height = 0 } = picture.getSettings();
  return {
    name,
    label: picture.label,
    surface: isSurface(displaySurface) ? displaySurface : 'unknown',
    widthPx: width,
    heightPx: height,
    hasSound,
    isLive: picture.readyState === 'live',
    stream,
  };
}

const isSurface = (surface: string | undefined): surface is 'monitor' | 'window' | 'browser' =>
  surface === 'monitor' || surface === 'window' || surface === 'browser';
