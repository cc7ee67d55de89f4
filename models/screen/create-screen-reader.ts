// In: a program that finds words on a picture. Out: a reader of screens: it prepares each, and reads only what changed.
import type { ScreenWord } from '../../src/domain/evidence.ts';
import type { StopSignal } from '../../src/lib/cancel.ts';
import type { ReadScreen, ScreenReader } from '../../src/needs/screen-reader.ts';
import { findChangedBands, touches } from './changed-bands.ts';
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

export const nameReading = (recogniser: string): string => `${recogniser}, way ${WAY}`;

export function createScreenReader(recogniser: Recogniser): ScreenReader {
  const readBand = async (picture: GreyPicture, band: Band, signal?: StopSignal): Promise<ScreenWord[]> => {
    signal?.throwIfAborted();
    const scale = picture.pixels.length > LARGEST_SCALED_PX ? 1 : SCALE;
    return readTsv(await recogniser.recognise(await cutOut(picture, band, scale), signal), band, scale);
  };
  return {
    madeBy: nameReading(recogniser.name),
    read: async (file, { before, signal } = {}) => {
      const picture = await loadGrey(file);
      const bands = before && (await findBands(before, picture));
      const even = evenPolarity(picture);
      const words = bands ? before.words.filter((word) => !bands.some((band) => touches(band, word))) : [];
      for (const band of bands ?? [{ top: 0, bottom: picture.heightPx }])
        words.push(...(await readBand(even, band, signal)));
      return orderWords(words);
    },
  };
}

async function findBands({ file, words }: ReadScreen, picture: GreyPicture): Promise<Band[] | undefined> {
  return findChangedBands(await loadGrey(file), picture, words);
}
