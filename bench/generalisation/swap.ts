// Swaps the names, systems, roles and objects of an annotated narration for invented ones, everywhere at once.
import words from './words.json' with { type: 'json' };

/** The parts of an annotated narration that say what is a name, a role, a system or an object. */
export interface Annotated {
  readonly narrator: { readonly name: string; readonly role: string };
  readonly transcript: { readonly segments: readonly { readonly text: string }[] };
  readonly events: readonly { readonly app: string; readonly title: string }[];
  readonly roleAliases?: Readonly<Record<string, readonly string[]>>;
  readonly gold: {
    readonly activities: readonly { readonly system: string | null; readonly artifact: string | null }[];
  };
}

export type Swap = (text: string) => string;

/** What can be swapped; `teams` are roles of one word. */
export const KINDS = ['names', 'systems', 'roles', 'teams', 'objects'] as const;
export type Kind = (typeof KINDS)[number];

const KEEP = new Set([
  'email',
  'phone',
  'handheld',
  'book',
  'website',
  'i',
  'me',
  'narrator',
  'it',
  'hr',
  'new',
  'hire',
  'person',
  'system',
]);
const MULTI_USE = new Set([
  'order',
  'list',
  'call',
  'photo',
  'result',
  'name',
  'date',
  'note',
  'notes',
  'form',
  'number',
  'file',
  'credit',
  'hold',
  'table',
  'report',
  'refund',
  'return',
  'label',
  'batch',
  'run',
  'email',
  'details',
  'history',
  'queue',
  'meeting',
  'contract',
  'grade',
  'message',
  'line',
  'survey',
  'request',
  'folder',
  'inbox',
  'book',
  'sheet',
  'proof',
  'delivery',
  'confirmation',
  'proposal',
  'lead',
]);

/** Part of a product's name, and the plain word for what it is: an invented word would take away what is said. */
const GENERIC = new Set([
  'sheet',
  'sheets',
  'form',
  'forms',
  'mail',
  'drive',
  'calendar',
  'website',
  'portal',
  'board',
]);

/** One mapping for a whole set of narrations, so that colleagues still name the same people and systems. */
export function buildSwap(narrations: readonly Annotated[], kinds: ReadonlySet<string> = new Set(KINDS)): Swap {
  const map = new Map<string, string>();
  // What nobody says and no window shows is left alone: the gold's own spelling of it would no longer fit the talk.
  const shown = narrations.flatMap((each) => [
    ...each.transcript.segments.map(({ text }) => text),
    ...each.events.map(({ app, title }) => `${app} ${title}`),
  ]);
  const said = new Set(
    shown
      .join(' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu),
  );
  // A name that people also use as a verb has no invented stand-in that still is a verb.
  const isDone = (word: string) => new RegExp(`\\b${word} (?:them|him|her|me|us|it)\\b`, 'i').test(shown.join(' '));
  const isSaid = (word: string) => word.split(' ').every((part) => said.has(part) || said.has(`${part}s`));
  const deal = (kind: Kind, from: Iterable<string>) => {
    const to = words[kind];
    if (!kinds.has(kind)) return;
    let next = 0;
    for (const word of [...new Set(from)].sort()) {
      const stand = to[next % to.length];
      if (
        word.length < 3 ||
        KEEP.has(word.toLowerCase()) ||
        map.has(word.toLowerCase()) ||
        stand === undefined ||
        !isSaid(word.toLowerCase()) ||
        (kind === 'systems' && (GENERIC.has(word.toLowerCase()) || isDone(word)))
      )
        continue;
      map.set(word.toLowerCase(), stand);
      next += 1;
    }
  };
  const aliases = narrations.flatMap((each) =>
    Object.entries(each.roleAliases ?? {}).flatMap(([role, names]) => [role, ...names]),
  );
  deal(
    'names',
    [...aliases.flatMap((alias) => alias.split(' ')), ...narrations.map((each) => each.narrator.name)].filter((word) =>
      /^[A-Z][a-z]+$/.test(word),
    ),
  );
  deal(
    'systems',
    narrations
      .flatMap((each) => each.gold.activities.flatMap(({ system }) => splitName(system ?? '')))
      .filter((word) => /^[A-Z]/.test(word)),
  );
  deal(
    'roles',
    [...aliases, ...narrations.map((each) => each.narrator.role)].filter((alias) =>
      /^(?!our |their |person |whoever )[a-z]+ [a-z]+$/.test(alias),
    ),
  );
  deal(
    'teams',
    // A word that is also part of a longer role ("kitchen" of "kitchen manager"), or of a thing, stays.
    aliases.filter(
      (alias) =>
        /^[a-z]{4,}$/.test(alias) &&
        !MULTI_USE.has(alias) &&
        !aliases.some((other) => other !== alias && other.split(' ').includes(alias) && isSaid(other)),
    ),
  );
  deal(
    'objects',
    narrations
      .flatMap((each) => each.gold.activities.map(({ artifact }) => (artifact ?? '').split(' ').at(-1) ?? ''))
      .filter((word) => /^[a-z]{4,}$/.test(word) && !MULTI_USE.has(word)),
  );
  return (text) => replaceAll(text, map);
}

/** The words of a system's name; of a name of several words the last may be said in the singular. */
function splitName(name: string): string[] {
  const parts = name.split(' ');
  return parts.length > 1 ? [...parts.slice(0, -1), (parts.at(-1) ?? '').replace(/s$/, '')] : parts;
}

/** Longest first, whole words, plural and capitals kept. */
function replaceAll(text: string, map: ReadonlyMap<string, string>): string {
  const keys = [...map.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(${keys.map((key) => key.replace(/[.*+?^$(){}|[\]\\]/g, '\\$&')).join('|')})(s?)(?![\\p{L}\\p{N}])`,
    'giu',
  );
  return text.replace(pattern, (whole: string, key: string, plural: string) => {
    const stand = map.get(key.toLowerCase()) ?? key;
    // A name that is also a plain word is only meant with its capital, where there are capitals at all.
    const isCommonUse = /^[A-Z]/.test(stand) && /^[a-z]/.test(whole) && text !== text.toLowerCase();
    if (isCommonUse) return whole;
    if (whole === whole.toLowerCase() && text === text.toLowerCase()) return stand.toLowerCase() + plural;
    return (/^[A-Z]/.test(whole) ? stand.charAt(0).toUpperCase() + stand.slice(1) : stand) + plural;
  });
}

/** Every string of a JSON value, keys of objects included. */
export function swapValue(value: unknown, swap: Swap, keep: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return swap(value);
  if (Array.isArray(value)) return value.map((each) => swapValue(each, swap, keep));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      keep.has(key) ? each : key === 'roleAliases' ? swapAliases(each, swap) : swapValue(each, swap, keep),
    ]),
  );
}

/** The one object whose keys are words of the talk: roles, with what else they are called. */
function swapAliases(aliases: unknown, swap: Swap): unknown {
  return Object.fromEntries(
    Object.entries((aliases ?? {}) as Record<string, readonly string[]>).map(([role, words]) => [
      swap(role),
      words.map(swap),
    ]),
  );
}
