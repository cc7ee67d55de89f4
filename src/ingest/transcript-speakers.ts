// In: speech with the voices a transcript names. Out: the same, where only voices other than the narrator's are named.
import type { Speech } from './transcript-draft.ts';

interface Settled {
  readonly speech: readonly Speech[];
  /** The voice taken as the narrator, where the transcript left that open. */
  readonly narrator?: string;
  readonly warnings: readonly string[];
}

/**
 * Speech without a voice is the narrator's. Where every word has a voice and none is the narrator's by name, the voice
 * with the most words is: otherwise a recording would have nobody who does the work.
 */
export function settleSpeakers(speech: readonly Speech[], narratorName: string | undefined): Settled {
  const isNarrator = (speaker: string | undefined): boolean =>
    speaker === undefined || sameName(speaker, narratorName ?? '') || sameName(speaker, 'narrator');
  if (speech.some(({ speaker }) => isNarrator(speaker))) return { speech: without(speech, isNarrator), warnings: [] };
  const narrator = mostWords(speech);
  return {
    speech: without(speech, (speaker) => speaker === narrator),
    narrator,
    warnings: [`${narrator} has the most words and is taken as the narrator`],
  };
}

const without = (speech: readonly Speech[], isNarrator: (speaker: string | undefined) => boolean): Speech[] =>
  speech.map((part) => (isNarrator(part.speaker) ? { ...part, speaker: undefined } : part));

function mostWords(speech: readonly Speech[]): string {
  const words = new Map<string, number>();
  for (const { speaker = '', text } of speech) {
    words.set(speaker, (words.get(speaker) ?? 0) + text.split(/\s+/).length);
  }
  // An interviewer asks long questions, but is by name not the one who does the work.
  const voices = [...words].filter(([speaker]) => !/^(?:the )?interviewer$/i.test(speaker));
  return (voices.length > 0 ? voices : [...words]).reduce((most, voice) => (voice[1] > most[1] ? voice : most))[0];
}

const sameName = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();
