// In: a program that finds words on a picture. Out: a reader of screens: it prepares each, and reads only what changed.
import type { ScreenWord } from '../../src/domain/evidence.ts';
import type { StopSignal } from '../../src/lib/cancel.ts';
import type { ReadScreen, ScreenReader } from '../../src/needs/screen-reader.ts';
import { findChangedBands, sumRows, touches } from './changed-bands.ts';
import { evenPolarity } from './even-polarity.ts';
import { orderWords } from './order-words.ts';
import { type Band, cutOut, type GreyPicture, loadGrey } from './picture.ts';
import { readTsv } from './read-tsv.ts';

/** A program of the Tesseract family. Close it. */
export interface Recogniser {
  /** Program, version, language. */
  readonly name: string;
  /** @param picture a portable greymap @returns tab-separated values @throws reader/failed */
  recognise(picture: Buffer, signal?: StopSignal): Promise<string>;
  close(): Promise<void>;
}

/** Of what is in this folder: with another way of preparing pictures, other words are found. */
const WAY = 1;
/** Letters of a screen are half as high as what Tesseract was trained on; three halves is worse than nothing. */
const SCALE = 2;
/** Larger pictures are of screens with more pixels to the letter. */
const LARGEST_SCALED_PX = 4_200_000;
/** A screen of which less has changed is not compared with older ones. */
const NEAR_SHARE = 0.2;

export const nameReading = (recogniser: string): string => `${recogniser}, way ${WAY}`;

export function createScreenReader(recogniser: Recogniser): ScreenReader {
  const readBand = async (picture: GreyPicture, band: Band, signal?: StopSignal): Promise<ScreenWord[]> => {
    signal?.throwIfAborted();
    const scale = picture.pixels.length > LARGEST_SCALED_PX ? 1 : SCALE;
    return readTsv(await recogniser.recognise(await cutOut(picture, band, scale), signal), band, scale);
  };
  return {
    madeBy: nameReading(recogniser.name),
    read: async (file, { before = [], signal } = {}) => {
      const picture = await loadGrey(file);
      const { bands, words: known } = await findNearest(before, picture);
      if (bands.length === 0) return [...known];
      const even = evenPolarity(picture);
      const words = known.filter((word) => !bands.some((band) => touches(band, word)));
      for (const band of bands) words.push(...(await readBand(even, band, signal)));
      return orderWords(words);
    },
  };
}

/**
 * The screen of which least has changed, and what has. People go to and fro between windows, so the one before last is
 * often nearer than the last. With none that is near, all of the picture has.
 */
async function findNearest(
  before: readonly ReadScreen[],
  picture: GreyPicture,
): Promise<Pick<ReadScreen, 'words'> & { readonly bands: readonly Band[] }> {
  let nearest: { bands: readonly Band[]; words: ReadScreen['words'] } = {
    bands: [{ top: 0, bottom: picture.heightPx }],
    words: [],
  };
  for (const { file, words } of before) {
    const bands = findChangedBands(await loadGrey(file), picture, words);
    if (bands === undefined || sumRows(bands) >= sumRows(nearest.bands)) continue;
    nearest = { bands, words };
    if (sumRows(bands) <= NEAR_SHARE * picture.heightPx) break;
  }
  return nearest;
}
