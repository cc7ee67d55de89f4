// In: a choice, the writers there are, what may be spent. Out: who writes, or why nobody does.
import type { WriterBudget, WriterChoice } from '../../domain/writer.ts';

export interface Candidate {
  readonly id: string;
  readonly title: string;
  readonly strength: 'light' | 'strong';
  /** Why it may not be asked under the policy; null when it may. */
  readonly refusal: string | null;
  /** Upper bound of what the question costs with it; null where nobody has named a price. */
  readonly costUsd: number | null;
}

export interface Choosing {
  readonly choice: WriterChoice;
  /** The answerer without a model has answered. */
  readonly isAnswered: boolean;
  readonly candidates: readonly Candidate[];
  readonly budget: WriterBudget;
  readonly spentTodayUsd: number;
}

export type Chosen =
  | { readonly do: 'rules' }
  /** In the order in which they are asked. */
  | { readonly do: 'ask'; readonly ids: readonly string[] }
  | { readonly do: 'refuse'; readonly why: 'unknown' | 'not-allowed' | 'over-budget'; readonly detail: string };

/**
 * A writer that somebody chose is asked or refused, and no other one is asked in its place. `auto` asks nobody where
 * rules answer; then the light ones first, then the strong, the cheaper before the dearer, of those that may be asked.
 */
export function chooseWriter({ choice, isAnswered, candidates, budget, spentTodayUsd }: Choosing): Chosen {
  if (choice === 'none') return { do: 'rules' };
  const whyOver = (candidate: Candidate): string | null => explainCost(candidate, budget, spentTodayUsd);
  if (choice !== 'auto') {
    const chosen = candidates.find(({ id }) => id === choice);
    if (chosen === undefined) return { do: 'refuse', why: 'unknown', detail: choice };
    if (chosen.refusal !== null) return { do: 'refuse', why: 'not-allowed', detail: chosen.refusal };
    const over = whyOver(chosen);
    return over === null ? { do: 'ask', ids: [chosen.id] } : { do: 'refuse', why: 'over-budget', detail: over };
  }
  if (isAnswered) return { do: 'rules' };
  const allowed = candidates.filter((each) => each.refusal === null && whyOver(each) === null);
  const rank = ({ strength }: Candidate): number => (strength === 'light' ? 0 : 1);
  const sorted = allowed.toSorted((a, b) => rank(a) - rank(b) || (a.costUsd ?? 0) - (b.costUsd ?? 0));
  // One light and one strong: what neither can answer, a third will not.
  const ids = [sorted.find((each) => rank(each) === 0), sorted.find((each) => rank(each) === 1)].flatMap(
    (each) => each?.id ?? [],
  );
  return ids.length === 0 ? { do: 'rules' } : { do: 'ask', ids };
}

function explainCost(
  { costUsd }: Candidate,
  { perQuestionUsd, perDayUsd }: WriterBudget,
  spentUsd: number,
): string | null {
  if (costUsd === null || costUsd === 0) return null;
  if (perQuestionUsd !== null && costUsd > perQuestionUsd)
    return `it may cost ${sayUsd(costUsd)}, and a question may cost ${sayUsd(perQuestionUsd)}`;
  if (perDayUsd !== null && spentUsd + costUsd > perDayUsd)
    return `it may cost ${sayUsd(costUsd)}, and of today's ${sayUsd(perDayUsd)} there are ${sayUsd(Math.max(0, perDayUsd - spentUsd))} left`;
  return null;
}

const sayUsd = (usd: number): string => `$${usd.toFixed(usd < 0.1 ? 4 : 2)}`;
