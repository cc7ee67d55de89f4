// Names that are told apart where a format needs them to be.

export interface UniqueNames {
  /** The name itself if nobody has it yet; otherwise with `context` in brackets, and with a number if need be. */
  take(name: string, context: string): string;
}

/** `same` says what counts as the same name: SQLite, for one, does not tell capitals apart. */
export function createUniqueNames(same: (name: string) => string = (name) => name): UniqueNames {
  const taken = new Set<string>();
  const isFree = (name: string): boolean => !taken.has(same(name));
  return {
    take: (name, context) => {
      let own = isFree(name) ? name : `${name} (${context})`;
      for (let count = 2; !isFree(own); count += 1) own = `${name} (${context} ${count})`;
      taken.add(same(own));
      return own;
    },
  };
}
