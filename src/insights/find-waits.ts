// Waits people speak of, each place once.
import type { StatedWait } from '../domain/extraction.ts';
import type { WaitFinding } from '../domain/insights.ts';
import { textLikeness01 } from '../steps/likeness/label-words.ts';
import { parseIsoDuration } from '../lib/iso-duration.ts';
import type { Context } from './context.ts';
import { countRecordings, groupAlike, listTold, makeFinding, type Told } from './finding.ts';

/** The same wait, told once or more often. */
export type WaitGroup = readonly [Told<StatedWait>, ...Told<StatedWait>[]];

/** Waits after the same activity with some words in common, or with mostly the same words. */
export function groupWaits(context: Context): WaitGroup[] {
  const wordsOf = ({ item }: Told<StatedWait>): string => `${item.label} ${item.cause ?? ''}`;
  return groupAlike(listTold(context, 'waits'), (one, other) => {
    const after = context.activityOfStep(one.item.after);
    const isSamePlace = after !== undefined && after === context.activityOfStep(other.item.after);
    return textLikeness01(wordsOf(one), wordsOf(other)) >= (isSamePlace ? 0.3 : 0.7);
  });
}

export function findWaits(context: Context, groups: readonly WaitGroup[]): WaitFinding[] {
  return groups.map((group) => {
    const [first] = group;
    const after = group
      .map(({ item }) => context.activityOfStep(item.after))
      .find((activity) => activity !== undefined);
    return {
      ...makeFinding(context, {
        kind: 'wait',
        place: first.item.id,
        label: first.item.label,
        activities: [after],
        sources: { log: 0, recordings: countRecordings(group) },
        grounds: group.map(({ item }) => item),
      }),
      duration: longestDuration(group),
      durationMin: pickDuration(
        group.map(({ item }) => item.durationMin),
        'shortest',
      ),
      durationMax: pickDuration(
        group.map(({ item }) => item.durationMax),
        'longest',
      ),
      cause: group.map(({ item }) => item.cause).find((cause) => cause !== null) ?? null,
      after: after?.id ?? null,
    };
  });
}

/** The typical duration of whoever names the longest; null when nobody names one. */
export const longestDuration = (group: WaitGroup): string | null =>
  pickDuration(
    group.map(({ item }) => item.duration),
    'longest',
  );

/** 0 when nobody names a duration. */
export const durationMsOf = (group: WaitGroup): number => parseIsoDuration(longestDuration(group) ?? '') ?? 0;

function pickDuration(durations: readonly (string | null)[], which: 'shortest' | 'longest'): string | null {
  const known = durations.flatMap((text) => {
    const ms = text === null ? undefined : parseIsoDuration(text);
    return text === null || ms === undefined ? [] : [{ text, ms }];
  });
  const sorted = known.sort((a, b) => (which === 'longest' ? b.ms - a.ms : a.ms - b.ms));
  return sorted[0]?.text ?? null;
}
