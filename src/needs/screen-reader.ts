// What ingest asks of whoever can read the text on a picture of a screen.
import type { ScreenWord } from '../domain/evidence.ts';
import type { StopSignal } from '../lib/cancel.ts';

/** A picture whose words are known. */
export interface ReadScreen {
  readonly file: string;
  readonly words: readonly ScreenWord[];
}

export interface ReadOptions {
  /**
   * Earlier pictures of the same screen, read by the same reader, the newest first: what looks as it did on the one that
   * is most like it is not read again.
   */
  readonly before?: readonly ReadScreen[] | undefined;
  readonly signal?: StopSignal | undefined;
}

export interface ScreenReader {
  /** Program, version, language and way of reading: where one of them differs, so may the words. */
  readonly madeBy: string;
  /**
   * The words line by line, boxes in pixels of the picture. The same pictures give the same words.
   * @param file a PNG, JPEG or WebP
   * @throws screen/unreadable for no picture, reader/failed
   */
  read(file: string, options?: ReadOptions): Promise<ScreenWord[]>;
}
