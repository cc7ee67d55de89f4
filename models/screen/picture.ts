// In: the file of a picture. Out: its brightness, and any rows of it as what programs that read text take in.
import sharp from 'sharp';
import { MirrorError } from '../../src/domain/errors.ts';
import type { PictureFile } from '../../src/needs/screen-reader.ts';

/** Brightness, 0 to 255, row by row without gaps. */
export interface GreyPicture {
  readonly pixels: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Rows of a picture, from `top` up to and without `bottom`. */
export interface Band {
  readonly top: number;
  readonly bottom: number;
}

/** @throws screen/unreadable */
export async function loadGrey(file: PictureFile): Promise<GreyPicture> {
  try {
    const { data, info } = await sharp(typeof file === 'string' ? file : file.bytes)
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    // A picture with transparency keeps that as a second channel.
    const pixels = info.channels === 1 ? data : data.filter((_, at) => at % info.channels === 0);
    return { pixels, widthPx: info.width, heightPx: info.height };
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message.split('\n')[0] : 'no picture';
    throw new MirrorError('screen/unreadable', { data: { file: nameOf(file), detail: detail ?? '' }, cause });
  }
}

const nameOf = (file: PictureFile): string => (typeof file === 'string' ? file : file.name);

/**
 * Rows of the picture, enlarged by Lanczos resampling, as a portable greymap ("P5", netpbm.sourceforge.net/doc/pgm.html):
 * needs no packing, and everything that reads pictures reads it.
 */
export async function cutOut({ pixels, widthPx }: GreyPicture, { top, bottom }: Band, scale: number): Promise<Buffer> {
  const rows = pixels.subarray(top * widthPx, bottom * widthPx);
  const cut = sharp(rows, { raw: { width: widthPx, height: bottom - top, channels: 1 } });
  const sized = scale === 1 ? cut : cut.resize({ width: widthPx * scale, kernel: 'lanczos3' });
  const { data, info } = await sized.greyscale().raw().toBuffer({ resolveWithObject: true });
  return Buffer.concat([Buffer.from(`P5\n${info.width} ${info.height}\n255\n`), data]);
}
