// In: a host. Out: its search, for whoever asks once and is gone.
import type { Services } from '../../api/services.ts';
import type { Host } from '../host.ts';
import { indexMissing } from './index-missing.ts';

/**
 * A core that stays open makes what is missing in the background, and searches what is there. A command of the terminal
 * has no such time: before it searches it makes the words to be found that an interrupted run, or an older Mirror,
 * has left out.
 */
export function searchWhole(host: Host, staysOpen: boolean): Services['search'] {
  return async (query, signal) => {
    if (!staysOpen) for await (const _ of indexMissing(host, signal)) continue;
    return host.search.search(query, { signal });
  };
}
