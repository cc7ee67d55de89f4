// The names people and programs give to the columns of an event log, in eight languages, the surest first.
import names from './data/column-names.json' with { type: 'json' };

type Known = (typeof names)['english'];

/** What a column can be known to hold by its name. */
export type NamedRole = keyof Known;

/** Names of the role in plain form (see `plainName`), English ones first. */
export function namesOf(role: NamedRole): readonly string[] {
  const languages: readonly Partial<Known>[] = Object.values(names);
  return languages.flatMap((language) => language[role]?.split(' ') ?? []);
}

/** A name without case, marks and punctuation: "Vorgangs-Nr." and "vorgangsnr" are one, and so are "Tätigkeit" and "TATIGKEIT". */
export const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ł', 'l')
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
