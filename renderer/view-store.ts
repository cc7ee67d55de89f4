// What the person has set up on screen and no address remembers: map detail, overlays, the open player.
import { createContext, useContext } from 'react';
import { createStore, type StoreApi, useStore } from 'zustand';
import type { RecordingId } from '../src/domain/ids.ts';

/** A moment of a recording to play or read; `nonce` makes asking again for the same moment a new wish. */
export interface Moment {
  readonly recordingId: RecordingId;
  readonly startMs: number;
  readonly endMs: number;
  readonly quote: string | undefined;
  readonly nonce: number;
}

/** What was just done, or why it could not be. The next one takes its place. */
export interface Toast {
  readonly text: string;
  readonly tone: 'done' | 'problem';
  readonly action?: { readonly label: string; readonly run: () => void };
}

export interface ViewState {
  /** Share of passes shown on the map; undefined means the readable default. */
  readonly share01: number | undefined;
  readonly showsUnsure: boolean;
  readonly showsHandoffs: boolean;
  readonly showsBottlenecks: boolean;
  readonly moment: Moment | undefined;
  readonly toast: Toast | undefined;
  /** Where one is, as the window's title says it; and what stands there instead while something is recorded. */
  readonly title: string | undefined;
  readonly titleSign: string | undefined;
  setTitle(title: string | undefined): void;
  setTitleSign(sign: string | undefined): void;
  tell(toast: Toast): void;
  dropToast(): void;
  set(change: Partial<Pick<ViewState, 'share01' | 'showsUnsure' | 'showsHandoffs' | 'showsBottlenecks'>>): void;
  play(moment: Omit<Moment, 'nonce'>): void;
  closePlayer(): void;
  /** Forgets what belongs to one process when another is opened. */
  reset(): void;
}

export function createViewStore(): StoreApi<ViewState> {
  return createStore<ViewState>()((set) => ({
    share01: undefined,
    showsUnsure: false,
    showsHandoffs: true,
    showsBottlenecks: true,
    moment: undefined,
    toast: undefined,
    title: undefined,
    titleSign: undefined,
    setTitle: (title) => set({ title }),
    setTitleSign: (titleSign) => set({ titleSign }),
    tell: (toast) => set({ toast }),
    dropToast: () => set({ toast: undefined }),
    set: (change) => set(change),
    play: (moment) => set((state) => ({ moment: { ...moment, nonce: (state.moment?.nonce ?? 0) + 1 } })),
    closePlayer: () => set({ moment: undefined }),
    reset: () => set({ share01: undefined, moment: undefined }),
  }));
}

export const ViewContext = createContext<StoreApi<ViewState> | undefined>(undefined);

export function useView<T>(select: (state: ViewState) => T): T {
  const store = useContext(ViewContext);
  if (!store) throw new Error('ViewContext is missing above this component.');
  return useStore(store, select);
}
