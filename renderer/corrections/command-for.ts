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

/** Named as the one that was picked, unless only the first is in the event log. */
export function putTogether(one: Activity, picked: Activity): Command {
  const logged = [picked, one].filter(({ sources }) => sources.log > 0);
  if (logged.length === 0) {
    return { do: 'relate', elements: [...one.stepIds, ...picked.stepIds], as: 'same', label: picked.label };
  }
  // The steps of an activity that the log knows go with its name there.
  const told = [one, picked].filter(({ sources }) => sources.log === 0).flatMap(({ stepIds }) => stepIds);
  return { do: 'relateLog', elements: told, logLabels: logged.map(({ label }) => label), as: 'same' };
}

/** What was told is none of these activities of the log. */
export function isNone(told: Activity, candidates: readonly Activity[]): Command {
  const logLabels = candidates.map(({ label }) => label);
  return { do: 'relateLog', elements: told.stepIds, logLabels, as: 'apart' };
}

/** The picked steps are something else than the rest: each of them is kept apart from each of those. */
export function keepApart(picked: readonly ElementId[], rest: readonly ElementId[]): Command[] {
  return picked.flatMap((one) =>
    rest.map((other): Command => ({ do: 'relate', elements: [one, other], as: 'apart', label: null })),
  );
}
