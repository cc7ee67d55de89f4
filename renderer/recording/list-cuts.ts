// Where a step can be cut in two: before each of its words but the first.
import type { Step } from '../../src/domain/extraction.ts';

export interface Word {
  readonly text: string;
  /** Its place in the recording's transcript. */
  readonly segment: number;
  readonly char: number;
}

/** The words of a step, in the order they were said. A cut stands before any of them but the first. */
export function listWords({ evidence }: Pick<Step, 'evidence'>): Word[] {
  return evidence
    .filter((ref) => ref.kind === 'speech')
    .toSorted((a, b) => a.segment - b.segment || a.charStart - b.charStart)
    .flatMap(({ quote, segment, charStart }) =>
      [...quote.matchAll(/\S+/g)].map((found) => ({ text: found[0], segment, char: charStart + found.index })),
    );
}
