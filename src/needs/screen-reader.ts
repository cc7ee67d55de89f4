// What ingest asks of whoever can read the text on a picture of a screen.
import type { ScreenWord } from '../domain/evidence.ts';
import type { StopSignal } from '../lib/cancel.ts';

/** The path of a picture; or its bytes, with what it is called. */
export type PictureFile = string | { readonly name: string; readonly bytes: Uint8Array };

/** A picture whose words are known. */
export interface ReadScreen {
  readonly file: PictureFile;
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
  read(file: PictureFile, options?: ReadOptions): Promise<ScreenWord[]>;
}
