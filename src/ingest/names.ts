// Names as small numbers, in order of first appearance.
import { decodeUtf8 } from '../lib/utf8.ts';
import { createAsciiTable } from './ascii-table.ts';

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
  const known = createAsciiTable();
  /** Made of all names when one first comes as a text: a reader of bytes seldom needs it. */
  let ids: Map<string, number> | undefined;
  let characters = 0;

  const add = (name: string): number => {
    characters += name.length;
    if (characters > MOST_CHARACTERS) refuse();
    ids?.set(name, names.length);
    return names.push(name) - 1;
  };
  const idOf = (name: string): number => {
    ids ??= new Map(names.map((each, id) => [each, id]));
    const id = ids.get(name);
    if (id !== undefined) return id;
    const added = add(unshare(name));
    const bytes = asAscii(name);
    if (bytes) known.add(bytes, { from: 0, to: bytes.length, id: added });
    return added;
  };
  return {
    idOf,
    idOfBytes: (bytes, from, to) => {
      const id = known.find(bytes, from, to);
      if (id >= 0) return id;
      const name = decodeUtf8(bytes, from, to);
      // As many characters as bytes: it is ASCII, and not in the table, so it is new.
      if (name.length < to - from) return idOf(name);
      const added = add(name);
      known.add(bytes, { from, to, id: added });
      return added;
    },
    list: () => names,
  };
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
