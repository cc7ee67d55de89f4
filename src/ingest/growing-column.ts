// One column of numbers that grows at its end. Most logs lack half of the columns: one that has held nothing but its usual
// value so far takes no memory.

export type Numbers = Int32Array | Float64Array | Uint8Array;

export interface GrowingColumn<Column extends Numbers> {
  push(value: number): void;
  /** Undefined stands for the usual value in each of the rows. */
  pushAll(values: ArrayLike<number> | undefined, count: number): void;
  /** All values, which may be changed; undefined while each of them is the usual one. */
  values(): Column | undefined;
}

interface ColumnOptions<Column> {
  readonly type: new (length: number) => Column;
  /** What rows have that name nothing. */
  readonly usual: number;
}

const FIRST_CAPACITY = 1024;

/** The memory doubles as it is filled. */
export function createGrowingColumn<Column extends Numbers>({
  type,
  usual,
}: ColumnOptions<Column>): GrowingColumn<Column> {
  let stored: Column | undefined;
  let length = 0;

  const makeRoom = (count: number): Column => {
    const needed = length + count;
    if (stored !== undefined && needed <= stored.length) return stored;
    const old = stored;
    stored = new type(Math.max(FIRST_CAPACITY, needed, (old?.length ?? length) * 2));
    if (old) stored.set(old.subarray(0, length));
    else if (usual !== 0) stored.fill(usual, 0, length);
    return stored;
  };
  return {
    push: (value) => {
      if (stored !== undefined || !Object.is(value, usual)) {
        const room = stored !== undefined && length < stored.length ? stored : makeRoom(1);
        room[length] = value;
      }
      length += 1;
    },
    pushAll: (values, count) => {
      if (values) makeRoom(count).set(values, length);
      else if (stored) makeRoom(count).fill(usual, length, length + count);
      length += count;
    },
    // Safe: a part of a column is a column of the same type.
    values: () => stored?.subarray(0, length) as Column | undefined,
  };
}
