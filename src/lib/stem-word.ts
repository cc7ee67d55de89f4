// The stem of an English word, by M. F. Porter: "An algorithm for suffix stripping", Program 14 (3), 1980.

/**
 * What inflections of a word share, for comparing and never for showing: "approving" and "approved" give "approv".
 * Takes a folded word (see fold-words.ts); one with other than the letters a to z comes back as it is.
 */
export function stemWord(word: string): string {
  if (word.length <= 2 || !/^[a-z]+$/.test(word)) return word;
  const bare = stripTense(stripPlural(word));
  const turned = bare.endsWith('y') && hasVowel(bare.slice(0, -1)) ? `${bare.slice(0, -1)}i` : bare;
  return stripLastE(STEPS.reduce(replaceEnding, turned));
}

function stripPlural(word: string): string {
  if (word.endsWith('sses') || word.endsWith('ies')) return word.slice(0, -2);
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

function stripTense(word: string): string {
  if (word.endsWith('eed')) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const ending = ['ed', 'ing'].find((each) => word.endsWith(each) && hasVowel(word.slice(0, -each.length)));
  if (ending === undefined) return word;
  const stem = word.slice(0, -ending.length);
  if (/(?:at|bl|iz)$/.test(stem)) return `${stem}e`;
  if (/([^aeiouylsz])\1$/.test(stem)) return stem.slice(0, -1);
  return measure(stem) === 1 && endsShort(stem) ? `${stem}e` : stem;
}

interface Step {
  /** The measure that the stem must be above. */
  readonly above: number;
  /** Of several that fit, the first one counts: longer ones stand before those they end in. */
  readonly endings: readonly (readonly [ending: string, becomes: string])[];
}

const STEPS: readonly Step[] = [
  {
    above: 0,
    endings: [
      ['ational', 'ate'],
      ['tional', 'tion'],
      ['enci', 'ence'],
      ['anci', 'ance'],
      ['izer', 'ize'],
      ['abli', 'able'],
      ['alli', 'al'],
      ['entli', 'ent'],
      ['eli', 'e'],
      ['ousli', 'ous'],
      ['ization', 'ize'],
      ['ation', 'ate'],
      ['ator', 'ate'],
      ['alism', 'al'],
      ['iveness', 'ive'],
      ['fulness', 'ful'],
      ['ousness', 'ous'],
      ['aliti', 'al'],
      ['iviti', 'ive'],
      ['biliti', 'ble'],
    ],
  },
  {
    above: 0,
    endings: [
      ['icate', 'ic'],
      ['ative', ''],
      ['alize', 'al'],
      ['iciti', 'ic'],
      ['ical', 'ic'],
      ['ful', ''],
      ['ness', ''],
    ],
  },
  {
    above: 1,
    endings: 'al ance ence er ic able ible ant ement ment ent ion ou ism ate iti ous ive ize'
      .split(' ')
      .map((ending) => [ending, ''] as const),
  },
];

function replaceEnding(word: string, { above, endings }: Step): string {
  const found = endings.find(([ending]) => word.endsWith(ending));
  if (found === undefined) return word;
  const [ending, becomes] = found;
  const stem = word.slice(0, -ending.length);
  if (measure(stem) <= above || (ending === 'ion' && !/[st]$/.test(stem))) return word;
  return stem + becomes;
}

function stripLastE(word: string): string {
  const stem = word.endsWith('e') ? word.slice(0, -1) : word;
  const isLong = measure(stem) > 1 || (measure(stem) === 1 && !endsShort(stem));
  const bare = isLong ? stem : word;
  return bare.endsWith('ll') && measure(bare) > 1 ? bare.slice(0, -1) : bare;
}

/** Vowels and consonants of a stem, as Porter defines them: y is a vowel after a consonant. "toy" is "cvc". */
function shape(stem: string): string {
  let kinds = '';
  for (const letter of stem) kinds += 'aeiou'.includes(letter) || (letter === 'y' && kinds.endsWith('c')) ? 'v' : 'c';
  return kinds;
}

/** How often vowels go over to consonants in it. */
const measure = (stem: string): number => shape(stem).match(/v+c+/g)?.length ?? 0;

const hasVowel = (stem: string): boolean => shape(stem).includes('v');

/** Consonant, vowel, consonant, the last not w, x or y: such stems lost an e. */
const endsShort = (stem: string): boolean => shape(stem).endsWith('cvc') && !/[wxy]$/.test(stem);
