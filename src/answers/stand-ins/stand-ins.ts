// In: texts that are about to leave. Out: the same with stand-ins for whoever and whatever they name, and the way back.
import {
  createFinders,
  findNamed,
  type Finders,
  KIND_WORD,
  LABEL,
  type Named,
  STAND_IN_KINDS,
  type StandInKind,
} from './find-named.ts';

/** What a process names: found in every text, however it is written there. */
export interface StandInNames {
  readonly person: readonly string[];
  readonly system: readonly string[];
  /** Of the process, its logs and whatever else is only a title. */
  readonly title: readonly string[];
  /** Words with capitals that name nothing but work: roles, activities, artifacts. */
  readonly plain: readonly string[];
}

/** Stable while it is kept: of one conversation. Real names stay inside of it. */
export interface StandIns {
  learn(names: StandInNames): void;
  /** With stand-ins: "Person A asks Customer 3 for Amount 2." */
  hide(text: string): string;
  /** The other way round, inflected and joined ones included: "Person A's", "Persons A and B". Others are left alone. */
  show(text: string): string;
  /** All that was replaced so far. */
  list(): { readonly standIn: string; readonly name: string }[];
}

export function createStandIns(): StandIns {
  const known: StandInNames[] = [];
  const byName = new Map<string, string>();
  const byStandIn = new Map<string, string>();
  /** Of each that is meant: its label, and the ways in which it was written, the whole name first. */
  const meant = new Map<string, { readonly label: string; readonly ways: string[] }>();
  const counts = new Map<StandInKind, number>();

  const nextLabel = (kind: StandInKind): string => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return kind === 'person' ? lettersOf(count) : String(count);
  };

  const standInFor = ({ kind, name, of }: Named): string => {
    const given = byName.get(`${kind} ${name}`);
    if (given !== undefined) return given;
    const who = meant.get(`${kind} ${of}`) ?? { label: nextLabel(kind), ways: [of] };
    meant.set(`${kind} ${of}`, who);
    if (!who.ways.includes(name)) who.ways.push(name);
    const at = who.ways.indexOf(name);
    // Nobody is written in so many ways; whoever is counts as somebody else.
    const label = at < MOST_WAYS ? `${who.label}${wayOf(kind, at)}` : nextLabel(kind);
    const standIn = `${STAND_IN_KINDS[kind]} ${label}`;
    byName.set(`${kind} ${name}`, standIn);
    byStandIn.set(`${STAND_IN_KINDS[kind].toLowerCase()} ${label}`, name);
    return standIn;
  };

  let finders: Finders | undefined;
  const openFinders = (): Finders =>
    createFinders({
      person: known.flatMap(({ person }) => person),
      system: known.flatMap(({ system }) => system),
      title: known.flatMap(({ title }) => title),
      plain: known.flatMap(({ plain }) => plain),
    });

  /** The same names come again and again in what tools find. */
  const hiddenOf = new Map<string, string>();
  const hide = (text: string): string => {
    let hidden = '';
    let at = 0;
    for (const named of findNamed(text, (finders ??= openFinders()))) {
      hidden += text.slice(at, named.start) + standInFor(named);
      at = named.end;
    }
    return hidden + text.slice(at);
  };

  return {
    learn: (names) => {
      if (known.some((each) => JSON.stringify(each) === JSON.stringify(names))) return;
      known.push(names);
      finders = undefined;
      hiddenOf.clear();
    },
    hide: (text) => {
      const done = hiddenOf.get(text);
      if (done !== undefined) return done;
      const hidden = hide(text);
      if (hiddenOf.size >= MOST_REMEMBERED) hiddenOf.clear();
      hiddenOf.set(text, hidden);
      return hidden;
    },
    show: (text) => showAgain(text, byStandIn),
    list: () => [...byName].map(([key, standIn]) => ({ standIn, name: key.slice(key.indexOf(' ') + 1) })),
  };
}

/** 1 is A, 26 is Z, 27 is AA. */
function lettersOf(count: number): string {
  const last = String.fromCodePoint(65 + ((count - 1) % 26));
  return count <= 26 ? last : lettersOf(Math.floor((count - 1) / 26)) + last;
}

const MOST_WAYS = 25;
const MOST_REMEMBERED = 5000;

/** "A" and "A2", "1" and "1b". */
const wayOf = (kind: StandInKind, at: number): string =>
  at === 0 ? '' : kind === 'person' ? String(at + 1) : String.fromCodePoint(97 + at);

const END = String.raw`(?![\p{L}\p{N}])`;
const JOINED = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(${KIND_WORD})[sS][\s_\u00a0-]+(${LABEL}${END}(?:(?:\s*,\s*|\s*,?\s+(?:and|or|und|&)\s+)${LABEL}${END})+)`,
  'gu',
);
const ONE = new RegExp(String.raw`(?<![\p{L}\p{N}])(${KIND_WORD})[\s_\u00a0-]+(${LABEL})${END}`, 'gu');
const EACH = new RegExp(String.raw`(?<![\p{L}\p{N}])${LABEL}${END}`, 'gu');

/** Letters of a person are always capitals: "a person a day" names nobody. */
function showAgain(text: string, byStandIn: ReadonlyMap<string, string>): string {
  const nameOf = (kind: string, label: string): string | undefined => byStandIn.get(`${kind.toLowerCase()} ${label}`);
  const joined = text.replaceAll(JOINED, (whole, kind: string, labels: string) => {
    const isKnown = [...labels.matchAll(EACH)].every(([label]) => nameOf(kind, label) !== undefined);
    return isKnown ? labels.replaceAll(EACH, (label) => nameOf(kind, label) ?? label) : whole;
  });
  return joined.replaceAll(ONE, (whole, kind: string, label: string) => nameOf(kind, label) ?? whole);
}
