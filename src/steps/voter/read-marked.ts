// Comes in: narrations with a star before each activity's verb. Goes out: their words, tagged, and where the verbs are.
import type { TaggedWord, Tagger } from '../../needs/tagger.ts';

export interface MarkedRow {
  /** Which narration or document it is from: rows of one source are kept back together. */
  readonly source: string;
  readonly words: readonly TaggedWord[];
  /** Positions of the verbs of activities. */
  readonly verbs: ReadonlySet<number>;
}

/** One row per line; "## name" starts a narration, what stands before the first one is no narration. */
export function readMarked(text: string, tagger: Tagger): MarkedRow[] {
  let source = '';
  return text.split('\n').flatMap((line) => {
    if (line.startsWith('##')) source = line.slice(2).trim();
    if (source === '' || line.startsWith('##') || line.trim() === '') return [];
    const starts = new Set<number>();
    let plain = '';
    for (const part of line.split('*')) {
      if (plain !== '' || line.startsWith('*')) starts.add(plain.length);
      plain += part;
    }
    const words = tagger.tag(plain);
    const verbs = words.flatMap((word, at) => (starts.has(word.start) ? [at] : []));
    return [{ source, words, verbs: new Set(verbs) }];
  });
}
