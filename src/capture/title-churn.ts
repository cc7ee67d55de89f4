// In: the titles a window goes through. Out: which of them are worth an event: a clock in a title must not make thousands.

export interface TitleFilter {
  /** The title to tell of now, if any. */
  push(title: string, atMs: number): string | undefined;
  /** A title held back whose time has come. */
  tick(atMs: number): string | undefined;
}

/** So many changes at once, and then one each ten seconds: nobody works faster through documents for long. */
const BURST = 8;
const REFILL_MS = 10_000;

/** For one window. The first title is told at once. */
export function createTitleFilter(): TitleFilter {
  let told: string | undefined;
  let held: string | undefined;
  let tokens = BURST;
  let refilledMs = 0;

  const take = (atMs: number): boolean => {
    const full = Math.floor((atMs - refilledMs) / REFILL_MS);
    if (full > 0 || tokens === BURST) refilledMs = tokens + full >= BURST ? atMs : refilledMs + full * REFILL_MS;
    tokens = Math.min(BURST, tokens + Math.max(0, full));
    if (tokens === 0) return false;
    tokens -= 1;
    return true;
  };
  const tell = (title: string): string => {
    told = title;
    held = undefined;
    return title;
  };

  return {
    push: (title, atMs) => {
      if (told !== undefined && restOf(title) === restOf(told)) {
        held = undefined;
        return undefined;
      }
      if (take(atMs)) return tell(title);
      held = title;
      return undefined;
    },
    tick: (atMs) => (held !== undefined && take(atMs) ? tell(held) : undefined),
  };
}

/** The title without what ticks by itself: times, shares, counts of what is unread, signs that something turns. */
export const restOf = (title: string): string =>
  title
    .replaceAll(/\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\.?)?/giu, '')
    .replaceAll(/\d+(?:[.,]\d+)?\s?%/gu, '')
    .replaceAll(/[([]\d+\+?[)\]]/gu, '')
    .replaceAll(/[\u2800-\u28ff\u25cf\u25cb\u25d0-\u25d3\u2022*]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
