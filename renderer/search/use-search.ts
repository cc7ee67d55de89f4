// What the core finds for the words in the field; what it found last stays until it has found the next. Without a word it
// says how much there is to search, and gets ready.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ProcessId } from '../../src/domain/ids.ts';
import type { SearchKind } from '../../src/domain/search.ts';
import { useMirror } from '../use-mirror.ts';

export interface Sought {
  readonly words: string;
  readonly kind: SearchKind | undefined;
  readonly processId: ProcessId | undefined;
}

export const hasWord = (words: string): boolean => /[\p{L}\p{N}]/u.test(words);

export function useSearch({ words, kind, processId }: Sought) {
  const input = {
    words: words.slice(0, 500),
    limit: 30,
    ...(kind && { kinds: [kind] }),
    ...(processId && { processId }),
  };
  return useQuery({
    ...useMirror().evidence.search.queryOptions({ input }),
    placeholderData: keepPreviousData,
    // New evidence may come at any moment, and asking again costs milliseconds.
    staleTime: 0,
  });
}
