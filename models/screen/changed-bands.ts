// In: two pictures of one screen, and the words of the first. Out: the rows of the second that must be read again.
import type { ScreenWord } from '../../src/domain/evidence.ts';
import type { Band, GreyPicture } from './picture.ts';

/** Pictures are packed with loss: the same letter may differ by a little. Grey text on white differs by 60. */
const CHANGED_BY = 40;
const STRIP_PX = 8;
/** Of a strip: a dot of an i is four. */
const ENOUGH_PX = 4;
/** Room around what is read: letters at the edge of a picture are read badly. */
const MARGIN_PX = 12;
/** To read as many rows more costs less than to start once more. */
const JOINED_PX = 64;
/** More of the picture than this costs nearly as much as all of it, which is read with its columns as they are. */
const MOST_SHARE = 0.6;

/**
 * In order, none touching another, none cutting through a word of before. Undefined where so much has changed, or the
 * pictures are of different sizes, that all should be read; empty where nothing has.
 */
export function findChangedBands(
  before: GreyPicture,
  after: GreyPicture,
  words: readonly ScreenWord[],
): Band[] | undefined {
  if (before.widthPx !== after.widthPx || before.heightPx !== after.heightPx) return undefined;
  let bands = joinBands(listChanged(before, after), JOINED_PX);
  bands = bands.map(({ top, bottom }) => widen(top - MARGIN_PX, bottom + MARGIN_PX, after.heightPx));
  for (;;) {
    const whole = joinBands(
      bands.map((band) => aroundWords(band, words, after.heightPx)),
      0,
    );
    if (sumRows(whole) === sumRows(bands) && whole.length === bands.length) break;
    bands = whole;
  }
  return sumRows(bands) > MOST_SHARE * after.heightPx ? undefined : bands;
}

export const sumRows = (bands: readonly Band[]): number =>
  bands.reduce((sum, { top, bottom }) => sum + bottom - top, 0);

const widen = (top: number, bottom: number, heightPx: number): Band => ({
  top: Math.max(0, Math.floor(top)),
  bottom: Math.min(heightPx, Math.ceil(bottom)),
});

export const touches = ({ top, bottom }: Band, { y, h }: ScreenWord): boolean => y < bottom && y + h > top;

function aroundWords(band: Band, words: readonly ScreenWord[], heightPx: number): Band {
  const touched = words.filter((word) => touches(band, word));
  const top = touched.reduce((least, { y }) => Math.min(least, y), band.top);
  const bottom = touched.reduce((most, { y, h }) => Math.max(most, y + h), band.bottom);
  return widen(top, bottom, heightPx);
}

function listChanged(before: GreyPicture, after: GreyPicture): Band[] {
  const bands: Band[] = [];
  const { widthPx, heightPx } = after;
  for (let top = 0; top < heightPx; top += STRIP_PX) {
    const bottom = Math.min(heightPx, top + STRIP_PX);
    let changed = 0;
    for (let at = top * widthPx; at < bottom * widthPx && changed < ENOUGH_PX; at += 1)
      if (Math.abs(before.pixels[at]! - after.pixels[at]!) > CHANGED_BY) changed += 1;
    if (changed >= ENOUGH_PX) bands.push({ top, bottom });
  }
  return bands;
}

/** Those with no more rows than `gapPx` between them become one. */
function joinBands(bands: readonly Band[], gapPx: number): Band[] {
  const joined: Band[] = [];
  for (const band of bands) {
    const last = joined.at(-1);
    if (last && band.top - last.bottom <= gapPx)
      joined[joined.length - 1] = { top: Math.min(last.top, band.top), bottom: Math.max(last.bottom, band.bottom) };
    else joined.push(band);
  }
  return joined;
}
