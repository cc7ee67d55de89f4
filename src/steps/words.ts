// Comes in: a transcript. Goes out: its words in one row, tagged once, with fillers, restarts and repairs taken out.
import type { Segment } from '../domain/evidence.ts';
import type { TaggedWord, Tagger } from '../needs/tagger.ts';
import { maskWords } from './mask.ts';

/** One word of the narrator, with the segment it stands in (`segment` is a position in the list of segments). */
export interface Word extends TaggedWord {
  readonly lower: string;
  readonly segment: number;
}

export interface Speech {
  /** What was meant: all words but fillers, restarts and what the speaker took back. */
  readonly words: readonly Word[];
  /** How many words were said, masked ones included. */
  readonly spoken: number;
  /** False for recognisers that give neither capitals nor full stops. */
  readonly punctuated: boolean;
}

const INTERVIEWERS = /^(interviewer|moderator|researcher|analyst|consultant|host|question(er)?)$/i;

/** True when the segment is spoken by whoever asks the questions. */
export function isInterviewer(segment: Segment): boolean {
  return segment.speaker !== undefined && INTERVIEWERS.test(segment.speaker.trim());
}

/** Tags every segment of the narrator once and returns the words left after masking. */
export function readWords(segments: readonly Segment[], tagger: Tagger): Speech {
  const all: Word[] = [];
  segments.forEach((segment, position) => {
    if (isInterviewer(segment)) return;
    tagger.tag(segment.text).forEach((word) => {
      const text = word.text.toLowerCase();
      const lower = /[’‘]/.test(text) ? text.replace(/[’‘]/g, "'") : text;
      all.push({ ...word, lower, segment: position });
    });
  });
  const stops = all.filter((word) => /^[.?!]$/.test(word.text)).length;
  const spoken = all.filter((word) => /\p{L}/u.test(word.text)).length;
  return { words: maskWords(all), spoken, punctuated: stops * 40 > all.length };
}
