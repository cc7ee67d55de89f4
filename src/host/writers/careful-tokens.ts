// In: a writer of which nobody knows how much it reads at once. Out: what is surely not too much.
import type { WriterEntry } from '../../domain/writer.ts';
import { placeOf } from './place-of.ts';

/** Tokens. Servers of this machine cut off silently what is more, so they get what Ollama gives where it is told nothing. */
export function carefulTokens(entry: Pick<WriterEntry, 'dialect' | 'url' | 'model'>): number {
  if (!placeOf(entry).isBeyond) return 4096;
  // No model of these that is still served reads less.
  if (entry.dialect === 'anthropic') return 100_000;
  return entry.dialect === 'google' ? 32_000 : 8192;
}
