// Shared ways of telling what a tool found.
import type { AnswerValue } from '../../../domain/answer.ts';
import type { EvidenceRef, Provenance } from '../../../domain/evidence.ts';
import type { Durations } from '../../../domain/graph.ts';
import { sayDuration } from '../../../insights/say.ts';
import type { AnswerInput } from '../../answer-input.ts';
import { citeSome, sumUp } from '../../tools/cite-some.ts';
import { listActivities } from '../../tools/list-activities.ts';
import type { Refused, Told } from '../kind.ts';

interface Fact {
  readonly evidence: readonly EvidenceRef[];
  readonly provenance: Provenance;
}

interface ListTold<Item extends Fact> {
  readonly items: readonly Item[];
  /** The first sentence, with the number. */
  readonly head: string;
  /** One sentence each for the first ones. */
  line(item: Item): string;
  readonly values: Readonly<Record<string, AnswerValue>>;
  readonly definition?: string;
  readonly limit?: number;
  /** What shows that there is none. */
  readonly input: AnswerInput;
}

/** A number first, then what it counts; where there is nothing, what was looked through is the evidence. */
export function tellList<Item extends Fact>({
  items,
  head,
  line,
  values,
  definition,
  limit = 5,
  input,
}: ListTold<Item>): Told {
  const shown = items.slice(0, limit);
  return {
    values,
    sentences: [
      { text: head, evidence: items.length > 0 ? citeSome(items) : lookedThrough(input) },
      ...shown.map((item) => ({ text: line(item), evidence: citeSome([item]) })),
    ],
    ...(definition && { definition }),
    n: items.length,
    provenance: items.length > 0 ? sumUp(items) : 'inferred',
  };
}

/** Where something is not, all that was looked through shows it: examples of it. */
export function lookedThrough(input: AnswerInput): EvidenceRef[] {
  return citeSome(listActivities.run({}, input).activities.toSorted((a, b) => b.count - a.count));
}

export const refuse = (refused: string): Refused => ({ refused });

/** "9.5 days on average, half of them longer than 9.1 days (n = 326)". */
export const saySpread = ({ n, meanMs, medianMs, p90Ms }: Durations): string =>
  `${sayDuration(meanMs)} on average, half of them longer than ${sayDuration(medianMs)}, one in ten longer than ${sayDuration(p90Ms)} (n = ${n})`;

export const spreadValues = (spread: Durations): Record<string, number> => ({ ...spread });

/** As people said it, in their own words, ended like a sentence. */
export const endSentence = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);
