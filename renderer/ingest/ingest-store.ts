// What Mirror is at with sound and pictures, as this window last heard it.
import { createContext, useContext } from 'react';
import { createStore, type StoreApi, useStore } from 'zustand';
import type { RecordingId } from '../../src/domain/ids.ts';
import type { IngestState } from '../../src/domain/ingest.ts';

export interface HeardState extends IngestState {
  /** By this window's clock. */
  readonly heardAtMs: number;
}

const NOTHING: HeardState = { running: null, waiting: [], alarm: null, heardAtMs: 0 };

export const createIngestStore = (): StoreApi<HeardState> => createStore(() => NOTHING);

export const IngestContext = createContext<StoreApi<HeardState> | undefined>(undefined);

/** Drawn again only when what is picked has changed: progress comes many times a second. */
export function useIngest<Picked>(pick: (state: HeardState) => Picked): Picked {
  const store = useContext(IngestContext);
  if (!store) throw new Error('IngestContext is missing above this component.');
  return useStore(store, pick);
}

/** What is under way of this recording. */
export const useRunning = (id: RecordingId) =>
  useIngest(({ running }) => (running?.recordingId === id ? running : null));

/** How many are before this recording, counting the one under way; undefined when it does not wait. */
export const useTurn = (id: RecordingId) =>
  useIngest(({ running, waiting }) => {
    const at = waiting.findIndex(({ recordingId }) => recordingId === id);
    return at < 0 ? undefined : at + (running ? 1 : 0);
  });
