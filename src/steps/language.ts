// Whether the talk is English: by the share of English function words, not by what the recogniser claims.
import { FUNCTION_WORDS } from './lexicon.ts';
import type { Speech } from './words.ts';

export interface LanguageCheck {
  readonly isReadable: boolean;
  readonly warnings: readonly string[];
}

/** English narrations have a share of 0.35 to 0.55; German, French, Spanish and Dutch stay below 0.12. */
const LEAST_SHARE = 0.18;
const LEAST_WORDS = 12;

/** Refuses empty and non-English talk with a warning in plain words. `language` is the claimed BCP 47 tag. */
export function checkLanguage(speech: Speech, language: string): LanguageCheck {
  const spoken = speech.words.filter((word) => /\p{L}/u.test(word.text));
  if (speech.spoken === 0) return { isReadable: false, warnings: ['The recording has no transcript.'] };
  const known = spoken.filter((word) => FUNCTION_WORDS.has(word.lower)).length;
  if (spoken.length >= LEAST_WORDS && known / spoken.length < LEAST_SHARE) {
    const claimed =
      /^en\b/i.test(language) || language === '' ? 'another language than English' : `another language (${language})`;
    return { isReadable: false, warnings: [`The transcript is in ${claimed}; only English is read.`] };
  }
  const isClaimedOther = language !== '' && !/^(en\b|und\b|unknown)/i.test(language);
  if (isClaimedOther && spoken.length < LEAST_WORDS) {
    return {
      isReadable: false,
      warnings: [`The transcript is in another language (${language}); only English is read.`],
    };
  }
  if (spoken.length < 4) return { isReadable: true, warnings: ['The narration is only a few words long.'] };
  return { isReadable: true, warnings: [] };
}
