// In: answers without a model, hits of a search, moments. Out: the same as items that a model can cite.
import type { Answer } from '../../domain/answer.ts';
import type { EvidenceRef } from '../../domain/evidence.ts';
import type { SearchHit } from '../../domain/search.ts';
import type { Citation } from '../../domain/views.ts';
import type { Item, Shown } from './item.ts';
import { collect, type Openness, show } from './show.ts';

const PLAIN = { rank: null, highest: [], lowest: [] } as const;

interface Known {
  readonly openness: Openness;
  /** Names of the map. */
  readonly names: ReadonlySet<string>;
}

/** The sentences of an answer; at `figures` its values alone. Nothing for a refusal. */
export function itemsOfAnswer(
  { sentences, values, provenance, isAnswered }: Answer,
  { openness, names }: Known,
): Item[] {
  if (!isAnswered) return [];
  return sentences.flatMap(({ text, citations }, at): Item[] => {
    const found = collect();
    const shown = at === 0 ? show(values, [], found, { openness, names, labelOf: new Map() }) : undefined;
    const isOpen = openness === 'words';
    const fields: (readonly [string, Shown])[] = [
      ...(isOpen ? [['sentence', { word: text }] as const] : []),
      ...(shown === undefined ? [] : [['values', shown] as const]),
    ];
    if (fields.length === 0) return [];
    const named = isOpen ? [...names].filter((name) => text.includes(name)) : [];
    return [
      {
        ...PLAIN,
        shown: { fields },
        facts: found.facts,
        names: [...new Set([...found.names, ...named])],
        told: isOpen ? [...found.told, text] : found.told,
        words: found.words,
        evidence: citations,
        provenance: provenance ?? 'inferred',
      },
    ];
  });
}

/** Words somebody said, or a screen or a page shows: they are quoted or not used. */
export const itemOfHit = ({ kind, source, actor, role, text, ref }: SearchHit): Item =>
  itemOfWords({ as: kind, source, actor, role, text }, ref);

/** What stands around the moment. */
export const itemOfMoment = ({ source, actor, role, text, context, rows, ref }: Citation): Item =>
  itemOfWords({ as: ref.kind, source, actor, role, text: context ?? text, rows }, ref);

interface Words {
  readonly as: string;
  readonly source: string;
  readonly actor: string | null;
  readonly role: string | null;
  readonly text: string;
  readonly rows?: Citation['rows'];
}

function itemOfWords({ as, source, actor, role, text, rows = [] }: Words, ref: EvidenceRef): Item {
  const who = [actor, role].filter((each) => each !== null);
  const shownRows = rows.map(({ case: name, activity, startMs, endMs, resource, role: by }) =>
    [name, activity, startMs === null ? null : utc(startMs), utc(endMs), resource, by]
      .filter((each) => each !== null)
      .join(', '),
  );
  return {
    ...PLAIN,
    shown: {
      fields: [
        ['as', { figure: as }],
        ['source', { word: source }],
        ...(who.length > 0 ? [['by', who.map((word) => ({ word }))] as const] : []),
        ['text', { word: text }],
        ...(shownRows.length > 0 ? [['rows', shownRows.map((word) => ({ word }))] as const] : []),
      ],
    },
    facts: [],
    names: [...who, source],
    told: shownRows,
    words: [text],
    evidence: [ref],
    provenance: ref.kind === 'log' || ref.kind === 'event' || ref.kind === 'frame' ? 'observed' : 'stated',
  };
}

const utc = (ms: number): string => new Date(ms).toISOString().slice(0, 16).replace('T', ' ');
