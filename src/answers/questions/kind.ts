// A kind of question: how people ask it, how it is recognised, and how the tools answer it.
import type { AnswerValue, NameKind } from '../../domain/answer.ts';
import type { EvidenceRef, Provenance } from '../../domain/evidence.ts';
import type { AnswerInput } from '../answer-input.ts';
import type { Concept } from './concepts.ts';

/** Sentences with what shows them; a sentence without evidence is never said. */
export interface Told {
  readonly values: Readonly<Record<string, AnswerValue>>;
  readonly sentences: readonly { readonly text: string; readonly evidence: readonly EvidenceRef[] }[];
  /** A key of the definitions of insights. */
  readonly definition?: string;
  readonly n: number | null;
  readonly provenance: Provenance;
}

/** The process does not know: in words. */
export interface Refused {
  readonly refused: string;
  /** It asks of something that is otherwise: no other reading of the question may answer it. */
  readonly isFinal?: true;
}

export interface AskedName {
  readonly kind: NameKind;
  readonly name: string;
  readonly lead: string | null;
}

export interface Asked {
  readonly input: AnswerInput;
  readonly mentions: readonly AskedName[];
  /** The first name of a kind; a pattern with that slot makes sure that there is one. */
  name(kind: NameKind): string;
  find(kind: NameKind, at?: number): string | undefined;
  readonly topic: readonly string[];
  readonly concepts: ReadonlySet<Concept>;
  /** Whether the one is said before the other; false where either is not said. */
  isBefore(one: Concept, other: Concept): boolean;
  /** Folded, as typed. */
  readonly words: readonly string[];
  /** How many to name. */
  readonly limit: number;
  /** "top 3", "variant 2". */
  readonly number: number | null;
}

export interface QuestionKind {
  readonly id: string;
  /** As people ask, with slots for names; shown with names of the process in them, and compared by likeness. */
  readonly examples: readonly string[];
  /** See match-pattern.ts; any of them. */
  readonly patterns: readonly string[];
  /** Whether it can be asked of some of the cases: what people only tell is told of no period. */
  readonly ofCases?: true;
  /** Whether it is answered from the rows of the logs, and not from the graph. */
  readonly readsRows?: true;
  /** Whether it tells the causes of waiting, which are not worked out for other questions of some of the cases. */
  readonly explainsWaiting?: true;
  answer(asked: Asked): Told | Refused;
}
