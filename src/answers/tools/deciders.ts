// Who decides, in what is told of a decision: seldom the one who tells it.
import type { EvidenceRef } from '../../domain/evidence.ts';
import type { ActivityId } from '../../domain/ids.ts';
import type { AnswerInput } from '../answer-input.ts';
import { tellersOf } from './tellers.ts';

interface Told {
  readonly evidence: readonly EvidenceRef[];
  readonly branches?: readonly { readonly then: readonly ActivityId[]; readonly note: string | null }[];
}

/**
 * Whoever the words name as approving, signing or deciding ("Tobias has to approve the discount"), otherwise the roles
 * that do what follows; empty where neither is told. "I" is the role of the one who tells it.
 */
export function decidersOf(fact: Told, input: AnswerInput): string[] {
  const [teller] = tellersOf(fact.evidence, input);
  const self = teller?.role ?? teller?.name ?? null;
  const notes = (fact.branches ?? []).flatMap(({ note }) => note ?? []);
  const named = [...fact.evidence.flatMap((ref) => textOf(ref, input)), ...notes].flatMap((text) =>
    readDeciders(text, self),
  );
  if (named.length > 0) return [...new Set(named)];
  const next = new Set((fact.branches ?? []).flatMap(({ then }) => then));
  const doing = input.graph.activities.filter(({ id }) => next.has(id));
  return [...new Set(doing.flatMap(({ roles }) => roles.slice(0, 1).map(({ name }) => name)))];
}

/** The whole of what is said there: who decides often stands beside the words that a finding rests on. */
function textOf(ref: EvidenceRef, { said }: AnswerInput): string[] {
  if (ref.kind !== 'speech') return [];
  const recording = said?.find(({ recordingId }) => recordingId === ref.recordingId);
  return [recording?.segments.find(({ index }) => index === ref.segment)?.text ?? ref.quote];
}

const DECIDES = /^(?:approves?|signs?|decides?|authori[sz]es?|agrees?|releases?|clears?)$/;
const HELPERS = /^(?:has|have|had|needs?|must|will|would|can|may|always|only|then|also|finally|to|just|who|be)$/;
const STARTS = /^(?:if|when|and|but|so|that|because|for|over|than|or|then|until|before|after|unless|where)$/;

export function readDeciders(text: string, self: string | null): string[] {
  let before: readonly string[] = [];
  return text.split(/[,.;:!?]+/).flatMap((clause) => {
    const words = clause.match(/[\p{L}\p{N}'’-]+/gu) ?? [];
    const at = words.findIndex((word) => DECIDES.test(word.toLowerCase()));
    const subject = at < 0 ? [] : subjectOf(words, at);
    const found = at < 0 ? undefined : nameOf(subject, { self, before });
    before = words;
    return found ?? [];
  });
}

function subjectOf(words: readonly string[], verb: number): string[] {
  let to = verb;
  while (to > 0 && HELPERS.test(words[to - 1]!.toLowerCase())) to -= 1;
  let from = to;
  while (from > 0 && !STARTS.test(words[from - 1]!.toLowerCase())) from -= 1;
  return words.slice(from, to);
}

function nameOf(
  subject: readonly string[],
  { self, before }: { readonly self: string | null; readonly before: readonly string[] },
): string | undefined {
  // "... to the account manager, to approve the price"
  if (subject.length === 0) return afterTo(before);
  const said = subject.join(' ').replace(/^(?:the|our|my|a|an|his|her) /i, '');
  if (/^(?:i|we)$/i.test(said)) return self ?? undefined;
  // "They have to go to the branch manager, she signs them."
  if (/^(?:he|she|they)$/i.test(said)) return afterTo(before);
  const isName =
    said !== '' && subject.length <= 4 && !/^(?:it|this|that|you|who|nobody|somebody|someone)\b/i.test(said);
  return isName ? said : undefined;
}

function afterTo(words: readonly string[]): string | undefined {
  const to = words.findLastIndex((word) => /^(?:to|ask|call|with)$/i.test(word));
  return to < 0 || to === words.length - 1 ? undefined : nameOf(words.slice(to + 1), { self: null, before: [] });
}
