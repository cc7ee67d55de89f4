// The best few of many, without sorting the many.

export interface Scored {
  readonly row: number;
  readonly score: number;
}

/**
 * Collects rows, offered by rising number, and keeps the `count` with the highest scores; of equal ones the first. A heap
 * in plain arrays of numbers, the worst that is kept in front: objects would cost more than the scores themselves.
 */
export class BestRows {
  readonly #scores: Float64Array;
  readonly #rows: Int32Array;
  #kept = 0;

  constructor(count: number) {
    this.#scores = new Float64Array(count);
    this.#rows = new Int32Array(count);
  }

  /** What a score must be above to be kept. */
  get bar(): number {
    return this.#kept < this.#scores.length ? Number.NEGATIVE_INFINITY : this.#scores[0]!;
  }

  offer(row: number, score: number): void {
    if (this.#kept < this.#scores.length) {
      this.#kept += 1;
      this.#rise(row, score);
    } else if (score > this.#scores[0]!) this.#sink(row, score);
  }

  /** Highest score first. */
  list(): Scored[] {
    const kept = Array.from({ length: this.#kept }, (_, at) => ({ row: this.#rows[at]!, score: this.#scores[at]! }));
    return kept.sort((a, b) => b.score - a.score || a.row - b.row);
  }

  /** Puts one more in, from the end upwards. */
  #rise(row: number, score: number): void {
    let at = this.#kept - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this.#isBefore(row, score, above)) break;
      this.#move(above, at);
      at = above;
    }
    this.#put(at, row, score);
  }

  /** Puts one in the place of the worst, from the front downwards. */
  #sink(row: number, score: number): void {
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= this.#kept) break;
      if (below + 1 < this.#kept && this.#isBefore(this.#rows[below + 1]!, this.#scores[below + 1]!, below)) below += 1;
      if (this.#isBefore(row, score, below)) break;
      this.#move(below, at);
      at = below;
    }
    this.#put(at, row, score);
  }

  /** Whether it is worse than the one at a place, and so stands before it. */
  #isBefore(row: number, score: number, place: number): boolean {
    const other = this.#scores[place]!;
    return score < other || (score === other && row > this.#rows[place]!);
  }

  #move(from: number, to: number): void {
    this.#put(to, this.#rows[from]!, this.#scores[from]!);
  }

  #put(at: number, row: number, score: number): void {
    this.#rows[at] = row;
    this.#scores[at] = score;
  }
}
