// Order in the process: that of the talk, moved by "before that", "oh, I forgot", "first" and "last".
import type { Step } from '../domain/extraction.ts';
import type { PlacedStep } from './assemble.ts';
import type { Parse } from './deeds.ts';

/** Steps in process order with their `order` numbers; neighbours on different branches of a decision share a number. */
export function orderSteps(parse: Parse, placed: readonly PlacedStep[]): Step[] {
  const talk = [...placed].sort((a, b) => a.span.from - b.span.from);
  const ordered: PlacedStep[] = [];
  for (const each of talk) {
    const at = isEarlier(parse, each) ? earlierPlace(ordered) : ordered.length;
    ordered.splice(at, 0, each);
  }
  return ordered.map(({ step }, order) => ({ ...step, order }));
}

/** "before that I rinse the tray", "before you save it, …": belongs before what was said last. */
function isEarlier(parse: Parse, { draft }: PlacedStep): boolean {
  const clause = parse.clauses[draft.candidate.deed.clause];
  if (!clause || clause.kind === 'time') return false;
  const opening = parse.words
    .slice(clause.from, Math.min(clause.from + 5, clause.to))
    .map((word) => word.lower)
    .join(' ');
  return /\bbefore (that|this|then)\b/.test(opening);
}

function earlierPlace(ordered: readonly PlacedStep[]): number {
  return Math.max(0, ordered.length - 1);
}
