// In: the stored entries, through a reader. Out: which of them answer a query. Held in memory by the search's thread.
import type { SearchReader } from '../../../db/search-reader.ts';
import type { SearchEntry, SearchKind } from '../../domain/search.ts';
import { rankTexts } from '../../evidence/search/rank-texts.ts';
import { createVocabulary, type SoughtWord, type Vocabulary } from '../../evidence/search/vocabulary.ts';
import { foldWord } from '../../lib/fold-words.ts';
import { fuseRanks } from '../../lib/fuse-ranks.ts';
import { cosine } from '../../lib/cosine.ts';
import { createStoredVectors, type StoredVectors } from './stored-vectors.ts';

export interface IndexQuery {
  readonly words: string;
  readonly processId: string | null;
  readonly kinds: readonly SearchKind[] | null;
  readonly count: number;
  /** What an embedder made of the words; null leaves vectors alone. */
  readonly meaning: QueryMeaning | null;
  /** Vectors of this model will be asked for soon: they are read now. */
  readonly soon?: string | null;
}

export interface QueryMeaning {
  /** The embedder's id. */
  readonly model: string;
  readonly vector: Float32Array;
  readonly near: number;
  readonly knowsMeaning: boolean;
}

export interface FoundEntry {
  readonly entry: SearchEntry;
  readonly hasAllWords: boolean;
}

export interface IndexAnswer {
  /** The best first. */
  readonly found: readonly FoundEntry[];
  /** Folded words that made texts fit, for marking. */
  readonly words: readonly string[];
  readonly corrected: readonly { readonly typed: string; readonly taken: string[] }[];
  readonly searched: number;
}

export interface SearchIndex {
  find(query: IndexQuery): IndexAnswer;
}

/** So many of each list take part in the common order. */
const DEPTH = 100;
/** So many are compared exactly, and each is read from the disk for that. */
const NEAREST = 50;
/** Nearness in spelling says little beside the words themselves. */
const WEIGHTS = { words: 1, meaning: 1, spelling: 0.4 } as const;

/** Reads what it needs when it is first asked, and again what has changed since. */
export function createSearchIndex(reader: SearchReader): SearchIndex {
  const vectors = createStoredVectors(reader);
  let read: { readonly state: string; readonly texts: Texts } | undefined;

  const refresh = (): Texts => {
    const state = reader.readState();
    if (read?.state !== state) read = { state, texts: readTexts(reader) };
    return read.texts;
  };

  return {
    find: (query) => {
      if (query.soon) vectors.load(query.soon);
      const all = refresh();
      const sought = all.vocabulary().seek(query.words);
      const allows = allowing(all, query);
      const byWords = rankTexts(sought, all, { count: Math.max(DEPTH, query.count), allows });
      const complete = new Set(byWords.filter(({ hasAllWords }) => hasAllWords).map(({ row }) => row));
      // How words are spelt says nothing more where a text has all of them.
      const needsMeaning = query.meaning?.knowsMeaning === true || complete.size === 0;
      const near = query.meaning && needsMeaning ? findNear(query.meaning, { all, vectors, allows }) : [];
      const order = fuseRanks([
        { items: byWords.map(({ row }) => row), weight: WEIGHTS.words },
        { items: near, weight: query.meaning?.knowsMeaning ? WEIGHTS.meaning : WEIGHTS.spelling },
      ]);
      const found = order.slice(0, query.count).flatMap((row) => {
        const entry = reader.findEntry(all.ids[row] ?? 0);
        return entry ? [{ entry, hasAllWords: complete.has(row) }] : [];
      });
      return { found, ...describe(sought), searched: countAllowed(all, allows) };
    },
  };
}

interface Texts {
  /** Rising; a row is a place in here. */
  readonly ids: Float64Array;
  readonly processes: readonly string[];
  readonly processOf: Uint16Array;
  readonly kinds: readonly string[];
  readonly kindOf: Uint8Array;
  readonly lengths: Uint32Array;
  readonly rowsWith: (word: string) => Uint32Array;
  readonly vocabulary: () => Vocabulary;
}

function readTexts(reader: SearchReader): Texts {
  const places = [...reader.readPlaces()];
  const ids = Float64Array.from(places, ([id]) => id);
  const processes = [...new Set(places.map(([, processId]) => processId))];
  const kinds = [...new Set(places.map(([, , kind]) => kind))];
  const numberOfProcess = new Map(processes.map((process, at) => [process, at]));
  const numberOfKind = new Map(kinds.map((kind, at) => [kind, at]));
  const known = new Map<string, Uint32Array>();
  let vocabulary: Vocabulary | undefined;
  return {
    ids,
    processes,
    processOf: Uint16Array.from(places, ([, processId]) => numberOfProcess.get(processId) ?? 0),
    kinds,
    kindOf: Uint8Array.from(places, ([, , kind]) => numberOfKind.get(kind) ?? 0),
    lengths: Uint32Array.from(places, ([, , , characters]) => characters),
    // A frequent word is asked for again and again: reading its texts costs more than all the rest of a search.
    rowsWith: (word) => {
      const rows = known.get(word) ?? toRows(reader.readIdsWith(word), ids);
      known.set(word, rows);
      return rows;
    },
    vocabulary: () => (vocabulary ??= createVocabulary(reader.readWords())),
  };
}

/** Both rise; an id that is not among them was added since, and is found the next time. */
function toRows(wanted: readonly number[], ids: Float64Array): Uint32Array {
  const rows = new Uint32Array(wanted.length);
  let [count, row] = [0, 0];
  for (const id of wanted) {
    while (row < ids.length && (ids[row] ?? 0) < id) row += 1;
    if (ids[row] === id) rows[count++] = row;
  }
  return rows.subarray(0, count);
}

type Allows = ((row: number) => boolean) | undefined;

function allowing({ processes, processOf, kinds, kindOf }: Texts, query: IndexQuery): Allows {
  const process = query.processId === null ? undefined : processes.indexOf(query.processId);
  const wanted = query.kinds && new Set<number>(query.kinds.map((kind) => kinds.indexOf(kind)));
  if (process === undefined && !wanted) return undefined;
  return (row) => (process === undefined || processOf[row] === process) && (!wanted || wanted.has(kindOf[row] ?? -1));
}

function countAllowed({ ids }: Texts, allows: Allows): number {
  if (!allows) return ids.length;
  let count = 0;
  for (let row = 0; row < ids.length; row += 1) count += allows(row) ? 1 : 0;
  return count;
}

interface Near {
  readonly all: Texts;
  readonly vectors: StoredVectors;
  readonly allows: Allows;
}

/** Rows of texts whose vectors are near enough, the nearest first, by their exact likeness. */
function findNear({ model, vector, near }: QueryMeaning, { all, vectors, allows }: Near): number[] {
  const rowOf = (id: number): number => findRow(all.ids, id);
  const likely = vectors.nearest(model, vector, {
    count: NEAREST,
    allows: allows && ((id) => allows(rowOf(id))),
  });
  const exact = likely.map((each) => ({ row: rowOf(each.id), likeness: cosine(vector, each.vector) }));
  const enough = exact.filter(({ row, likeness }) => row >= 0 && likeness >= near);
  return enough.toSorted((a, b) => b.likeness - a.likeness).map(({ row }) => row);
}

/** -1 for an id that is not there. */
function findRow(ids: Float64Array, id: number): number {
  let [low, high] = [0, ids.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ids[middle] ?? 0) < id) low = middle + 1;
    else high = middle;
  }
  return ids[low] === id ? low : -1;
}

function describe(sought: readonly SoughtWord[]): Pick<IndexAnswer, 'words' | 'corrected'> {
  return {
    words: sought.flatMap(({ forms }) => forms.map(({ word }) => foldWord(word))),
    corrected: sought
      .filter(({ isCorrected }) => isCorrected)
      .map(({ typed, forms }) => ({ typed, taken: forms.map(({ word }) => word) })),
  };
}
