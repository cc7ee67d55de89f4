// The commands behind what a person does to an activity in the window.
import type { Command, CorrectableField } from '../../src/domain/correction.ts';
import type { Activity } from '../../src/domain/graph.ts';
import type { ElementId } from '../../src/domain/ids.ts';

/** In its recordings and, when event logs know it, in those. */
export function renameActivity({ stepIds, sources, label }: Activity, to: string): Command {
  return { do: 'rename', elements: stepIds, logLabel: sources.log > 0 ? label : null, label: to };
}

/** Empty text means: not known. */
export const setField = (elements: readonly ElementId[], field: CorrectableField, text: string): Command => ({
  do: 'set',
  elements: [...elements],
  field,
  value: text === '' ? null : text,
});

/** Two activities that can be one: both are told, and at most one is in a log, whose rows cannot be put together. */
export const canBeSame = (one: Activity, other: Activity): boolean =>
  one.id !== other.id &&
  one.stepIds.length > 0 &&
  other.stepIds.length > 0 &&
  (one.sources.log === 0 || other.sources.log === 0);

/** Named as the one that was picked, unless only the first is in the event log. */
export function putTogether(one: Activity, picked: Activity): Command {
  const label = one.sources.log > 0 ? one.label : picked.label;
  return { do: 'relate', elements: [...one.stepIds, ...picked.stepIds], as: 'same', label };
}

/** The picked steps are something else than the rest: each of them is kept apart from each of those. */
export function keepApart(picked: readonly ElementId[], rest: readonly ElementId[]): Command[] {
  return picked.flatMap((one) =>
    rest.map((other): Command => ({ do: 'relate', elements: [one, other], as: 'apart', label: null })),
  );
}
