// Readings are made one after the other, and gone through more than once.

/** The same from the beginning each time, each read once and as far as it is asked for. */
export function keepRead<Each>(from: Generator<Each, void>): () => Generator<Each, void> {
  const read: Each[] = [];
  return function* again() {
    for (let at = 0; ; at += 1) {
      if (at === read.length) {
        const next = from.next();
        if (next.done) return;
        read.push(next.value);
      }
      yield read[at]!;
    }
  };
}
