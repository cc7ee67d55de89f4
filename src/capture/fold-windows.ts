// In: what windows, mouse and keyboard do, moment by moment. Out: UI events: few enough to be read, and no key among them.
import type { UiEventKind } from '../domain/evidence.ts';
import { createTitleFilter, type TitleFilter } from './title-churn.ts';
import type { InputAct, SeenWindow } from './windows.ts';

export interface FoldedEvent {
  /** On the clock that the fold was given. */
  readonly atMs: number;
  readonly kind: UiEventKind;
  readonly app: string;
  readonly title: string;
  /** How many keys, clicks or turns of the wheel it stands for. */
  readonly count?: number;
}

export interface WindowFold {
  /** The window that gets what is typed; undefined between two. */
  active(window: SeenWindow | undefined, atMs: number): FoldedEvent[];
  input(act: InputAct, atMs: number): FoldedEvent[];
  /** Time goes by; asked about once a second. */
  tick(atMs: number): FoldedEvent[];
  /** From here on nothing is told, and no window is kept in mind: a pause, or something excluded can be seen. */
  hold(atMs: number): FoldedEvent[];
  /** Told again, beginning with the window that is in front now; undefined when there is none, or none to be told. */
  release(window: SeenWindow | undefined, atMs: number): FoldedEvent[];
}

interface Burst {
  readonly kind: 'keys' | 'click' | 'scroll';
  readonly startMs: number;
  lastMs: number;
  count: number;
}

/** A burst ends after so long a silence, or at such a length. */
const BURSTS = {
  keys: { silenceMs: 2_000, longestMs: 10_000 },
  click: { silenceMs: 500, longestMs: 2_000 },
  scroll: { silenceMs: 1_000, longestMs: 10_000 },
} as const;

const IDLE_MS = 60_000;

interface Front {
  readonly window: SeenWindow;
  readonly titles: TitleFilter;
  /** As it was told. */
  title: string;
}

/** @param watchesInput without it nobody knows whether somebody is idle or only reads */
export function createWindowFold({ watchesInput }: { readonly watchesInput: () => boolean }): WindowFold {
  const filters = new Map<string, TitleFilter>();
  let latest: SeenWindow | undefined;
  let front: Front | undefined;
  let bursts: Burst[] = [];
  let isHeld = false;
  let isIdle = false;
  let lastActMs: number | undefined;

  const told = (kind: UiEventKind, atMs: number, count?: number): FoldedEvent => {
    const where = { app: front?.window.apps[0] ?? '', title: front?.title ?? '' };
    return { atMs, kind, ...where, ...(count === undefined ? {} : { count }) };
  };
  const close = (isOver: (burst: Burst) => boolean): FoldedEvent[] => {
    const over = bursts.filter(isOver);
    bursts = bursts.filter((burst) => !over.includes(burst));
    return over.map(({ kind, startMs, count }) => told(kind, startMs, count));
  };
  const closeAll = (): FoldedEvent[] => close(() => true);

  /** The window in front is another one, or has another title worth telling. */
  const look = (atMs: number): FoldedEvent[] => {
    if (isHeld || latest === undefined) return [];
    const isOther = front?.window.id !== latest.id;
    let titles = filters.get(latest.id);
    if (titles === undefined) filters.set(latest.id, (titles = createTitleFilter()));
    const title = titles.push(latest.title, atMs);
    if (!isOther && title === undefined) return [];
    const before = closeAll();
    front = { window: latest, titles, title: title ?? latest.title };
    return [...before, told('window', atMs)];
  };
  const wake = (atMs: number): FoldedEvent[] => {
    lastActMs = atMs;
    if (!isIdle) return [];
    isIdle = false;
    front = undefined;
    return look(atMs);
  };

  return {
    active: (window, atMs) => {
      // What is in front meanwhile may be what must never be told.
      if (isHeld) return [];
      latest = window ?? latest;
      return [...wake(atMs), ...look(atMs)];
    },
    input: (act, atMs) => {
      if (isHeld) return [];
      const woken = wake(atMs);
      if (act === 'copy' || act === 'paste' || act === 'save') return [...woken, told(act, atMs)];
      const kind = act === 'key' ? 'keys' : act;
      const over = close((burst) => isOver(burst, atMs));
      const open = bursts.find((burst) => burst.kind === kind);
      if (open) Object.assign(open, { lastMs: atMs, count: open.count + 1 });
      else bursts.push({ kind, startMs: atMs, lastMs: atMs, count: 1 });
      return [...woken, ...over];
    },
    tick: (atMs) => {
      if (isHeld) return [];
      const over = close((burst) => isOver(burst, atMs));
      const title = front?.titles.tick(atMs);
      if (front && title !== undefined) {
        over.push(...closeAll());
        front.title = title;
        over.push(told('window', atMs));
      }
      if (isIdle || lastActMs === undefined || !watchesInput() || atMs - lastActMs < IDLE_MS) return over;
      isIdle = true;
      return [...over, told('idle', lastActMs)];
    },
    hold: (_atMs) => {
      const before = isHeld ? [] : closeAll();
      isHeld = true;
      latest = undefined;
      front = undefined;
      return before;
    },
    release: (window, atMs) => {
      if (!isHeld) return [];
      isHeld = false;
      isIdle = false;
      latest = window;
      lastActMs = atMs;
      return look(atMs);
    },
  };
}

const isOver = ({ kind, startMs, lastMs }: Burst, atMs: number): boolean =>
  atMs - lastMs >= BURSTS[kind].silenceMs || atMs - startMs >= BURSTS[kind].longestMs;
