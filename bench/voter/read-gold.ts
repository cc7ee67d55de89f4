// The words of a narration in the gold format, with what its gold says is an activity. For measuring, never for reading.
import { z } from 'zod';
import type { TaggedWord, Tagger } from '../../src/needs/tagger.ts';

const GoldFile = z.object({
  id: z.string(),
  process: z.string(),
  transcript: z.object({
    segments: z.array(z.object({ start: z.number(), text: z.string(), speaker: z.string().nullish() })),
  }),
  gold: z.object({
    activities: z.array(
      z.object({
        optional: z.boolean().nullish(),
        spans: z.array(z.object({ start: z.number(), text: z.string() })),
      }),
    ),
  }),
});

export interface GoldActivity {
  readonly isOptional: boolean;
  /** Characters of the whole talk (segments joined by a space), end exclusive. */
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
}

export interface GoldTalk {
  readonly id: string;
  /** Each segment's words; `start` is where the segment starts in the whole talk. */
  readonly rows: readonly { readonly start: number; readonly words: readonly TaggedWord[] }[];
  readonly activities: readonly GoldActivity[];
}

export function readGold(text: string, tagger: Tagger): GoldTalk {
  const { id, transcript, gold } = GoldFile.parse(JSON.parse(text));
  const starts: number[] = [];
  let talk = '';
  for (const segment of transcript.segments) {
    starts.push(talk.length);
    talk += `${segment.text} `;
  }
  /** The same words may be said twice: the ones nearest in time are meant. */
  const locate = (span: { start: number; text: string }): { start: number; end: number }[] => {
    const lateness = (at: number): number => {
      const segment = transcript.segments[starts.findLastIndex((start) => start <= at)];
      return Math.abs((segment?.start ?? 0) - span.start);
    };
    const places = findAll(talk, span.text).toSorted((one, other) => lateness(one) - lateness(other));
    return places.slice(0, 1).map((start) => ({ start, end: start + span.text.length }));
  };
  return {
    id,
    rows: transcript.segments.map((segment, at) => ({ start: starts[at] ?? 0, words: tagger.tag(segment.text) })),
    activities: gold.activities.map(({ optional, spans }) => ({
      isOptional: optional === true,
      ranges: spans.flatMap(locate),
    })),
  };
}

function findAll(text: string, part: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) places.push(at);
  return places;
}
