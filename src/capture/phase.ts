// In: what happened to a recording. Out: its phase; a step that no recording may take is refused.
import type { CapturedTrack, CapturePhase, TrackHealth } from '../domain/capture.ts';

export type CaptureEvent = 'chunk' | 'pause' | 'resume' | 'stop' | 'verify' | 'recover';

const NEXT: Readonly<Record<Exclude<CaptureEvent, 'chunk'>, Partial<Record<CapturePhase, CapturePhase>>>> = {
  pause: { recording: 'paused', paused: 'paused' },
  resume: { paused: 'recording', recording: 'recording' },
  // Whatever was recorded before all tracks were there is kept, too.
  stop: {
    preflight: 'finalising',
    armed: 'finalising',
    recording: 'finalising',
    paused: 'finalising',
    finalising: 'finalising',
  },
  verify: { finalising: 'verified' },
  recover: {
    preflight: 'recovered',
    armed: 'recovered',
    recording: 'recovered',
    paused: 'recovered',
    finalising: 'recovered',
  },
};

export interface TrackState {
  readonly track: CapturedTrack;
  readonly health: TrackHealth;
  /** Since the last chunk that brought something, by a clock nobody sets; since the start before the first one. */
  readonly silentMs: number;
}

/**
 * The phase after `event`; undefined when the phase does not allow it. A chunk leads from preflight to armed when every
 * source has sent something, and to recording when each has shown one frame or one second of samples.
 */
export function nextPhase(
  phase: CapturePhase,
  event: CaptureEvent,
  tracks: readonly TrackState[],
): CapturePhase | undefined {
  if (event !== 'chunk') return NEXT[event][phase];
  if (phase === 'verified' || phase === 'recovered') return undefined;
  if (phase !== 'preflight' && phase !== 'armed') return phase;
  const needed = tracks.filter(({ track }) => mustDeliver(track));
  if (needed.every(({ health }) => health.isProven)) return 'recording';
  return needed.every(({ health }) => health.bytes > 0) ? 'armed' : 'preflight';
}

/** A chunk a second is sent; five missing ones are no hiccup. */
export const SILENT_MS = 5_000;

/**
 * Names of tracks that should bring something now and have not for five seconds. Silence in the room is no silence
 * here: a microphone sends samples of it. Events come when something happens, so their absence says nothing.
 */
export function findDegraded(phase: CapturePhase, tracks: readonly TrackState[]): string[] {
  if (phase !== 'recording') return [];
  const isSilent = ({ track, silentMs }: TrackState): boolean => mustDeliver(track) && silentMs > SILENT_MS;
  return tracks.filter(isSilent).map(({ track }) => track.name);
}

/** Whether enough of a track has arrived to believe in it. `soundMs` counts for sound, `units` for pictures. */
export function isProven(track: CapturedTrack, { units, soundMs }: { units: number; soundMs: number }): boolean {
  if (track.kind === 'events') return true;
  return track.kind === 'screen' ? units >= 1 : soundMs >= 1000;
}

const mustDeliver = ({ kind }: CapturedTrack): boolean => kind !== 'events';
