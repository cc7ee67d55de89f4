// Pictures of changes on their way to the core: a few wait, and when the core is away for long, no more are kept.
import type { CapturedFrame } from '../../src/domain/capture.ts';
import type { RecordingId } from '../../src/domain/ids.ts';
import type { RecordingLink } from './recording-link.ts';

export interface PictureLane {
  put(frame: CapturedFrame, image: Blob): void;
  open(link: RecordingLink, recordingId: RecordingId): void;
  /** Resolves when all that were kept are on disk. */
  drained(): Promise<void>;
}

/** The film is recorded anyway; these only make finding a moment easy. */
const MOST_WAITING = 12;

export function createPictureLane(onFailure: (error: unknown) => void): PictureLane {
  const waiting: { readonly frame: CapturedFrame; readonly image: Blob }[] = [];
  let send: ((frame: CapturedFrame, image: Blob) => Promise<void>) | undefined;
  let pumping: Promise<void> | undefined;
  const pump = async (): Promise<void> => {
    try {
      for (let next = waiting[0]; send && next; next = waiting[0]) {
        await send(next.frame, next.image);
        waiting.shift();
      }
    } catch (error) {
      send = undefined;
      onFailure(error);
    } finally {
      pumping = undefined;
    }
  };
  const start = (): void => {
    if (send && !pumping && waiting.length > 0) pumping = pump();
  };
  return {
    put: (frame, image) => {
      if (waiting.length < MOST_WAITING) waiting.push({ frame, image });
      start();
    },
    open: (link, recordingId) => {
      send = (frame, image) => link.call(({ recorder }) => recorder.frame({ recordingId, ...frame, image }));
      start();
    },
    drained: async () => {
      while (pumping) await pumping;
    },
  };
}
