// How an element of the spec says where it comes from.
import type { Grounds } from '../domain/evidence.ts';
import type { Sources } from '../domain/graph.ts';

/** Times in the spec are seconds, as in transcripts; evidence keeps its own milliseconds. */
export function describeKnown({ evidence, provenance, confidence01, unsure }: Grounds, sources: Sources) {
  const spans = evidence
    .filter((ref) => ref.kind === 'speech')
    .map(({ recordingId, startMs, endMs, quote }) => ({
      recording: recordingId,
      start: startMs / 1000,
      end: endMs / 1000,
      text: quote,
    }));
  const [first] = spans;
  return {
    provenance,
    confidence: confidence01,
    unsure,
    sources,
    start: first?.start ?? null,
    end: first?.end ?? null,
    spans,
    evidence,
  };
}
