// A change in the words of its row.
import type { Certainty, Change, ComparedSide, Comparison, ElementMark } from '../../src/domain/comparison.ts';
import type { EvidenceRef } from '../../src/domain/evidence.ts';
import { capitalize } from '../format.ts';
import { CHANGE_WORDS, type ChangeSign } from '../map/ChangeBadge.tsx';

export const CERTAINTY_WORDS: Readonly<Record<Certainty, string>> = {
  clear: 'Clear changes',
  untested: 'Differences that no test speaks about',
  unclear: 'May be chance',
  few: 'Too few to tell',
};

type Sides = Pick<Comparison, 'before' | 'after' | 'isInTime'>;

/** What the two sides are called in short: only of two periods one is before the other. */
export const sideWords = ({ before, after, isInTime }: Sides): { readonly before: string; readonly after: string } => {
  if (isInTime) return { before: 'Before', after: 'After' };
  const nameOf = ({ title }: ComparedSide): string => capitalize(title);
  return { before: nameOf(before), after: nameOf(after) };
};

/** The sign and the words of a mark, as on the map. */
export function signOf(mark: ChangeSign['mark'], { before, after }: Sides): ChangeSign {
  if (mark === 'added') return { mark, words: `+ ${after.alone}` };
  if (mark === 'removed') return { mark, words: `− ${before.alone}` };
  return { mark, words: CHANGE_WORDS[mark] };
}

/** The sign of a change as on the map; handoffs and bottlenecks, which it does not mark, say what they are. */
export function describeSign({ kind, subject, difference }: Change, sides: Sides): ChangeSign {
  const isUp = (difference ?? 0) > 0;
  if (subject === 'bottleneck') {
    return kind === 'added' ? { mark: 'slower', words: '+ bottleneck' } : { mark: 'faster', words: '− bottleneck' };
  }
  if (subject === 'handoff' && (kind === 'added' || kind === 'removed')) {
    return { mark: kind, words: kind === 'added' ? '+ handoff' : '− handoff' };
  }
  const mark: Exclude<ElementMark, 'same'> =
    kind === 'added' || kind === 'removed'
      ? kind
      : kind === 'frequency'
        ? isUp
          ? 'more'
          : 'less'
        : isUp
          ? 'slower'
          : 'faster';
  return signOf(mark, sides);
}

/** The evidence of each side under its name; none for the cycle, which all events speak for. */
export function splitEvidence(
  { subject, evidence }: Change,
  sides: Sides,
): { title: string; refs: readonly EvidenceRef[] }[] {
  if (subject === 'cycle') return [];
  const words = sideWords(sides);
  return [
    { title: words.before, refs: evidence.before },
    { title: words.after, refs: evidence.after },
  ];
}
