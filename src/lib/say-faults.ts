// What is wrong with a value that a shape refused, in one line.
interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** "words.0: expected string; limit: too large"; at most five faults. */
export function sayFaults({ issues }: { readonly issues: readonly Fault[] }): string {
  return issues
    .slice(0, 5)
    .map(({ path, message }) => [path.map(String).join('.'), message].filter(Boolean).join(': '))
    .join('; ');
}
