// Numbers that are written as words: "twelve", "twenty-one", "two hundred and five", "three thousand".

const SMALL: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
};

const TENS: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};

const SCALES: Readonly<Record<string, number>> = {
  dozen: 12,
  hundred: 100,
  thousand: 1000,
  million: 1_000_000,
  billion: 1_000_000_000,
};

/** Words from which a number may be made, for a pattern; "and" and "a" hold them together. */
export const NUMBER_WORD = [...Object.keys(SMALL), ...Object.keys(TENS), ...Object.keys(SCALES)].join('|');

/** "two hundred and five" gives 205; undefined for words that are no number as a whole ("one thirty", "two three"). */
export function readNumberWords(text: string): number | undefined {
  let [total, group] = [0, -1];
  for (const word of text
    .toLowerCase()
    .split(/[\s-]+/)
    .filter((each) => each !== 'and')) {
    const next = addWord(word === 'a' ? 'one' : word, group);
    if (next === undefined) return undefined;
    if ('closed' in next) {
      total += next.closed;
      group = -1;
    } else group = next.group;
  }
  return total + Math.max(0, group);
}

/** `group` is what stands before the next thousand, -1 while nothing does. */
function addWord(word: string, group: number): { group: number } | { closed: number } | undefined {
  const small = SMALL[word];
  if (small !== undefined) {
    if (group === -1) return { group: small };
    // After a ten a single digit fits, after a hundred anything below it.
    const isFit = group % 100 === 0 ? group > 0 : group % 10 === 0 && group % 100 >= 20 && small < 10 && small > 0;
    return isFit ? { group: group + small } : undefined;
  }
  const ten = TENS[word];
  if (ten !== undefined)
    return group === -1 || (group > 0 && group % 100 === 0) ? { group: Math.max(0, group) + ten } : undefined;
  const scale = SCALES[word];
  if (scale === undefined) return undefined;
  const before = group === -1 ? 1 : group;
  return scale <= 100 ? { group: before * scale } : { closed: before * scale };
}
