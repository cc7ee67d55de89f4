// In: what a kind of question told. Out: the answer, each sentence with its citations.
import type { Answer, UnderstoodQuestion } from '../domain/answer.ts';
import type { AnswerInput } from './answer-input.ts';
import type { Told } from './questions/kind.ts';

export interface Written {
  readonly understood: UnderstoodQuestion;
  /** Of which cases it is told, in words; empty: of all. */
  readonly scope: string;
  readonly part: AnswerInput;
  readonly followUps: readonly string[];
}

/** As many as are looked at; all others are behind the same facts. */
const CITED = 5;

/** A sentence without evidence is not said. */
export function writeTold(told: Told, { understood, scope, part, followUps }: Written): Answer {
  const sentences = told.sentences.flatMap(({ text, evidence }) =>
    text === '' || evidence.length === 0 ? [] : [{ text, citations: evidence.slice(0, CITED) }],
  );
  const [head, ...rest] = sentences;
  const scoped =
    scope === '' || head === undefined ? sentences : [{ ...head, text: `Of ${scope}: ${head.text}` }, ...rest];
  const definition = told.definition === undefined ? null : (part.insights.definitions[told.definition] ?? null);
  return {
    answer: scoped.map(({ text }) => text).join(' '),
    isAnswered: sentences.length > 0,
    understood,
    values: { ...told.values },
    sentences: scoped,
    definition,
    n: told.n,
    provenance: told.provenance,
    followUps: [...followUps],
  };
}
