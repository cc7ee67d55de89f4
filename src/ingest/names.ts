// Names as small numbers, in order of first appearance.

export interface Names {
  /** The number of a name; a name not met before gets the next one. */
  idOf(name: string): number;
  list(): readonly string[];
}

/** Kept as one text in the database, which may have half a billion characters. */
const MOST_CHARACTERS = 200_000_000;

/** `refuse` is called when the names together grow too long to be kept. */
export function createNames(refuse: () => never): Names {
  let characters = 0;
  const ids = new Map<string, number>();
  const names: string[] = [];
  return {
    idOf: (name) => {
      const known = ids.get(name);
      if (known !== undefined) return known;
      characters += name.length;
      if (characters > MOST_CHARACTERS) refuse();
      const own = unshare(name);
      ids.set(own, names.length);
      names.push(own);
      return names.length - 1;
    },
    list: () => names,
  };
}

// A slice of a chunk keeps the whole chunk in memory; joined with a character and cut again, it keeps only itself.
const unshare = (name: string): string => ` ${name}`.slice(1);
