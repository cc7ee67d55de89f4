// How windows are watched, whatever the system: one interface, and the case that they cannot be.
import type { InputAct, SeenWindows } from '../../capture/windows.ts';
import type { WindowWatch } from '../../domain/capture.ts';

/** Times are of a clock that nobody sets, by milliseconds: `performance.now()` of this process. */
export interface WindowListener {
  /** Something is another one than before; what, is being looked up. */
  onStir(atMs: number): void;
  onWindows(seen: SeenWindows, atMs: number): void;
  onInput(act: InputAct, atMs: number): void;
  /** Watched, lost for a while, or watched without mouse and keyboard. */
  onWatch(watch: WindowWatch, watches: { readonly input: boolean }): void;
}

export interface WindowSource {
  /** Whether windows can be watched here, without watching them: `off` when they can. */
  check(): Promise<WindowWatch>;
  /** Says at once how things stand, and then each change. Stop it: it runs helper processes. */
  watch(listener: WindowListener): RunningWatch;
}

export interface RunningWatch {
  /** Resolves when the helper processes are gone. */
  stop(): Promise<void>;
}

/** Where windows cannot be watched; `words` say why and what would help. */
export function noWindows(words: string): WindowSource {
  const watch: WindowWatch = { state: 'unavailable', words };
  return {
    check: async () => watch,
    watch: (listener) => {
      listener.onWatch(watch, { input: false });
      return { stop: async () => {} };
    },
  };
}
