// In: a process. Out: the names of people that its recordings and corrections know, for the rule that takes names out.
import type { ProcessId } from '../../domain/ids.ts';
import type { Store } from '../../needs/store.ts';
import { learnDictionary } from '../../steps/corrections/learn-dictionary.ts';

/** Who recorded, and the names that a correction said the role of. Single names of whole ones as well: "Anna Smith", "Anna". */
export function listNames(store: Store, id: ProcessId): string[] {
  const actors = store.listRecordings(id).flatMap(({ actor }) => (actor === null ? [] : [actor]));
  const { roles } = learnDictionary(
    store.listCorrections(id),
    store.listNarrated(id).map(({ extraction }) => extraction),
  );
  const whole = [...actors, ...roles.keys()];
  const parts = whole.flatMap((name) => name.split(/\s+/)).filter((part) => part.length > 2);
  return [...new Set([...whole, ...parts])];
}
