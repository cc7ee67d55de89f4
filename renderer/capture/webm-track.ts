// A track that a media recorder makes: pieces, one after the other, each a file by itself. In: a stream. Out: chunks.
import type { Cause } from '../../src/domain/capture.ts';
import type { ChunkSink } from './chunk-sink.ts';

export interface WebmTrackOptions {
  readonly sink: ChunkSink;
  /** Asked at each new piece: its tracks may have been replaced. */
  readonly stream: () => MediaStream;
  /** Called when a piece has begun: a screen at rest should give a frame now. */
  readonly whenBegun?: () => void;
  readonly onFailure: (error: unknown) => void;
}

/** What is not sent yet is lost in a crash, and 400 ms are held back already. */
const SLICE_MS = 250;
/** A broken file is readable again from the next one on, and a player that jumps reads from the one before. */
const KEY_FRAME_MS = 10_000;
/** Small print stays readable where something moves all the time: 160 MB an hour then. */
const PICTURE_BITS = 500_000;
const SOUND_BITS = 32_000;

export interface WebmTrack {
  /** Begins the first piece, or the next one after `stop`. */
  start(cause: Cause): void;
  /** The next piece begins before the one before ends: nothing is left out between them. */
  rotate(cause: Cause): void;
  /** Resolves when the last chunk has gone into the sink. */
  stop(): Promise<void>;
}

interface Running {
  readonly recorder: MediaRecorder;
  readonly stopped: Promise<void>;
}

export function createWebmTrack(options: WebmTrackOptions): WebmTrack {
  let running: Running | undefined;
  /** Chunks of a piece go into the sink after those of the piece before. */
  let before: Promise<unknown> = Promise.resolve();
  const start = (cause: Cause): void => {
    const turn = before;
    running = record(options, { cause, turn });
    before = Promise.all([turn, running.stopped]);
    options.whenBegun?.();
  };
  const stop = async (): Promise<void> => {
    if (running && running.recorder.state !== 'inactive') running.recorder.stop();
    running = undefined;
    await before;
  };
  return {
    start,
    rotate: (cause) => {
      const last = running;
      if (!last) return;
      start(cause);
      if (last.recorder.state !== 'inactive') last.recorder.stop();
    },
    stop,
  };
}

function record(
  { sink, stream, onFailure }: WebmTrackOptions,
  { cause, turn }: { cause: Cause; turn: Promise<unknown> },
): Running {
  const media = stream();
  const [hasPicture, hasSound] = [media.getVideoTracks().length > 0, media.getAudioTracks().length > 0];
  // VP8 takes twice the processor time for the same screen.
  const codecs = [hasPicture && 'vp9', hasSound && 'opus'].filter(Boolean).join(',');
  const recorder = new MediaRecorder(media, {
    mimeType: `${hasPicture ? 'video' : 'audio'}/webm;codecs=${codecs}`,
    videoBitsPerSecond: PICTURE_BITS,
    audioBitsPerSecond: SOUND_BITS,
    ...(hasPicture ? { videoKeyFrameIntervalDuration: KEY_FRAME_MS } : {}),
  });
  let isFirst = true;
  recorder.addEventListener('dataavailable', ({ data }) => {
    if (data.size === 0) return;
    const chunk = { data, clockMs: sink.nowMs(), begins: isFirst ? cause : undefined };
    isFirst = false;
    void turn.then(() => sink.put(chunk));
  });
  recorder.addEventListener('error', onFailure);
  const stopped = new Promise<void>((resolve) => {
    recorder.addEventListener('stop', () => void turn.then(() => resolve()));
  });
  recorder.start(SLICE_MS);
  return { recorder, stopped };
}
