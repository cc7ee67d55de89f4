// In: what was kept of the words a model heard, and what was not. Out: a sentence on what is missing, for people.
import type { JudgedSpeech, LeftOut } from './judge-heard.ts';

/** In plain words; a model that makes much up should be seen to. */
const WORDS: Readonly<Record<LeftOut, string>> = {
  repeated: 'said the same again and again',
  impossible: 'cannot have been said where they stand',
  unlikely: 'are mere guesses',
  noSpeech: 'stand where nobody speaks',
  sounds: 'are notes on sounds',
  madeUp: 'are ends of subtitles',
};

/** Below this share of all that was heard nobody needs to hear of it; the counts say it. */
const WORTH_TELLING = 0.1;

export function sayLeftOut({ segments, leftOut }: JudgedSpeech): string[] {
  const counts = Object.entries(leftOut).toSorted(([, a], [, b]) => b - a) as [LeftOut, number][];
  const left = counts.reduce((sum, [, count]) => sum + count, 0);
  const all = left + segments.length;
  if (left <= all * WORTH_TELLING) return [];
  const why = counts.map(([reason, count]) => `${count} ${WORDS[reason]}`).join(', ');
  return [`${left} of ${all} sentences the model heard are left out: ${why}`];
}
