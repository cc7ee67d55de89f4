// In: one recording's evidence. Out: its steps; a long one says how far the reading of its words has come.
import type { Dictionary } from '../../domain/dictionary.ts';
import type { Extraction } from '../../domain/extraction.ts';
import type { RecordingEvidence } from '../../domain/process.ts';
import type { Progress } from '../../domain/progress.ts';
import type { TaggedWord, Tagger } from '../../needs/tagger.ts';
import { extractSteps } from '../../steps/extract.ts';

/** Segments between two reports: some tens of milliseconds of work. */
const AT_ONCE = 250;

/**
 * Tags all words first, which can be counted, and then understands them. Yields nothing for a recording of fewer
 * segments than that.
 */
export async function* extractRecording(
  evidence: RecordingEvidence,
  { tagger, dictionary }: { readonly tagger: Tagger; readonly dictionary: Dictionary },
): AsyncGenerator<Progress, Extraction> {
  const tagged = new Map<string, TaggedWord[]>();
  const total = evidence.segments.length;
  for (const [done, { text }] of evidence.segments.entries()) {
    if (done > 0 && done % AT_ONCE === 0) yield { stage: 'words', done, total, unit: 'lines' };
    if (!tagged.has(text)) tagged.set(text, tagger.tag(text));
  }
  if (total > AT_ONCE) yield { stage: 'words', done: total, total, unit: 'lines' };
  return extractSteps(evidence, { tagger: { tag: (text) => tagged.get(text) ?? tagger.tag(text) }, dictionary });
}
