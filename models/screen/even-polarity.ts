// In: a picture of a screen. Out: the same with dark text on white ground where it was light text on dark ground.
import type { GreyPicture } from './picture.ts';

/** Darker than this is ground for light text: the green and the blue of most buttons still are. */
const DARK = 140;
/** The neighbourhood is a square of 21 pixels: higher than a line of text, lower than most buttons. */
const REACH_PX = 10;
/** Letters on white, bold ones too, cover less than half of their neighbourhood. */
const MOSTLY = 0.5;

/**
 * Turns round what is mostly dark around it, and makes its ground white. Programs that read text choose one threshold
 * for a page or a large part of it, so that white words on a green button are lost: on a page with a dark bar and three
 * buttons that was one word in twenty. Linear in the pixels, 30 ms for a million.
 */
export function evenPolarity({ pixels, widthPx, heightPx }: GreyPicture): GreyPicture {
  const dark = sumDark(pixels, widthPx, heightPx);
  const stride = widthPx + 1;
  const turned = new Uint8Array(pixels);
  for (let y = 0; y < heightPx; y += 1) {
    const [top, bottom] = [Math.max(0, y - REACH_PX), Math.min(heightPx, y + REACH_PX + 1)];
    for (let x = 0; x < widthPx; x += 1) {
      const [left, right] = [Math.max(0, x - REACH_PX), Math.min(widthPx, x + REACH_PX + 1)];
      const within = (sums: Int32Array): number =>
        sums[bottom * stride + right]! -
        sums[top * stride + right]! -
        sums[bottom * stride + left]! +
        sums[top * stride + left]!;
      const count = within(dark.counts);
      if (count <= MOSTLY * (bottom - top) * (right - left)) continue;
      const ground = within(dark.values) / count;
      const lighter = (pixels[y * widthPx + x]! - ground) / (255 - ground);
      turned[y * widthPx + x] = Math.round(255 * (1 - Math.max(0, lighter)));
    }
  }
  return { pixels: turned, widthPx, heightPx };
}

interface Sums {
  readonly counts: Int32Array;
  readonly values: Int32Array;
}

/** Of the dark pixels above and to the left of each place: of any rectangle it is then four look-ups. */
function sumDark(pixels: Uint8Array, widthPx: number, heightPx: number): Sums {
  const stride = widthPx + 1;
  const counts = new Int32Array(stride * (heightPx + 1));
  const values = new Int32Array(stride * (heightPx + 1));
  for (let y = 0; y < heightPx; y += 1) {
    let [count, sum] = [0, 0];
    for (let x = 0; x < widthPx; x += 1) {
      const value = pixels[y * widthPx + x]!;
      if (value < DARK) {
        count += 1;
        sum += value;
      }
      const at = (y + 1) * stride + x + 1;
      counts[at] = counts[at - stride]! + count;
      values[at] = values[at - stride]! + sum;
    }
  }
  return { counts, values };
}
