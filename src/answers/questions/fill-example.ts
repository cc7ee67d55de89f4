// An example wording with names of the process in it, for people to ask.
import type { GraphName } from '../names/list-names.ts';

/** Names in the order of the graph, none twice; undefined where the process has too few. */
export function fillExample(example: string, names: readonly GraphName[]): string | undefined {
  const used = new Set<string>();
  let isWhole = true;
  const text = example.replaceAll(/\{(\w+)\}/g, (_, kind: string) => {
    const found = names.find((each) => each.kind === kind && !used.has(each.name));
    if (found === undefined) {
      isWhole = false;
      return '';
    }
    used.add(found.name);
    return found.name;
  });
  return isWhole ? text : undefined;
}
