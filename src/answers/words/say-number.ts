// Numbers as people say and type them, as one: "one hundred and fifty", "150".

const SMALL = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen'
  .concat(' seventeen eighteen nineteen')
  .split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SCALES: Readonly<Record<string, number>> = { hundred: 100, thousand: 1000, million: 1_000_000 };

const VALUES: ReadonlyMap<string, number> = new Map([
  ...SMALL.map((word, at) => [word, at] as const),
  ...TENS.map((word, at) => [word, 20 + 10 * at] as const),
]);

const valueOf = (word: string): number | undefined => VALUES.get(word);
const startsNumber = (word: string): boolean => VALUES.has(word) || (word >= '0' && word < ':');

/**
 * Folded words with each number in words put in digits: "six hundred", "600" and "6", "00" are "600". Small numbers by
 * themselves stay as words are typed in text: "one" is mostly no number, so only from two words on, or from ten.
 */
export function joinNumbers(words: readonly string[]): string[] {
  if (!words.some(startsNumber)) return [...words];
  const joined: string[] = [];
  for (let at = 0; at < words.length; ) {
    if (!startsNumber(words[at]!)) {
      joined.push(words[at]!);
      at += 1;
      continue;
    }
    const { value, to } = readNumber(words, at);
    joined.push(value === undefined ? words[at]! : String(value));
    at = to;
  }
  return joined;
}

const NUMBER_WORDS = [...SMALL, ...TENS, ...Object.keys(SCALES)].join('|');
const SAID = new RegExp(`\\b(?:${NUMBER_WORDS})(?:[ -](?:and )?(?:${NUMBER_WORDS}))+\\b`, 'gi');

/** A text with each number of several words in digits: "over one hundred and fifty" is "over 150". */
export const writeNumbers = (text: string): string =>
  text.replaceAll(SAID, (said) => joinNumbers(said.toLowerCase().split(/[ -]/)).join(' '));

function readNumber(words: readonly string[], from: number): { value: number | undefined; to: number } {
  let [total, part, at] = [0, 0, from];
  let isNumber = false;
  for (; at < words.length; at += 1) {
    const word = words[at]!;
    const scale = SCALES[word];
    const digits = /^\d+$/.test(word) ? Number(word) : undefined;
    const value = digits ?? valueOf(word);
    if (scale !== undefined && isNumber) {
      [total, part] = scale === 100 ? [total, Math.max(1, part) * 100] : [total + Math.max(1, part) * scale, 0];
    } else if (digits !== undefined && isNumber && /^\d{3}$/.test(word) && /^\d{1,3}$/.test(words[at - 1]!)) {
      part = part * 1000 + digits;
    } else if (value !== undefined && (!isNumber || (part % 10 === 0 && value < 100 && digits === undefined))) {
      part += value;
    } else if (word === 'and' && isNumber && part >= 100 && valueOf(words[at + 1] ?? '') !== undefined) {
      continue;
    } else break;
    isNumber = true;
  }
  return isNumber ? { value: total + part, to: at } : { value: undefined, to: from + 1 };
}
