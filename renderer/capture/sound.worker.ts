// The way of a device's sound, off the window's thread: it is not slowed down while its window is hidden, and what it cannot
// take at once waits for it. (The sound graph of a page runs in real time: where a busy machine is late, sound is lost.)
import { SoundWay } from './sound-way.ts';

export type SoundOrder =
  | {
      readonly kind: 'open';
      readonly writable: WritableStream<AudioData>;
      readonly delayMs: number;
      readonly givesSamples: boolean;
    }
  | { readonly kind: 'take'; readonly readable: ReadableStream<AudioData> | null }
  | { readonly kind: 'begin' }
  | { readonly kind: 'end' }
  | { readonly kind: 'cut' }
  | { readonly kind: 'blank'; readonly isBlank: boolean }
  | { readonly kind: 'close' };

export type SoundNews =
  /** Answers to the order of the same name. */
  | { readonly kind: 'begin' | 'end' | 'cut' }
  | { readonly kind: 'level'; readonly rms: number }
  | { readonly kind: 'samples'; readonly samples: Int16Array<ArrayBuffer> };

const opened = new Promise<SoundWay>((resolve) => {
  self.addEventListener('message', ({ data }: MessageEvent<SoundOrder>) => {
    if (data.kind === 'open') resolve(openWay(data));
    else void opened.then((way) => obey(way, data));
  });
});

function openWay({ writable, delayMs, givesSamples }: Extract<SoundOrder, { kind: 'open' }>): SoundWay {
  const writer = writable.getWriter();
  return new SoundWay({
    delayMs,
    givesSamples,
    // Writing fails only when the track it makes has been stopped.
    give: (part) => void writer.write(part).catch(() => part.close()),
    tell: (samples) => tell({ kind: 'samples', samples }, [samples.buffer]),
    tellLevel: (rms) => tell({ kind: 'level', rms }),
  });
}

async function obey(way: SoundWay, order: Exclude<SoundOrder, { kind: 'open' }>): Promise<void> {
  if (order.kind === 'take') return way.take(order.readable);
  if (order.kind === 'blank') return way.blank(order.isBlank);
  if (order.kind === 'close') {
    way.close();
    self.close();
    return;
  }
  await way[order.kind]();
  tell({ kind: order.kind });
}

function tell(news: SoundNews, transfer: Transferable[] = []): void {
  self.postMessage(news, { transfer });
}
