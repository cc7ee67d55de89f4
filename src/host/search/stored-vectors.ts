// In: the stored vectors of one model. Out: the likely nearest of them; kept in memory in a quarter of their size.
import type { SearchReader } from '../../../db/search-reader.ts';
import { createVectorIndex, type VectorIndex } from '../../lib/vector-index.ts';

export interface NearVector {
  readonly id: number;
  readonly vector: Float32Array;
}

export interface StoredVectors {
  /** Reads what `nearest` will need: some seconds for a hundred thousand. */
  load(model: string): void;
  /** Ids of entries with their vectors, as stored; the nearest are among the first, not in exact order. */
  nearest(
    model: string,
    query: Float32Array,
    options: { readonly count: number; readonly allows?: ((id: number) => boolean) | undefined },
  ): NearVector[];
}

interface Loaded {
  readonly model: string;
  readonly state: string;
  readonly index: VectorIndex;
  /** Rising; of each row of the index. */
  readonly ids: number[];
  /** How many there were when the middle was taken. */
  readonly measured: number;
}

/** The middle of so many vectors is that of all. */
const MEASURED = 4000;

export function createStoredVectors(reader: SearchReader): StoredVectors {
  let loaded: Loaded | undefined;

  const load = (model: string): Loaded => {
    const state = reader.readState();
    if (loaded?.model === model && loaded.state === state) return loaded;
    const isGrown = loaded !== undefined && loaded.ids.length > 4 * loaded.measured && loaded.measured < MEASURED;
    const before = loaded?.model === model && !isGrown ? loaded : undefined;
    loaded = before ? bringUpToDate(before, { reader, state }) : loadAll(model, { reader, state });
    return loaded;
  };

  return {
    load,
    nearest: (model, query, { count, allows }) => {
      const { index, ids } = load(model);
      // A vector of another length than asked with is of another model that took the same name.
      const found = index.nearest(query, {
        count,
        ...(allows && { allows: (row: number) => allows(ids[row] ?? -1) }),
      });
      return found.flatMap(({ row }) => {
        const id = ids[row] ?? -1;
        const vector = reader.findVector(id, model);
        return vector?.length === query.length ? [{ id, vector }] : [];
      });
    },
  };
}

interface Reading {
  readonly reader: SearchReader;
  readonly state: string;
}

function loadAll(model: string, { reader, state }: Reading): Loaded {
  const middle = meanOf(reader.readVectors(model, 0));
  const loaded: Loaded = {
    model,
    state,
    index: createVectorIndex(middle.mean),
    ids: [],
    measured: middle.count,
  };
  addNew(loaded, reader);
  return loaded;
}

/** Entries never change: some are gone, and new ones have higher ids. */
function bringUpToDate(before: Loaded, { reader, state }: Reading): Loaded {
  const there = new Set<number>();
  for (const [id] of reader.readPlaces()) there.add(id);
  const kept = before.ids.flatMap((id, row) => (there.has(id) ? [row] : []));
  const last = before.ids.at(-1) ?? 0;
  const ids = kept.map((row) => before.ids[row] ?? 0);
  if (kept.length < before.ids.length) before.index.keep(kept);
  const loaded: Loaded = { ...before, state, ids };
  addNew(loaded, reader, last);
  return loaded;
}

function addNew({ model, index, ids }: Loaded, reader: SearchReader, aboveId = 0): void {
  for (const [id, vector] of reader.readVectors(model, aboveId)) {
    index.add(vector);
    ids.push(id);
  }
}

function meanOf(vectors: Iterable<readonly [number, Float32Array]>): { mean: Float32Array; count: number } {
  let mean = new Float32Array(0);
  let count = 0;
  for (const [, vector] of vectors) {
    if (count === 0) mean = new Float32Array(vector.length);
    for (let at = 0; at < mean.length; at += 1) mean[at]! += vector[at]!;
    count += 1;
    if (count === MEASURED) break;
  }
  return { mean: mean.map((sum) => sum / Math.max(1, count)), count };
}
