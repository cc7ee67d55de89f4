import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useLink } from '../use-mirror.ts';
import { createIngestStore, IngestContext } from './ingest-store.ts';

/** Follows the work for as long as the window is there, whichever screen it shows. */
export function IngestPlace({ children }: { readonly children: ReactNode }) {
  const { client, state, epoch } = useLink();
  const queries = useQueryClient();
  const [store] = useState(createIngestStore);
  useEffect(() => {
    if (state !== 'open') return;
    const stages = createTanstackQueryUtils(client).ingest.key();
    const stop = new AbortController();
    const watch = async (): Promise<void> => {
      let last: string | undefined;
      for await (const now of await client.ingest.watch(undefined, { signal: stop.signal })) {
        store.setState(now);
        const at = `${now.running?.recordingId} ${now.running?.stage}`;
        if (at !== last) void queries.invalidateQueries({ queryKey: stages });
        last = at;
      }
    };
    // It ends with its connection, which the banner tells; the next connection is watched again.
    watch().catch(() => undefined);
    return () => stop.abort();
  }, [client, state, epoch, queries, store]);
  return <IngestContext value={store}>{children}</IngestContext>;
}
