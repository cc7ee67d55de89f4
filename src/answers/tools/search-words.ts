import { z } from 'zod';
import type { SpeechRef } from '../../domain/evidence.ts';
import type { AnswerInput } from '../answer-input.ts';
import { keepFor } from '../../lib/keep-for.ts';
import { findSegments, indexWords, type WordIndex } from '../words/word-index.ts';
import { defineTool, GROUNDED } from './tool.ts';

const Moment = z.object({
  recording: z.string().describe('title of the recording'),
  person: z.string().nullable(),
  role: z.string().nullable(),
  quote: z.string().describe('what is said there, word for word'),
  startMs: z.int().describe('milliseconds from the start of the recording'),
  ...GROUNDED,
});
export type Moment = z.infer<typeof Moment>;

/** As many as anybody reads; the number of all of them comes with them. */
const MOST = 50;

export const searchWords = defineTool({
  name: 'search_words',
  description:
    'Moments of the recordings in which all the given words are said, in any form ("approve" finds "approved"), with the quote and who says it. Use it for what people mention, explain or give as a reason. Example: {"words": ["discount"], "person": "Dana Holt"}.',
  input: z.object({
    words: z.array(z.string()).min(1).describe('content words only, no "the" or "of"'),
    person: z.string().optional().describe('only what this person says'),
    role: z.string().optional().describe('only what people of this role say'),
  }),
  output: z.object({ count: z.int().describe('of all such moments'), moments: z.array(Moment) }),
  run: ({ words, person, role }, from) => {
    const index = indexWords(from.said ?? NOTHING);
    const about = recordingsOf(from.recordings);
    const found = findSegments(words, index).filter(({ place }) => {
      const recording = about.get(index.segments[place]!.said.recordingId);
      return (person === undefined || recording?.actor === person) && (role === undefined || recording?.role === role);
    });
    const moments = found
      .slice(0, MOST)
      .map(({ place, segments }) => momentAt(place, segments, { index, input: from }));
    return { count: found.length, moments };
  },
});

/** So many segments from a place of the index on, as a moment. */
export function momentAt(
  place: number,
  segments: 1 | 2,
  { index, input }: { readonly index: WordIndex; readonly input: AnswerInput },
): Moment {
  const { said, at } = index.segments[place]!;
  const recording = recordingsOf(input.recordings).get(said.recordingId);
  const evidence = said.segments.slice(at, at + segments).map(
    (segment): z.infer<typeof SpeechRef> => ({
      kind: 'speech',
      recordingId: said.recordingId,
      segment: segment.index,
      startMs: segment.startMs,
      endMs: segment.endMs,
      charStart: 0,
      charEnd: segment.text.length,
      quote: segment.text,
    }),
  );
  return {
    recording: recording?.title ?? '',
    person: recording?.actor ?? null,
    role: recording?.role ?? null,
    quote: evidence.map(({ quote }) => quote).join(' '),
    startMs: evidence[0]?.startMs ?? 0,
    evidence,
    provenance: 'stated' as const,
  };
}

const recordingsOf = keepFor(
  (recordings: AnswerInput['recordings']) => new Map(recordings.map(({ recording }) => [recording.id, recording])),
);

/** One and the same, so that its index is made once. */
const NOTHING: NonNullable<AnswerInput['said']> = [];
