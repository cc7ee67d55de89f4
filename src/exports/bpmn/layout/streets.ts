// The streets that lines run along: one through the middle of each column and row, where shapes stand, and one between
// each two, which is as wide as it needs to be.
import type { Grid, Shape } from './shapes.ts';

/** A crossing of streets. Even numbers run between columns (rows), odd ones through the middle of one. */
export interface Crossing {
  readonly x: number;
  readonly y: number;
}

export const middleOf = (columnOrRow: number): number => 2 * columnOrRow + 1;

export const isMiddle = (street: number): boolean => street % 2 === 1;

export interface Streets {
  /** Streets from left to right, and from top to bottom. */
  readonly width: number;
  readonly height: number;
  readonly grid: Grid;
  readonly shapes: readonly Shape[];
  /** The shape that stands on a crossing; -1 for none. */
  shapeAt(x: number, y: number): number;
}

export function layStreets(grid: Grid, shapes: readonly Shape[]): Streets {
  const width = 2 * grid.columns + 1;
  const height = 2 * grid.rows + 1;
  const standing = new Int32Array(width * height).fill(-1);
  shapes.forEach((_, at) => {
    standing[middleOf(grid.rowOf[at]!) * width + middleOf(grid.columnOf[at]!)] = at;
  });
  return { width, height, grid, shapes, shapeAt: (x, y) => standing[y * width + x]! };
}
