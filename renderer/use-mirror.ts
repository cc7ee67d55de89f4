// How screens reach the core: the client of the present connection, and the queries made from it.
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { EvidenceRef } from '../src/domain/evidence.ts';
import type { ProcessId, RecordingId } from '../src/domain/ids.ts';
import type { Connection, Link } from './client.ts';

export const ConnectionContext = createContext<Connection | undefined>(undefined);

/** The connection this window was given. */
export function useConnection(): Connection {
  const connection = useContext(ConnectionContext);
  if (!connection) throw new Error('ConnectionContext is missing above this component.');
  return connection;
}

export function useLink(): Link {
  const connection = useConnection();
  return useSyncExternalStore(connection.subscribe, connection.read);
}

/** Query and mutation options for every procedure; keys stay the same across connections. */
export function useMirror() {
  const { client } = useLink();
  return useMemo(() => createTanstackQueryUtils(client), [client]);
}

export const useInfo = () => useQuery(useMirror().app.info.queryOptions());

export const useProcesses = () => useQuery(useMirror().process.list.queryOptions());

export const useProcess = (processId: ProcessId) =>
  useQuery(useMirror().process.open.queryOptions({ input: { processId } }));

export const useRecording = (recordingId: RecordingId) =>
  useQuery(useMirror().recording.open.queryOptions({ input: { recordingId } }));

/** Those of a recording that is worked through become more: the change is announced. */
export const usePictures = (recordingId: RecordingId) =>
  useQuery(useMirror().recording.pictures.queryOptions({ input: { recordingId } }));

export const usePicture = (recordingId: RecordingId, atMs: number) =>
  useQuery(useMirror().recording.picture.queryOptions({ input: { recordingId, atMs } }));

export const useCorrectionList = (processId: ProcessId) =>
  useQuery(useMirror().corrections.list.queryOptions({ input: { processId } }));

export const useQuestions = (processId: ProcessId) =>
  useQuery(useMirror().questions.list.queryOptions({ input: { processId } }));

/** Several recordings at once, for what is told in more than one. */
export function useRecordings(recordingIds: readonly RecordingId[]) {
  const mirror = useMirror();
  return useQueries({
    queries: recordingIds.map((recordingId) => mirror.recording.open.queryOptions({ input: { recordingId } })),
  });
}

/** Evidence is never changed once stored, so what was cited stays cited. */
export const useCitations = (refs: readonly EvidenceRef[]) =>
  useQuery(useMirror().evidence.cite.queryOptions({ input: { refs: [...refs] }, staleTime: Number.POSITIVE_INFINITY }));

/** Fetches again what has changed, as long as the window is open, and everything after a new connection. */
export function useWatch(): void {
  const { client, state, epoch } = useLink();
  const queries = useQueryClient();
  useEffect(() => {
    if (state !== 'open') return;
    const mirror = createTanstackQueryUtils(client);
    // Calls that wait on the connection before this one would wait for ever.
    if (epoch > 0) void queries.cancelQueries().then(() => queries.invalidateQueries());
    const stop = new AbortController();
    const watch = async (): Promise<void> => {
      const changes = await client.app.watch(undefined, { signal: stop.signal });
      for await (const { changed } of changes) {
        void queries.invalidateQueries({ queryKey: mirror.process.key() });
        if (changed !== 'process') continue;
        void queries.invalidateQueries({ queryKey: mirror.recording.key() });
        void queries.invalidateQueries({ queryKey: mirror.document.key() });
        void queries.invalidateQueries({ queryKey: mirror.corrections.key() });
        void queries.invalidateQueries({ queryKey: mirror.questions.key() });
        void queries.invalidateQueries({ queryKey: mirror.compare.key() });
        void queries.invalidateQueries({ queryKey: mirror.performance.key() });
      }
    };
    // A watch ends with its connection, which the banner already tells; the next connection watches again.
    watch().catch(() => undefined);
    return () => stop.abort();
  }, [client, state, epoch, queries]);
}
