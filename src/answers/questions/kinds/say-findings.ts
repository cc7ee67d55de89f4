// What people tell of decisions and exceptions, in sentences.
import type { EvidenceRef } from '../../../domain/evidence.ts';
import type { DecisionFinding, ExceptionFinding } from '../../../domain/insights.ts';
import { quote, sayCount } from '../../../insights/say.ts';
import { type AnswerInput, labelOf } from '../../answer-input.ts';
import { sayList } from '../../say-list.ts';
import { tellersOf } from '../../tools/tellers.ts';
import type { Asked, Told } from '../kind.ts';
import { endSentence, tellList } from './tell.ts';

/** What a question is about, as it was typed. */
export const about = (asked: Asked): string => `“${asked.topic.join(' ')}”`;

/** Who must tell it, if the question names somebody. */
export const teller = (asked: Asked): { role: string | undefined; person: string | undefined } => ({
  role: asked.find('role'),
  person: asked.find('person'),
});

/** The question, and what follows from each answer. */
export function sayDecision({ question, branches }: DecisionFinding, input: AnswerInput): string {
  const ways = branches.map(({ condition, then, note }) => {
    const what = then.map((id) => quote(labelOf(input, id)));
    return `${condition}: ${what.length > 0 ? sayList(what) : (note ?? 'not told')}`;
  });
  return `${question} ${endSentence(ways.join('; '))}`;
}

/** With the words themselves where what follows is not told as steps. */
export function sayWhole(decision: DecisionFinding, input: AnswerInput): string {
  const isTold = decision.branches.every(({ then, note }) => then.length > 0 || note !== null);
  const text = sayDecision(decision, input);
  return isTold ? text : `${text.replace(/\.$/, '')}${sayAround(decision.question, decision.evidence, input)}`;
}

/** The exception, and what people do then. */
export const sayException = ({ label, handling, evidence }: ExceptionFinding, input: AnswerInput): string =>
  endSentence(`“${label}”${handling === null ? sayAround(label, evidence, input) : `: ${handling}`}`);

/** The sentence in which something is told, where that says more than its label; otherwise nothing. */
export function sayAround(label: string, evidence: readonly EvidenceRef[], { said }: AnswerInput): string {
  const ref = evidence.find((each) => each.kind === 'speech');
  const segments = said?.find(({ recordingId }) => recordingId === ref?.recordingId)?.segments;
  const text = segments?.find(({ index }) => index === ref?.segment)?.text;
  return text === undefined || text.length <= label.length + 3 ? '' : `: “${text}”`;
}

/** `head` is the first sentence. */
export function tellDecisions(asked: Asked, decisions: readonly DecisionFinding[], head: string): Told {
  const tellers = decisions.flatMap(({ evidence }) => tellersOf(evidence, asked.input));
  return tellList({
    items: decisions,
    head,
    line: (decision) => sayWhole(decision, asked.input),
    values: {
      decisions: decisions.length,
      questions: decisions.map(({ question }) => question),
      by: [...new Set(tellers.flatMap(({ role, name }) => role ?? name ?? []))],
    },
    definition: 'decisions',
    limit: asked.limit,
    input: asked.input,
  });
}

/** "There is no exception", "There are 3 exceptions". */
export const has = (count: number, one: string): string =>
  count === 0 ? `There is no ${one}` : `There ${count === 1 ? 'is' : 'are'} ${sayCount(count, one)}`;
