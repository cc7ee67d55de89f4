// Exceptions, judgement moments and rework: what people say with words of rarity, of feel, and of doing it again.
import type { Clause } from './clauses.ts';
import { buildCues, type CueHit, type Cues, findCues } from './cues.ts';
import cues from './data/cues.json' with { type: 'json' };
import type { Parse } from './deeds.ts';
import type { Span } from './evidence.ts';
import { groupBySentence, limitSpan, sayWords } from './spans.ts';

export interface RemarkDraft {
  readonly label: string;
  /** What is done about it; null when not said. */
  readonly handling: string | null;
  readonly span: Span;
  readonly sure: boolean;
  readonly by: string;
}

const EXCEPTION = buildCues(cues.exception);
const OPENERS: ReadonlySet<string> = new Set(cues.exceptionOpeners);
const JUDGEMENT = buildCues(cues.judgement);
const REWORK = buildCues(cues.rework);
const REWORK_NOT = buildCues(cues.reworkNot);

/** What goes wrong or is rare, with how it is handled. */
export function findExceptions(parse: Parse): RemarkDraft[] {
  return remarks(parse, EXCEPTION, (sentence, hits) => {
    const opener = hits.find((hit) => OPENERS.has(hit.cue));
    const hit = opener ?? hits[0];
    if (!hit) return null;
    const at = sentence.findIndex((clause) => hit.from < clause.to && hit.to > clause.from);
    const clause = sentence[at];
    const next = sentence[at + 1];
    if (!clause || saysOnlyHowOften(parse, clause, hit)) return null;
    const meant = isAboutBefore(parse, clause, hit) ? parse.clauses[clause.index - 1] : undefined;
    if (meant)
      return {
        span: { from: meant.start, to: meant.to },
        handling: null,
        sure: opener !== undefined || hits.length > 1,
      };
    const isIntro = opener !== undefined && clause.to - clause.start <= 3 && next !== undefined;
    const span = { from: clause.start > hit.from ? hit.from : clause.start, to: isIntro ? next.to : clause.to };
    const rest = sentence[at + (isIntro ? 2 : 1)];
    const handling = rest
      ? sayWords(parse.words, limitSpan({ from: rest.start, to: sentence.at(-1)?.to ?? rest.to }, 16))
      : null;
    return { span, handling, sure: opener !== undefined || hits.length > 1 };
  }).map((remark) => ({ ...remark, by: 'rule:exception' }));
}

/** "… and finance pays by hand. It's rare though": what is rare was said before. */
function isAboutBefore({ words, clauses }: Parse, clause: Clause, hit: CueHit): boolean {
  const before = clauses[clause.index - 1];
  const opener = words[clause.start]?.lower ?? '';
  const isPronoun = /^(it|that|this|is|'s|which)$/.test(opener) || /^(which|that)$/.test(clause.marker ?? '');
  if (!before || !isPronoun || before.to - before.start < 3 || clause.to - clause.start > 7) return false;
  const rest = words
    .slice(clause.start, clause.to)
    .filter((_, at) => clause.start + at < hit.from || clause.start + at >= hit.to);
  return rest.every(
    ({ pos, lower }) =>
      /^(AUX|ADV|PRON|PUNCT|PART|SCONJ|INTJ|DET)$/.test(pos) ||
      /^(rare|often|though|happen|happens|happened)$/.test(lower),
  );
}

/** "two days, sometimes a week": how long it takes at times is no exception. */
function saysOnlyHowOften({ words, deedsOf }: Parse, clause: Clause, hit: CueHit): boolean {
  if ((deedsOf[clause.index] ?? []).some(({ form }) => form !== 'copula')) return false;
  const rest = words.slice(hit.to, clause.to).filter(({ pos }) => pos === 'NOUN' || pos === 'PROPN');
  return (
    rest.length > 0 && rest.every(({ lower }) => /^(second|minute|hour|day|week|fortnight|month|year)s?$/.test(lower))
  );
}

/** Where the person decides by feel or experience. */
export function findJudgements(parse: Parse): RemarkDraft[] {
  return remarks(parse, JUDGEMENT, (sentence, hits) => {
    const touched = sentence.filter((clause) => hits.some((hit) => hit.from < clause.to && hit.to > clause.from));
    const first = touched[0];
    const last = touched.at(-1);
    if (!first || !last) return null;
    return { span: { from: first.from, to: last.to }, handling: null, sure: true };
  }).map((remark) => ({ ...remark, by: 'rule:judgement' }));
}

/** Work that goes back and is done again. */
export function findRework(parse: Parse): RemarkDraft[] {
  return remarks(parse, REWORK, (sentence, hits) => {
    const from = sentence[0]?.from ?? 0;
    const to = sentence.at(-1)?.to ?? 0;
    if (findCues(parse.words, REWORK_NOT, { from, to }).length > 0) return null;
    const isStrong =
      hits.some((hit) => hit.cue !== 'new one' && hit.cue !== 'again') ||
      hits.some((hit) => hit.cue === 'again' && isDoneAgain(parse, sentence, hit));
    if (!isStrong) return null;
    return { span: { from, to }, handling: null, sure: true };
  }).map((remark) => ({ ...remark, by: 'rule:rework' }));
}

function isDoneAgain(parse: Parse, sentence: readonly Clause[], hit: CueHit): boolean {
  const clause = sentence.find((each) => each.from <= hit.from && each.to >= hit.to);
  const deeds = clause ? (parse.deedsOf[clause.index] ?? []) : [];
  return deeds.some((deed) => deed.form !== 'copula' && !deed.negated);
}

type Shape = { readonly span: Span; readonly handling: string | null; readonly sure: boolean } | null;

/** One remark at most for each sentence; those of neighbouring sentences with few words between are one. */
function remarks(
  parse: Parse,
  cueTable: Cues,
  shape: (sentence: readonly Clause[], hits: readonly CueHit[]) => Shape,
): Omit<RemarkDraft, 'by'>[] {
  const found: Omit<RemarkDraft, 'by'>[] = [];
  for (const sentence of groupBySentence(parse)) {
    const hits = findCues(parse.words, cueTable, { from: sentence[0]?.from ?? 0, to: sentence.at(-1)?.to ?? 0 });
    const made = hits.length > 0 ? shape(sentence, hits) : null;
    if (!made) continue;
    const span = limitSpan(made.span, 45);
    found.push({ label: sayWords(parse.words, limitSpan(span, 24)), handling: made.handling, span, sure: made.sure });
  }
  return found;
}
