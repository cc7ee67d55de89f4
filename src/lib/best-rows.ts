// The best few of many, without sorting the many.

export interface Scored {
  readonly row: number;
  readonly score: number;
}

/** Collects rows and keeps the `count` with the highest scores; of equal ones, those that came first. */
export class BestRows {
  readonly #count: number;
  /** A heap: the worst that is kept stands first. */
  readonly #kept: (Scored & { readonly order: number })[] = [];
  #seen = 0;

  constructor(count: number) {
    this.#count = count;
  }

  /** What a score must be above to be kept. */
  get bar(): number {
    return this.#kept.length < this.#count ? Number.NEGATIVE_INFINITY : (this.#kept[0]?.score ?? 0);
  }

  offer(row: number, score: number): void {
    if (score <= this.bar) return;
    const one = { row, score, order: this.#seen++ };
    if (this.#kept.length < this.#count) {
      this.#kept.push(one);
      this.#rise(this.#kept.length - 1);
    } else {
      this.#kept[0] = one;
      this.#sink();
    }
  }

  /** Highest score first. */
  list(): Scored[] {
    const sorted = this.#kept.toSorted((a, b) => b.score - a.score || a.order - b.order);
    return sorted.map(({ row, score }) => ({ row, score }));
  }

  #rise(from: number): void {
    for (let at = from; at > 0; ) {
      const above = (at - 1) >> 1;
      if (!this.#isWorse(at, above)) return;
      this.#swap(at, above);
      at = above;
    }
  }

  #sink(): void {
    for (let at = 0; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      let worst = at;
      if (left < this.#kept.length && this.#isWorse(left, worst)) worst = left;
      if (right < this.#kept.length && this.#isWorse(right, worst)) worst = right;
      if (worst === at) return;
      this.#swap(at, worst);
      at = worst;
    }
  }

  #isWorse(one: number, other: number): boolean {
    const [a, b] = [this.#kept[one], this.#kept[other]];
    if (a === undefined || b === undefined) return false;
    return a.score < b.score || (a.score === b.score && a.order > b.order);
  }

  #swap(one: number, other: number): void {
    const [a, b] = [this.#kept[one], this.#kept[other]];
    if (a === undefined || b === undefined) return;
    this.#kept[one] = b;
    this.#kept[other] = a;
  }
}
