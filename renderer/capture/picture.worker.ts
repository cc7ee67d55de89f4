// The way of a screen's frames, off the window's thread: a worker is not slowed down while its window is hidden.
import { type Picture, PictureWay } from './picture-way.ts';

export type PictureOrder =
  | { readonly kind: 'open'; readonly writable: WritableStream<VideoFrame>; readonly scale: number }
  | { readonly kind: 'take'; readonly readable: ReadableStream<VideoFrame> }
  | { readonly kind: 'ready' }
  | { readonly kind: 'begin' }
  | { readonly kind: 'end' }
  | { readonly kind: 'blank'; readonly isBlank: boolean }
  | { readonly kind: 'again' }
  /** By the clock that is the same in every thread: `performance.timeOrigin` and `performance.now()` together. */
  | { readonly kind: 'clear'; readonly untilMs: number }
  | { readonly kind: 'close' };

export type PictureNews =
  /** Answers to the order of the same name. */
  | { readonly kind: 'ready' | 'begin' | 'end' }
  | { readonly kind: 'picture'; readonly picture: Picture }
  /** Answered with the order `clear`. */
  | { readonly kind: 'look' }
  /** No picture could be made; what is recorded goes on. */
  | { readonly kind: 'failed'; readonly words: string };

const opened = new Promise<PictureWay>((resolve) => {
  self.addEventListener('message', ({ data }: MessageEvent<PictureOrder>) => {
    if (data.kind === 'open') resolve(openWay(data));
    else void opened.then((way) => obey(way, data));
  });
});

function openWay({ writable, scale }: Extract<PictureOrder, { kind: 'open' }>): PictureWay {
  const writer = writable.getWriter();
  return new PictureWay({
    scale,
    // The track it makes keeps the newest frame; writing fails only when that track has been stopped.
    give: (frame) => void writer.write(frame).catch(() => frame.close()),
    tell: (picture) => tell({ kind: 'picture', picture }),
    look: () => tell({ kind: 'look' }),
    fail: (words) => tell({ kind: 'failed', words }),
  });
}

async function obey(way: PictureWay, order: Exclude<PictureOrder, { kind: 'open' }>): Promise<void> {
  if (order.kind === 'take') return way.take(order.readable);
  if (order.kind === 'blank') return way.blank(order.isBlank);
  if (order.kind === 'again') return way.again();
  if (order.kind === 'clear') return way.clear(order.untilMs - performance.timeOrigin);
  if (order.kind === 'close') {
    way.close();
    self.close();
    return;
  }
  await way[order.kind]();
  tell({ kind: order.kind });
}

function tell(news: PictureNews): void {
  self.postMessage(news);
}
