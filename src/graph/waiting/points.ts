// In: when a person starts and ends work, and since when work waits. Out: these moments as points on one line.
import type { InstanceColumns } from '../mine-instances.ts';
import type { Person } from './people.ts';

export interface Points {
  /** Where the start, the end and, for waiting ones, the beginning of the wait stand among the points, by instance. */
  readonly startOf: Int32Array;
  readonly endOf: Int32Array;
  readonly fromOf: Int32Array;
  /** Places the instances of one person; gives the points, ascending, each once. `waiting` by `fromMs`. */
  place(person: Person, waiting: Int32Array): Float64Array;
}

/** Three lists in order are merged: nothing need be sorted or looked up again. */
export function openPoints({ length, startMs, endMs }: InstanceColumns, fromMs: Float64Array): Points {
  const startOf = new Int32Array(length);
  const endOf = new Int32Array(length);
  const fromOf = new Int32Array(length);
  const place = ({ byStart, byEnd }: Person, waiting: Int32Array): Float64Array => {
    const pointsMs = new Float64Array(byStart.length + byEnd.length + waiting.length);
    let [start, end, from, size] = [0, 0, 0, 0];
    while (start < byStart.length || end < byEnd.length || from < waiting.length) {
      const nextStartMs = start < byStart.length ? startMs[byStart[start]!]! : Number.POSITIVE_INFINITY;
      const nextEndMs = end < byEnd.length ? endMs[byEnd[end]!]! : Number.POSITIVE_INFINITY;
      const nextFromMs = from < waiting.length ? fromMs[waiting[from]!]! : Number.POSITIVE_INFINITY;
      const ms = Math.min(nextStartMs, nextEndMs, nextFromMs);
      if (size === 0 || pointsMs[size - 1] !== ms) {
        pointsMs[size] = ms;
        size += 1;
      }
      if (nextStartMs === ms) startOf[byStart[start++]!] = size - 1;
      else if (nextEndMs === ms) endOf[byEnd[end++]!] = size - 1;
      else fromOf[waiting[from++]!] = size - 1;
    }
    return pointsMs.subarray(0, size);
  };
  return { startOf, endOf, fromOf, place };
}
