// When nothing may be recorded. In: whether something excluded is to be seen. Out: black and silence, at once; and light again
// only when it has surely left the screen.
import { CLEAR_MS } from './delay.ts';

export interface ExclusionGate {
  note(isExcluded: boolean): void;
  /** Blanks no more: the recording is over. */
  close(): void;
}

export function createExclusionGate(blank: (isBlank: boolean) => void): ExclusionGate {
  let isBlank = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const clear = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  return {
    note: (isExcluded) => {
      if (isExcluded) clear();
      if (isExcluded && !isBlank) {
        isBlank = true;
        blank(true);
      }
      if (isExcluded || !isBlank) return;
      timer ??= setTimeout(() => {
        clear();
        isBlank = false;
        blank(false);
      }, CLEAR_MS);
    },
    close: clear,
  };
}
