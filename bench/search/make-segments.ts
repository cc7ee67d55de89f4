// Segments of made-up narrations, as many as wanted and the same every time, and queries that look for one of them.

export interface MadeQuery {
  readonly words: string;
  /** The segment it was made of. */
  readonly segment: number;
  readonly kind: 'words' | 'inflected' | 'slip' | 'begun' | 'phrase';
}

const VERBS =
  'check enter approve reject open close copy send forward confirm book cancel print scan archive upload compare review release block update collect assign return correct attach escalate reconcile register invoice'.split(
    ' ',
  );
const OBJECTS =
  'order invoice refund receipt contract ticket claim payment delivery customer supplier account address discount credit complaint warranty shipment stock price quote reminder statement voucher report form request mandate policy budget'.split(
    ' ',
  );
const PLACES = 'Atlas Ledgerly Outlook Excel Teams Portal Archive Helpdesk Warehouse Intranet Calendar Mailbox'.split(
  ' ',
);
const WHEN = ['every morning', 'before noon', 'on Fridays', 'at the end of the month', 'when it is late', 'right away'];
const FRAMES: readonly ((part: Parts) => string)[] = [
  ({ verb, object, place, name }) => `First I ${verb()} the ${object()} for ${name()} in ${place()}.`,
  ({ verb, object, name, when }) =>
    `Then ${name()} ${verb()}s the ${object()} ${when()}, and I ${verb()} the ${object()}.`,
  ({ verb, object, number, name }) =>
    `If the ${object()} is above ${number()}, it goes to ${name()}, who has to ${verb()} it.`,
  ({ verb, object, place }) => `We ${verb()} what is left of the ${object()} and ${verb()} it again in ${place()}.`,
  ({ object, name, number }) =>
    `The ${object()} of ${name()} has the number ${number()}, so I know which ${object()} it is.`,
  ({ verb, object, name, when }) =>
    `${when()} somebody at ${name()} ${verb()}s a ${object()} and calls us about the ${object()}.`,
];

interface Parts {
  verb(): string;
  object(): string;
  place(): string;
  when(): string;
  name(): string;
  number(): string;
}

const SYLLABLES = 'ka ro mi ten sal vo ri pel dun or fa bre gil men ver ing tor ci al pu sho ne wel ga'.split(' ');

export function makeSegments(count: number, random: () => number): string[] {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  const names = Array.from({ length: 6000 }, () => capital(Array.from({ length: 3 }, () => pick(SYLLABLES)).join('')));
  const parts: Parts = {
    verb: () => pick(VERBS),
    object: () => pick(OBJECTS),
    place: () => pick(PLACES),
    when: () => pick(WHEN),
    // A few are named all the time, most seldom.
    name: () => names[Math.floor(names.length * random() ** 2)]!,
    number: () => String(100 + Math.floor(random() * 90_000)),
  };
  return Array.from({ length: count }, () => pick(FRAMES)(parts));
}

/** Each asks for a few words of one segment, of which the rarest is among them, as people remember a name or a number. */
export function makeQueries(segments: readonly string[], count: number, random: () => number): MadeQuery[] {
  const kinds: readonly MadeQuery['kind'][] = ['words', 'words', 'inflected', 'slip', 'begun', 'phrase'];
  return Array.from({ length: count }, (_, at) => {
    const segment = Math.floor(random() * segments.length);
    const kind = kinds[at % kinds.length] ?? 'words';
    return { segment, kind, words: ask(segments[segment] ?? '', kind, random) };
  });
}

function ask(text: string, kind: MadeQuery['kind'], random: () => number): string {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (kind === 'phrase') return words.slice(0, 9).join(' ');
  const known = new Set([...VERBS, ...OBJECTS]);
  const rare = words.filter((word, at) => at > 0 && /^[A-Z]\w{4,}|\d{3}/.test(word) && !PLACES.includes(word));
  const common = words.filter((word) => known.has(word) || known.has(word.replace(/s$/, '')));
  const chosen = [...rare.slice(0, 2), ...shuffle(common, random).slice(0, 3)];
  if (kind === 'inflected') return chosen.map((word) => (known.has(word) ? inflect(word) : word)).join(' ');
  if (kind === 'slip')
    return chosen.map((word, at) => (at === chosen.length - 1 ? slip(word, random) : word)).join(' ');
  if (kind === 'begun') return [...chosen.slice(1), (chosen[0] ?? '').slice(0, -1)].join(' ');
  return chosen.join(' ');
}

const inflect = (word: string): string => (VERBS.includes(word) ? `${word.replace(/e$/, '')}ing` : `${word}s`);

/** Two letters change places, as fast fingers do it. */
function slip(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * Math.max(1, word.length - 3));
  return `${word.slice(0, at)}${word[at + 1] ?? ''}${word[at] ?? ''}${word.slice(at + 2)}`;
}

function shuffle<Item>(items: readonly Item[], random: () => number): Item[] {
  return items
    .map((item) => ({ item, key: random() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

const capital = (word: string): string => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
