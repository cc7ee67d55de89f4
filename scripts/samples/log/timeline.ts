/** Things that will happen, in the order of their time; things of the same time happen in the order they were asked for. */
export interface Timeline {
  readonly now: () => number;
  readonly at: (time: number, happen: () => void) => void;
  /** Lets time pass until nothing is left to happen. */
  readonly run: () => void;
}

interface Entry {
  readonly time: number;
  readonly order: number;
  readonly happen: () => void;
}

/** Makes an empty timeline that stands at 0. */
export function createTimeline(): Timeline {
  const heap: Entry[] = [];
  let now = 0;
  let order = 0;
  return {
    now: () => now,
    at: (time, happen) => {
      order += 1;
      push(heap, { time, order, happen });
    },
    run: () => {
      for (let entry = pop(heap); entry; entry = pop(heap)) {
        now = entry.time;
        entry.happen();
      }
    },
  };
}

function isBefore(a: Entry, b: Entry): boolean {
  return a.time < b.time || (a.time === b.time && a.order < b.order);
}

function push(heap: Entry[], entry: Entry): void {
  let index = heap.push(entry) - 1;
  while (index > 0) {
    const parentIndex = (index - 1) >> 1;
    const parent = heap[parentIndex];
    if (!parent || !isBefore(entry, parent)) break;
    heap[index] = parent;
    index = parentIndex;
  }
  heap[index] = entry;
}

function pop(heap: Entry[]): Entry | undefined {
  const top = heap[0];
  const last = heap.pop();
  if (!top || !last || heap.length === 0) return top;
  let index = 0;
  for (;;) {
    let childIndex = index * 2 + 1;
    let child = heap[childIndex];
    const right = heap[childIndex + 1];
    if (child && right && isBefore(right, child)) {
      child = right;
      childIndex += 1;
    }
    if (!child || !isBefore(child, last)) break;
    heap[index] = child;
    index = childIndex;
  }
  heap[index] = last;
  return top;
}
