// In: what a tool of the graph gives. Out: its parts as items that can be cited, with their place in the list.
import { EvidenceRef, Provenance } from '../../domain/evidence.ts';
import { type AnswerInput } from '../answer-input.ts';
import { listNames } from '../names/list-names.ts';
import { lookedThrough } from '../questions/kinds/tell.ts';
import { citeSome } from '../tools/cite-some.ts';
import type { Item, LookUp } from './item.ts';
import { collect, labelFor, type Openness, show, type ShowOptions } from './show.ts';

/** What is shown of people's words beside a finding. */
const [MOST_QUOTES, MOST_CHARACTERS] = [2, 240];

export function openShowing(from: AnswerInput, openness: Openness): ShowOptions {
  return {
    openness,
    names: new Set([from.process.name, ...listNames(from).map(({ name }) => name)]),
    labelOf: new Map(from.graph.activities.map(({ id, label }) => [id as string, label])),
  };
}

/** `output` as the tool's own shape parsed it; `lists` are the names of its fields that are lists of things. */
export function makeItems(
  output: object,
  {
    lists,
    asked,
    from,
    options,
  }: {
    readonly lists: readonly string[];
    readonly asked: readonly string[];
    readonly from: AnswerInput;
    readonly options: ShowOptions;
  },
): LookUp {
  const rest: Part = Object.fromEntries(
    Object.entries(output).filter(([key, value]) => !lists.includes(key) && value !== null),
  );
  const refs = refsOf(rest);
  // Pairs that are counted over whole logs have no rows of their own: those of the whole show them.
  const grounded = (list: unknown): Part[] =>
    (list as Part[]).map((part) => (refs.length > 0 && refsOf(part).length === 0 ? { ...part, evidence: refs } : part)); // its shape says that it is a list of things
  const items = Object.entries(output).flatMap(([key, list]) =>
    lists.includes(key)
      ? [
          summarise({ key, list: grounded(list), asked, from, options }),
          ...makeList(grounded(list), { asked, options }),
        ]
      : [],
  );
  const note = refs.length === 0 && lists.length === 0 ? sayNote(rest) : null;
  return {
    items: [...(refs.length > 0 ? [makeItem(rest, { refs, asked, options })] : []), ...items],
    note,
    leftOut: 0,
    problem: null,
  };
}

type Part = Readonly<Record<string, unknown>>;

const refsOf = (part: Part): EvidenceRef[] => EvidenceRef.array().catch([]).parse(part['evidence']);

interface Making {
  readonly asked: readonly string[];
  readonly options: ShowOptions;
}

function makeItem(part: Part, { refs, asked, options }: Making & { readonly refs: readonly EvidenceRef[] }): Item {
  const found = collect();
  const fields = show(part, [], found, options);
  const quotes = options.openness === 'words' ? quotesOf(refs) : [];
  const shown = fields !== undefined && 'fields' in fields ? fields.fields : [];
  return {
    shown: {
      fields: [...shown, ...(quotes.length > 0 ? [['said', quotes.map((word) => ({ word }))] as const] : [])],
    },
    facts: found.facts,
    names: [...new Set([...found.names, ...asked.filter((each) => options.names.has(each))])],
    told: found.told,
    words: [...found.words, ...quotes],
    evidence: refs,
    provenance: Provenance.catch('inferred').parse(part['provenance']),
    rank: null,
    highest: [],
    lowest: [],
  };
}

function quotesOf(refs: readonly EvidenceRef[]): string[] {
  const quotes = refs.flatMap((ref) => ('quote' in ref && ref.quote ? [ref.quote] : []));
  return [...new Set(quotes)].slice(0, MOST_QUOTES).filter(({ length }) => length <= MOST_CHARACTERS);
}

/** With who is first and last of it in each number that several of them have. */
function makeList(list: readonly Part[], making: Making): Item[] {
  const items = list.map((part) => makeItem(part, { ...making, refs: refsOf(part) }));
  const sides = new Map<string, { highest: number; lowest: number; n: number }>();
  for (const { facts } of items) {
    for (const { label, value } of facts) {
      const known = sides.get(label) ?? { highest: value, lowest: value, n: 0 };
      sides.set(label, {
        highest: Math.max(known.highest, value),
        lowest: Math.min(known.lowest, value),
        n: known.n + 1,
      });
    }
  }
  const labels = ({ facts }: Item, side: 'highest' | 'lowest'): string[] =>
    facts
      .filter(({ label, value }) => (sides.get(label)?.n ?? 0) > 1 && sides.get(label)?.[side] === value)
      .map(({ label }) => label);
  return items.map((item, at) => ({
    ...item,
    rank: at + 1,
    highest: labels(item, 'highest'),
    lowest: labels(item, 'lowest'),
  }));
}

interface Summary extends Making {
  readonly key: string;
  readonly list: readonly Part[];
  readonly from: AnswerInput;
}

/** How many there are of it; that there is none is shown by what was looked through. */
function summarise({ key, list, asked, from, options }: Summary): Item {
  const refs = citeSome(list.map((part) => ({ evidence: refsOf(part) })));
  const counts = list.map((part) => part['count']).filter((each) => typeof each === 'number');
  const times = counts.length === list.length && counts.length > 1 ? counts.reduce((sum, each) => sum + each, 0) : null;
  const named = labelFor([key]);
  return {
    ...makeItem(
      { provenance: list[0]?.['provenance'] ?? 'inferred' },
      { refs: refs.length > 0 ? refs : lookedThrough(from), asked, options: { ...options, openness: 'figures' } },
    ),
    shown: {
      fields: [
        ['list', { figure: key }],
        ['places', { figure: String(list.length) }],
        ...(times === null ? [] : [['timesInAll', { figure: String(times) }] as const]),
        ...(asked.length === 0 ? [] : [['for', asked.map((word) => ({ word }))] as const]),
      ],
    },
    facts: [
      { value: list.length, unit: 'count', label: `${named} total` },
      ...(times === null ? [] : [{ value: times, unit: 'count' as const, label: `${named} count` }]),
    ],
  };
}

const sayNote = (rest: Part): string =>
  Object.entries(rest)
    .filter(([key]) => key !== 'evidence')
    .map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('; ');
