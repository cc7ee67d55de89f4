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
 * buttons that was one word in twenty. Linear in the pixels, 10 ms for a million.
 */
export function evenPolarity(picture: GreyPicture): GreyPicture {
  const { pixels, widthPx, heightPx } = picture;
  const turned = new Uint8Array(pixels);
  // Of each column: how many of the rows around are dark there, and the sum of their brightness.
  const counts = new Int32Array(widthPx);
  const sums = new Int32Array(widthPx);
  const addRow = (y: number, times: 1 | -1): void => {
    for (let x = 0; x < widthPx; x += 1) {
      const value = pixels[y * widthPx + x]!;
      if (value >= DARK) continue;
      counts[x] = counts[x]! + times;
      sums[x] = sums[x]! + times * value;
    }
  };
  for (let y = 0; y < Math.min(REACH_PX, heightPx); y += 1) addRow(y, 1);
  for (let y = 0; y < heightPx; y += 1) {
    if (y + REACH_PX < heightPx) addRow(y + REACH_PX, 1);
    if (y - REACH_PX > 0) addRow(y - REACH_PX - 1, -1);
    const rows = Math.min(heightPx, y + REACH_PX + 1) - Math.max(0, y - REACH_PX);
    turnRow(picture, turned, { y, rows, counts, sums });
  }
  return { pixels: turned, widthPx, heightPx };
}

interface Row {
  readonly y: number;
  /** How many rows the sums are of. */
  readonly rows: number;
  readonly counts: Int32Array;
  readonly sums: Int32Array;
}

function turnRow({ pixels, widthPx }: GreyPicture, turned: Uint8Array, { y, rows, counts, sums }: Row): void {
  let [count, sum] = [0, 0];
  for (let x = 0; x < Math.min(REACH_PX, widthPx); x += 1) {
    count += counts[x]!;
    sum += sums[x]!;
  }
  for (let x = 0; x < widthPx; x += 1) {
    if (x + REACH_PX < widthPx) {
      count += counts[x + REACH_PX]!;
      sum += sums[x + REACH_PX]!;
    }
    if (x - REACH_PX > 0) {
      count -= counts[x - REACH_PX - 1]!;
      sum -= sums[x - REACH_PX - 1]!;
    }
    const columns = Math.min(widthPx, x + REACH_PX + 1) - Math.max(0, x - REACH_PX);
    if (count <= MOSTLY * rows * columns) continue;
    const ground = sum / count;
    const lighter = (pixels[y * widthPx + x]! - ground) / (255 - ground);
    turned[y * widthPx + x] = Math.round(255 * (1 - Math.max(0, lighter)));
  }
}
