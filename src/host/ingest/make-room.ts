// In: whether somebody records, and how busy the processor is. Out: a wait until there is room for other work.
import { availableParallelism, cpus } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';

/** Above this share of all cores, work that can wait does. */
const FULL_SHARE = 0.9;
/** While it waits, the rest must leave so much before it goes on; the work itself takes about a core. */
const ROOM_CORES = 1.2;
const LOOK_EVERY_MS = 1000;

export interface RoomOptions {
  readonly isRecording: () => Promise<boolean>;
  /** Busy and all time of all cores since the start, in any unit. */
  readonly readTimes?: () => CpuTimes;
  readonly cores?: number;
  readonly lookEveryMs?: number;
  /** Told when a wait begins, with why, and when it is over. */
  readonly tell: (why: string | null) => void;
}

export interface CpuTimes {
  readonly busy: number;
  readonly all: number;
}

/** A recording goes before everything: while it runs on a processor that has no room, other work stands by. */
export function createRoom({
  isRecording,
  readTimes = readCpuTimes,
  cores = availableParallelism(),
  lookEveryMs = LOOK_EVERY_MS,
  tell,
}: RoomOptions): (signal: AbortSignal) => Promise<void> {
  let last = readTimes();
  let lastAt = performance.now();
  /** Since it was asked last; undefined when that is too short ago to say. */
  const measure = (): number | undefined => {
    if (performance.now() - lastAt < lookEveryMs / 2) return undefined;
    const now = readTimes();
    const share = shareOf(last, now);
    [last, lastAt] = [now, performance.now()];
    return share;
  };
  return async (signal) => {
    if ((measure() ?? 0) < FULL_SHARE || !(await isRecording())) return;
    tell('a recording is running, and the processor has no room for more');
    try {
      do {
        await wait(lookEveryMs, undefined, { signal });
      } while ((measure() ?? 1) > mostBeside(cores) && (await isRecording()));
    } finally {
      tell(null);
    }
  };
}

/** The share of the processor that others may take so that the work fits beside them. */
export const mostBeside = (cores: number): number => Math.max(0.3, (cores - ROOM_CORES) / cores);

/** Between two readings, 0 to 1. */
export const shareOf = (before: CpuTimes, after: CpuTimes): number =>
  after.all > before.all ? (after.busy - before.busy) / (after.all - before.all) : 0;

function readCpuTimes(): CpuTimes {
  const times = cpus().map(({ times: { user, nice, sys, idle, irq } }) => ({ busy: user + nice + sys + irq, idle }));
  const busy = times.reduce((sum, each) => sum + each.busy, 0);
  return { busy, all: times.reduce((sum, each) => sum + each.idle, busy) };
}
