// A change in the words of its row.
import type { Certainty, Change, ElementMark } from '../../src/domain/comparison.ts';
import type { EvidenceRef } from '../../src/domain/evidence.ts';
import { CHANGE_WORDS } from '../map/ChangeBadge.tsx';

export const CERTAINTY_WORDS: Readonly<Record<Certainty, string>> = {
  clear: 'Clear changes',
  untested: 'Differences that no test speaks about',
  unclear: 'May be chance',
  few: 'Too few to tell',
};

/** The sign of a change as on the map; handoffs and bottlenecks, which it does not mark, say what they are. */
export function describeSign({ kind, subject, difference }: Change): {
  readonly mark: Exclude<ElementMark, 'same'>;
  readonly word: string;
} {
  const isUp = (difference ?? 0) > 0;
  if (subject === 'bottleneck') {
    return kind === 'added' ? { mark: 'slower', word: '+ bottleneck' } : { mark: 'faster', word: '− bottleneck' };
  }
  if (subject === 'handoff' && (kind === 'added' || kind === 'removed')) {
    return { mark: kind, word: kind === 'added' ? '+ handoff' : '− handoff' };
  }
  const mark =
    kind === 'added' || kind === 'removed'
      ? kind
      : kind === 'frequency'
        ? isUp
          ? 'more'
          : 'less'
        : isUp
          ? 'slower'
          : 'faster';
  return { mark, word: CHANGE_WORDS[mark] };
}

/** The evidence of each side under its name; none for the cycle, which all events speak for. */
export function splitEvidence({ subject, evidence }: Change): { title: string; refs: readonly EvidenceRef[] }[] {
  if (subject === 'cycle') return [];
  return [
    { title: 'Before', refs: evidence.before },
    { title: 'After', refs: evidence.after },
  ];
}
