// Names as small numbers, in order of first appearance.
import { decodeUtf8 } from '../lib/utf8.ts';
import { createByteTable } from './byte-table.ts';

export interface Names {
  /** The number of a name; a name not met before gets the next one. */
  idOf(name: string): number;
  /** The same for a name as UTF-8. No text is made of one that is known already, which is most of the time of a reader. */
  idOfBytes(bytes: Uint8Array, from: number, to: number): number;
  list(): readonly string[];
}

/** Kept as one text in the database, which may have half a billion characters. */
const MOST_CHARACTERS = 200_000_000;

/** `refuse` is called when the names together grow too long to be kept. */
export function createNames(refuse: () => never): Names {
  const names: string[] = [];
  const known = createByteTable();
  const waiting = createWaitingNames();
  /** Made of all names when one first comes as a text: a reader of bytes seldom needs it. */
  let ids: Map<string, number> | undefined;
  let count = 0;
  let characters = 0;

  /** The next number, for a name that has none. */
  const takeNumber = (length: number): number => {
    characters += length;
    if (characters > MOST_CHARACTERS) refuse();
    count += 1;
    return count - 1;
  };
  const list = (): readonly string[] => {
    if (names.length < count) for (const name of waiting.takeAll()) names.push(name);
    return names;
  };
  const idOf = (name: string): number => {
    ids ??= new Map(list().map((each, id) => [each, id]));
    const id = ids.get(name);
    if (id !== undefined) return id;
    const added = takeNumber(name.length);
    const own = unshare(name);
    names.push(own);
    ids.set(own, added);
    const bytes = asAscii(name);
    if (bytes) known.add(bytes, { from: 0, to: bytes.length, id: added });
    return added;
  };
  return {
    idOf,
    idOfBytes: (bytes, from, to) => {
      const found = known.find(bytes, from, to);
      if (found >= 0) return found;
      // Once there is a map, each name is put into it at once.
      const canWait = ids === undefined && isAscii(bytes, from, to);
      const id = canWait ? takeNumber(to - from) : idOf(decodeUtf8(bytes, from, to));
      if (canWait) waiting.add(bytes, from, to);
      // What is ASCII went into the table with its text.
      if (canWait || !isAscii(bytes, from, to)) known.add(bytes, { from, to, id });
      return id;
    },
    list,
  };
}

/** New names as ASCII, made into texts all at once: one by one that would take ten times as long. */
function createWaitingNames() {
  let memory = new Uint8Array(1024);
  let ends: number[] = [];
  let length = 0;
  return {
    add: (bytes: Uint8Array, from: number, to: number): void => {
      if (length + to - from > memory.length) {
        const longer = new Uint8Array((length + to - from) * 2);
        longer.set(memory);
        memory = longer;
      }
      for (let at = from; at < to; at += 1) memory[length + at - from] = bytes[at]!;
      length += to - from;
      ends.push(length);
    },
    takeAll: (): string[] => {
      const text = decodeUtf8(memory, 0, length);
      const names = ends.map((end, at) => text.slice(ends[at - 1] ?? 0, end));
      ends = [];
      length = 0;
      return names;
    },
  };
}

function isAscii(bytes: Uint8Array, from: number, to: number): boolean {
  let all = 0;
  for (let at = from; at < to; at += 1) all |= bytes[at]!;
  return all < 128;
}

// A slice of a chunk keeps the whole chunk in memory; joined with a character and cut again, it keeps only itself.
const unshare = (name: string): string => ` ${name}`.slice(1);

function asAscii(name: string): Uint8Array | undefined {
  const bytes = new Uint8Array(name.length);
  for (let at = 0; at < name.length; at += 1) {
    const code = name.charCodeAt(at);
    if (code > 127) return undefined;
    bytes[at] = code;
  }
  return bytes;
}
