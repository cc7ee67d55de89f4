// In: names as bytes of UTF-8. Out: their numbers. A log has millions of names and few different ones; a Map would need a
// text made of each, and would look at three places in memory where this looks at one.

export interface ByteTable {
  /** The number of the name; -1 where it is not there. */
  find(bytes: Uint8Array, from: number, to: number): number;
  /** Adds a name that is not there. */
  add(bytes: Uint8Array, name: { readonly from: number; readonly to: number; readonly id: number }): void;
}

/**
 * A slot is four numbers: the id plus one (zero is free), the length, and then the first and the last four bytes where there
 * are at most eight, otherwise a hash of them and where they stand in the pool. At most half of the slots are taken.
 */
const SLOT = 4;
const SHORT = 8;
const NONE = -1;

export function createByteTable(): ByteTable {
  let slots = new Int32Array(1024 * SLOT);
  let size = 0;
  /** The bytes of all names longer than eight, one after another. */
  let pool = new Uint8Array(8192);
  let poolView = new DataView(pool.buffer);
  let poolEnd = 0;
  /** The bytes last asked about, seen as words: a reader asks about one memory again and again. */
  let seen: Uint8Array = pool;
  let seenView: DataView = poolView;

  return { find, add };

  function find(bytes: Uint8Array, from: number, to: number): number {
    const length = to - from;
    const view = viewOf(bytes);
    if (length > SHORT) return findLong(view, from, to);
    const table = slots;
    const mask = table.length - 1;
    const low = headOf(view, from, to);
    const high = tailOf(view, from, to);
    for (let at = placeOf(low, high) & mask; ; at = (at + SLOT) & mask) {
      const id = table[at]!;
      if (id === 0) return NONE;
      if (table[at + 2] === low && table[at + 3] === high && table[at + 1] === length) return id - 1;
    }
  }

  function findLong(bytes: DataView, from: number, to: number): number {
    const length = to - from;
    const table = slots;
    const kept = poolView;
    const mask = table.length - 1;
    const hash = hashOf(bytes, from, to);
    for (let at = placeOf(hash, length) & mask; ; at = (at + SLOT) & mask) {
      const id = table[at]!;
      if (id === 0) return NONE;
      if (table[at + 2] !== hash || table[at + 1] !== length) continue;
      if (isSame({ bytes, from, length }, kept, table[at + 3]!)) return id - 1;
    }
  }

  function add(bytes: Uint8Array, { from, to, id }: { from: number; to: number; id: number }): void {
    if ((size + 1) * 2 * SLOT > slots.length) grow();
    const length = to - from;
    size += 1;
    const view = viewOf(bytes);
    if (length <= SHORT) {
      insert(id + 1, length, headOf(view, from, to), tailOf(view, from, to));
    } else {
      insert(id + 1, length, hashOf(view, from, to), poolEnd);
      keep(bytes, from, to);
    }
  }

  function viewOf(bytes: Uint8Array): DataView {
    if (bytes !== seen) {
      seen = bytes;
      seenView = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    }
    return seenView;
  }

  function keep(bytes: Uint8Array, from: number, to: number): void {
    const length = to - from;
    if (poolEnd + length > pool.length) {
      const longer = new Uint8Array(Math.max(pool.length * 2, poolEnd + length));
      longer.set(pool);
      pool = longer;
      poolView = new DataView(pool.buffer);
    }
    for (let at = 0; at < length; at += 1) pool[poolEnd + at] = bytes[from + at]!;
    poolEnd += length;
  }

  function insert(id: number, length: number, first: number, second: number): void {
    const mask = slots.length - 1;
    let at = placeOf(first, length <= SHORT ? second : length) & mask;
    while (slots[at] !== 0) at = (at + SLOT) & mask;
    slots[at] = id;
    slots[at + 1] = length;
    slots[at + 2] = first;
    slots[at + 3] = second;
  }

  function grow(): void {
    const old = slots;
    slots = new Int32Array(old.length * 4);
    for (let at = 0; at < old.length; at += SLOT) {
      if (old[at] !== 0) insert(old[at]!, old[at + 1]!, old[at + 2]!, old[at + 3]!);
    }
  }
}

/** The first four bytes as one number, or all of fewer. */
function headOf(bytes: DataView, from: number, to: number): number {
  if (to - from >= 4) return wordAt(bytes, from);
  let packed = 0;
  for (let at = from; at < to; at += 1) packed = (packed << 8) | bytes.getUint8(at);
  return packed;
}

/** The last four of at least four bytes: with the length and the first four, all that five to eight bytes can differ in. */
const tailOf = (bytes: DataView, from: number, to: number): number => (to - from >= 4 ? wordAt(bytes, to - 4) : 0);

const wordAt = (bytes: DataView, at: number): number => bytes.getInt32(at, true);

interface Name {
  readonly bytes: DataView;
  readonly from: number;
  readonly length: number;
}

/** Compares at least four bytes with those at `start`, four at a time. */
function isSame({ bytes, from, length }: Name, kept: DataView, start: number): boolean {
  for (let at = 0; at < length - 4; at += 4) {
    if (wordAt(bytes, from + at) !== wordAt(kept, start + at)) return false;
  }
  return wordAt(bytes, from + length - 4) === wordAt(kept, start + length - 4);
}

/** Of at least four bytes, four at a time; the last four may count some twice. */
function hashOf(bytes: DataView, from: number, to: number): number {
  let hash = to - from;
  for (let at = from; at < to - 4; at += 4) {
    hash = Math.imul(hash ^ wordAt(bytes, at), 0x9e3779b1);
    // Multiplying moves bits up only.
    hash ^= hash >>> 15;
  }
  return Math.imul(hash ^ wordAt(bytes, to - 4), 0x9e3779b1);
}

/** The first of a slot's four numbers, spread over the whole table (murmur3's last step). */
function placeOf(first: number, second: number): number {
  let mixed = Math.imul(first ^ Math.imul(second, 0x9e3779b1), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) << 2;
}
