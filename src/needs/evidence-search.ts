// What the core asks of whoever finds texts in the evidence; answers are looked for with it.
import type { SearchAnswer, SearchWish } from '../domain/search.ts';
import type { CancelSignal } from '../lib/cancel.ts';

export interface EvidenceSearch {
  /** What answers the words best, over all recordings and documents; see `SearchQuery` for what is understood. */
  search(query: SearchWish, options?: { readonly signal?: CancelSignal | undefined }): Promise<SearchAnswer>;
}
