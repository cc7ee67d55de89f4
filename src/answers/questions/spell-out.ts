// In: a question as typed. Out: the same without short forms and politeness, with numbers in digits.
import { writeNumbers } from '../words/say-number.ts';

/** "don't" is "do not", and "Dana's" is Dana; how politely it is asked says nothing. */
export const spellOut = (question: string): string =>
  POLITE.reduce(
    (text, words) => text.replaceAll(words, ' '),
    writeNumbers(question.replaceAll(/\ba (?=(?:hundred|thousand|million)\b)/gi, 'one '))
      .replaceAll(/[’`]/g, "'")
      .replaceAll(/\s*(?:->|=>|→|>>)\s*/g, ' to ')
      .replaceAll(/can't\b/gi, 'can not')
      .replaceAll(/n't\b/gi, ' not')
      .replaceAll(/\bwhats\b/gi, 'what')
      .replaceAll(/\bwhos\b/gi, 'who')
      .replaceAll(/'(s|re|ve|ll|d|m)\b/gi, ' '),
  );

const POLITE: readonly RegExp[] = [
  /\b(?:can|could|would|will) (?:you|u|someone|anybody|mirror)(?: please| kindly| perhaps| maybe)?\b/gi,
  /\bi\s+(?:would |do )?(?:really )?(?:like|love|want|need|have|wish) to (?:know|see|understand|learn|hear|find out|ask)\b/gi,
  /\bi (?:was |am )?(?:wondering|wonder|curious|interested|mean)\b/gi,
  /\b(?:do|did) you (?:happen to )?(?:know|remember|see)\b(?: if| whether)?/gi,
  /\b(?:please )?(?:tell|let|remind) (?:me|us)\b(?! about)(?: know)?/gi,
  /\b(?:explain|say) (?:to )?(?:me|us)\b/gi,
  // "Us" has the stem of "use".
  /\bus\b/g,
];
