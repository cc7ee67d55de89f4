// A condition as it was said ("the order has no number", "they don't match") turned into the question it answers.
import type { Parse } from './deeds.ts';
import type { Span } from './evidence.ts';
import { sayWords } from './spans.ts';

const FULL: Readonly<Record<string, string>> = {
  "'s": 'is',
  "'re": 'are',
  "'m": 'am',
  "'ve": 'have',
  "'ll": 'will',
  "'d": 'would',
  ca: 'can',
  wo: 'will',
  sha: 'shall',
  was: 'is',
  were: 'are',
};

/**
 * "Does the order have no number?", "Do they match?": the verb in front, do-support where English needs it, and what was
 * denied asked without the denial. Null where the words hold no verb to put in front.
 */
export function askCondition(parse: Parse, span: Span): string | null {
  const { words } = parse;
  const verbAt = firstVerb(parse, span);
  const verb = words[verbAt];
  if (!verb || verbAt === span.from) return null;
  const subject = sayWords(words, { from: span.from, to: verbAt });
  const isDenied = /^(n't|not)$/.test(words[verbAt + 1]?.lower ?? '');
  const rest = sayWords(words, { from: verbAt + (isDenied ? 2 : 1), to: span.to });
  if (verb.pos === 'AUX') return sentence(`${FULL[verb.lower] ?? verb.lower} ${subject} ${rest}`);
  const isThird = verb.lower !== verb.lemma && /s$/.test(verb.lower);
  const isPast = verb.lower !== verb.lemma && !isThird && !/ing$/.test(verb.lower);
  // "got", "sent": the forms of the past may be those of a participle ("the one sent by post"): left as they are.
  if (!isThird && !isPast && verb.lower !== verb.lemma) return null;
  return sentence(`${isPast ? 'did' : isThird ? 'does' : 'do'} ${subject} ${verb.lemma} ${rest}`);
}

/** The first verb or auxiliary after the subject. */
function firstVerb({ words, deeds }: Parse, span: Span): number {
  const deed = deeds.find(({ from, form }) => from >= span.from && from < span.to && form !== 'infinitive');
  if (!deed) return -1;
  for (let at = deed.from; at <= deed.verbAt; at += 1) if (/^(AUX|VERB)$/.test(words[at]?.pos ?? '')) return at;
  return deed.verbAt;
}

export function sentence(text: string): string {
  const clean = text.replace(/\s+/g, ' ').trim();
  return `${clean.charAt(0).toUpperCase()}${clean.slice(1)}?`;
}
