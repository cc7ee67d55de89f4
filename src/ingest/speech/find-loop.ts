// In: the words of a text. Out: how much of it says the same again and again, which people do not and models do.

/** The longest phrase that a loop is made of. */
const LONGEST_PHRASE = 12;
/** People say a thing twice or three times; "no no no no" happens. */
const LEAST_TIMES = 5;

/** The share of the words, 0 to 1, that stand in one phrase said at least five times in a row. */
export function measureLoop(words: readonly string[]): number {
  let longest = 0;
  for (let length = 1; length <= Math.min(LONGEST_PHRASE, words.length / LEAST_TIMES); length += 1) {
    let same = 0;
    for (let at = length; at < words.length; at += 1) {
      same = words[at] === words[at - length] ? same + 1 : 0;
      const looped = same + length;
      if (looped >= length * LEAST_TIMES) longest = Math.max(longest, looped);
    }
  }
  return words.length === 0 ? 0 : longest / words.length;
}
