// A way for the picture of a screen, from sharing to what is recorded. In: tracks of a screen, one after the other. Out: a
// stream that is held back and blanked, and pictures of changes. Close it: it holds a worker.
import type { PictureNews, PictureOrder } from './picture.worker.ts';
import type { Picture } from './picture-way.ts';

export interface PicturePath {
  /** What a media recorder takes. In the plain way another one after each `connect`. */
  readonly track: MediaStreamTrack;
  /** Milliseconds between what is seen and what is given out. */
  readonly delayMs: number;
  connect(track: MediaStreamTrack): void;
  /** Resolves when a frame has come: until then nobody knows whether any will. */
  ready(): Promise<void>;
  /** Resolves when the first frame seen after the call is given out. */
  begin(): Promise<void>;
  /** Resolves when the last frame seen before the call has been given out. */
  end(): Promise<void>;
  blank(isBlank: boolean): void;
  /** Gives a frame at once: a file that begins needs one. */
  again(): void;
  close(): void;
}

export interface PicturePathOptions {
  readonly delayMs: number;
  readonly onPicture: (picture: Picture) => void;
  readonly onFailure: (error: unknown) => void;
  /** Up to when nothing excluded was to be seen, by `performance.timeOrigin` and `performance.now()` together. */
  readonly look: () => Promise<number>;
}

export function openPicturePath({ delayMs, onPicture, onFailure, look }: PicturePathOptions): PicturePath {
  const worker = new Worker(new URL('./picture.worker.ts', import.meta.url), { type: 'module' });
  const generator = new MediaStreamTrackGenerator({ kind: 'video' });
  const waiting = new Map<PictureNews['kind'], (() => void)[]>();
  worker.addEventListener('message', ({ data }: MessageEvent<PictureNews>) => {
    if (data.kind === 'picture') onPicture(data.picture);
    else if (data.kind === 'look') void look().then((untilMs) => order({ kind: 'clear', untilMs }));
    else if (data.kind === 'failed') onFailure(new Error(data.words));
    else waiting.get(data.kind)?.shift()?.();
  });
  worker.addEventListener('error', (event) => onFailure(new Error(event.message)));
  const order = (wish: PictureOrder, transfer: Transferable[] = []): void => worker.postMessage(wish, transfer);
  const orderAndWait = (kind: 'ready' | 'begin' | 'end'): Promise<void> =>
    new Promise((resolve) => {
      waiting.set(kind, [...(waiting.get(kind) ?? []), resolve]);
      order({ kind });
    });
  const { writable } = generator;
  order({ kind: 'open', writable, scale: devicePixelRatio }, [writable]);
  return {
    track: generator,
    delayMs,
    connect: (screen) => {
      const track = screen as MediaStreamVideoTrack; // tracks of a shared screen's picture are
      const { readable } = new MediaStreamTrackProcessor({ track });
      order({ kind: 'take', readable }, [readable]);
    },
    ready: () => orderAndWait('ready'),
    begin: () => orderAndWait('begin'),
    end: () => orderAndWait('end'),
    blank: (isBlank) => order({ kind: 'blank', isBlank }),
    again: () => order({ kind: 'again' }),
    close: () => {
      generator.stop();
      order({ kind: 'close' });
    },
  };
}

/** Where frames cannot be held back: the screen's own track, switched off while it must not be seen; no pictures. */
export function openPlainPath(first: MediaStreamTrack): PicturePath {
  let track = first;
  let isBlank = false;
  return {
    get track() {
      return track;
    },
    delayMs: 0,
    connect: (next) => {
      track = next;
      track.enabled = !isBlank;
    },
    ready: async () => {},
    begin: async () => {},
    end: async () => {},
    blank: (wanted) => {
      isBlank = wanted;
      track.enabled = !isBlank;
    },
    again: () => {},
    close: () => {},
  };
}
