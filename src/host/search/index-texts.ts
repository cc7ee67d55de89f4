// In: texts that can be found. Out: the same with their vectors, ready to be stored.
import type { SearchEntry } from '../../domain/search.ts';
import type { Progress } from '../../domain/progress.ts';
import type { Embedder } from '../../needs/embedder.ts';
import type { VectorEntry } from '../../needs/store.ts';

/** A sign of life now and then; a model takes some seconds for so many. */
const TEXTS_A_STEP = 256;

export async function* embedEntries(
  entries: readonly SearchEntry[],
  embedder: Embedder,
  signal?: AbortSignal,
): AsyncGenerator<Progress, VectorEntry[]> {
  const made: VectorEntry[] = [];
  for (let from = 0; from < entries.length; from += TEXTS_A_STEP) {
    yield { stage: 'index', done: from, total: entries.length, unit: 'texts' };
    const some = entries.slice(from, from + TEXTS_A_STEP);
    const vectors = await embedder.embed(
      some.map(({ text }) => text),
      { signal },
    );
    made.push(...some.map((entry, at) => ({ ...entry, vector: vectors[at] ?? new Float32Array(0) })));
  }
  return made;
}
