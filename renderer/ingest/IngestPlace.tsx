import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import type { Link } from '../client.ts';
import { useLink } from '../use-mirror.ts';
import { createIngestStore, IngestContext } from './ingest-store.ts';

interface Hearing {
  readonly store: ReturnType<typeof createIngestStore>;
  readonly queries: QueryClient;
  readonly signal: AbortSignal;
}

/** Follows the work for as long as the window is there, whichever screen it shows. */
export function IngestPlace({ children }: { readonly children: ReactNode }) {
  const { client, state } = useLink();
  const queries = useQueryClient();
  const [store] = useState(createIngestStore);
  useEffect(() => {
    if (state !== 'open') return;
    const stop = new AbortController();
    // It ends with its connection, which the banner tells; the next connection is watched again.
    hear(client, { store, queries, signal: stop.signal }).catch(() => undefined);
    return () => stop.abort();
  }, [client, state, queries, store]);
  return <IngestContext value={store}>{children}</IngestContext>;
}

async function hear(client: Link['client'], { store, queries, signal }: Hearing): Promise<void> {
  const stages = createTanstackQueryUtils(client).ingest.key();
  let last: string | undefined;
  for await (const now of await client.ingest.watch(undefined, { signal })) {
    store.setState({ ...now, heardAtMs: Date.now() });
    const at = `${now.running?.recordingId} ${now.running?.stage}`;
    if (at !== last) void queries.invalidateQueries({ queryKey: stages });
    last = at;
  }
}
