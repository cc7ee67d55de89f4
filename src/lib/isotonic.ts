// Least-squares placement of things on a line that must keep their order and their distance.

export interface Wish {
  /** Where its centre would like to be. */
  readonly at: number;
  /** How much that matters; above 0. */
  readonly weight: number;
  readonly size: number;
}

export interface SpreadOptions {
  readonly gap: number;
  /** No thing reaches beyond these, as long as all fit between them. */
  readonly from?: number;
  readonly to?: number;
}

/**
 * Centres, in the order given, that keep `gap` between neighbours and miss the wishes as little as possible (weighted
 * squares): isotonic regression by pooling adjacent violators, linear in the number of things.
 */
export function spreadOut(wishes: readonly Wish[], { gap, from = -Infinity, to = Infinity }: SpreadOptions): number[] {
  const shifts = shiftsOf(wishes, gap);
  const values = poolViolators(wishes.map((wish, at) => ({ value: wish.at - shifts[at]!, weight: wish.weight })));
  const first = wishes[0];
  const last = wishes.at(-1);
  if (!first || !last) return [];
  const lowest = from + first.size / 2;
  const highest = Math.max(lowest, to - last.size / 2 - shifts.at(-1)!);
  return values.map((value, at) => Math.min(Math.max(value, lowest), highest) + shifts[at]!);
}

/** How far each centre is from the first when all stand as close as allowed. */
function shiftsOf(wishes: readonly Wish[], gap: number): number[] {
  const shifts: number[] = [];
  wishes.forEach((wish, at) => {
    const before = wishes[at - 1];
    shifts.push(before ? shifts[at - 1]! + (before.size + wish.size) / 2 + gap : 0);
  });
  return shifts;
}

interface Block {
  sum: number;
  weight: number;
  length: number;
}

const meanOf = (block: Block): number => block.sum / block.weight;

function poolViolators(items: readonly { value: number; weight: number }[]): number[] {
  const blocks: Block[] = [];
  for (const { value, weight } of items) {
    let block: Block = { sum: value * weight, weight, length: 1 };
    for (let last = blocks.at(-1); last && meanOf(last) >= meanOf(block); last = blocks.at(-1)) {
      blocks.pop();
      block = { sum: last.sum + block.sum, weight: last.weight + block.weight, length: last.length + block.length };
    }
    blocks.push(block);
  }
  return blocks.flatMap((block) => new Array<number>(block.length).fill(meanOf(block)));
}
