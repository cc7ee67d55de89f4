// The numbers behind the sentences of an answer, and what pressing one of them opens.
import type { AnswerSentence } from '../../src/domain/answer.ts';
import type { EvidenceRef } from '../../src/domain/evidence.ts';
import type { ProcessView } from '../../src/domain/views.ts';
import { listFindings } from '../findings/find-finding.ts';
import type { Selection } from '../route.ts';

export interface Numbered {
  readonly number: number;
  readonly ref: EvidenceRef;
}

export const keyOf = (ref: EvidenceRef): string => JSON.stringify(ref);

/** For each sentence its citations: what is cited twice has one number, and a sentence has each only once. */
export function numberCitations(
  sentences: readonly Pick<AnswerSentence, 'citations'>[],
): readonly (readonly Numbered[])[] {
  const numbers = new Map<string, number>();
  return sentences.map(({ citations }) => {
    const own = new Map(citations.map((ref) => [keyOf(ref), ref]));
    return [...own].map(([key, ref]) => {
      const number = numbers.get(key) ?? numbers.size + 1;
      numbers.set(key, number);
      return { number, ref };
    });
  });
}

type Part = Pick<ProcessView, 'graph' | 'insights'>;

/**
 * What of the map rests on this evidence: what the sentence names goes first, then ways, then activities, then findings.
 * Undefined where nothing does.
 */
export function findOnMap({ graph, insights }: Part, sentence: string, ref: EvidenceRef): Selection | undefined {
  const key = keyOf(ref);
  const rests = ({ evidence }: { readonly evidence: readonly EvidenceRef[] }): boolean =>
    evidence.some((each) => keyOf(each) === key);
  const text = sentence.toLowerCase();
  const labelOf = new Map(graph.activities.map(({ id, label }) => [id, label.toLowerCase()]));
  const isNamed = (id: string): boolean => {
    const label = labelOf.get(id as (typeof graph.activities)[number]['id']);
    return label !== undefined && text.includes(label);
  };
  const ways = graph.transitions.filter(rests);
  const activities = graph.activities.filter(rests);
  const way = ways.find(({ source, target }) => isNamed(source) && isNamed(target));
  if (way) return { what: 'transition', id: way.id };
  const named = activities.find(({ id }) => isNamed(id));
  if (named) return { what: 'activity', id: named.id };
  const found = listFindings(insights).find(({ finding }) => rests(finding));
  if (found) return { what: 'finding', id: found.finding.id };
  if (ways[0]) return { what: 'transition', id: ways[0].id };
  return activities[0] && { what: 'activity', id: activities[0].id };
}
