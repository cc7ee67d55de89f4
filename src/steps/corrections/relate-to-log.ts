// Comes in: what people say of steps and activities of event logs. Goes out: what each step is, and what it is not.
import type { Correction } from '../../domain/correction.ts';
import type { NarratedRecording } from '../../domain/extraction.ts';
import type { ElementId } from '../../domain/ids.ts';
import { type Entry, listEffective } from './effective.ts';
import { findTarget } from './find-target.ts';
import type { NameOf } from './relabel-log.ts';

export interface SaidOfLog {
  /** The activity of the logs that a step is, by its name now; undefined when nobody said. */
  sameAs(step: ElementId): string | undefined;
  /** Whether somebody said that it is not. */
  isApart(step: ElementId, name: string): boolean;
  /** Corrections in force with a step that is not there. */
  readonly stale: readonly Entry[];
}

/** About each step and activity the last word holds; a step is the same as one activity at most, the one said last. */
export function relateToLog(
  corrections: readonly Correction[],
  recordings: readonly NarratedRecording[],
  nameOf: NameOf,
): SaidOfLog {
  const steps = recordings.flatMap(({ extraction }) => extraction.steps);
  const words = new Map<ElementId, Map<string, 'same' | 'apart'>>();
  const stale: Entry[] = [];
  for (const correction of listEffective(corrections)) {
    const { command, anchors } = correction;
    if (command.do !== 'relateLog') continue;
    const others = new Set<string>(command.elements);
    const names = new Set(command.logLabels.map(nameOf));
    const found = command.elements.map((id, at) => {
      const anchor = anchors[at];
      return anchor?.kind === 'steps' ? findTarget(steps, { id, anchor, others })?.id : undefined;
    });
    if (found.includes(undefined)) stale.push(correction);
    for (const id of found) if (id !== undefined) words.set(id, addWord(words.get(id), names, command.as));
  }
  return {
    sameAs: (step) => [...(words.get(step) ?? [])].findLast(([, word]) => word === 'same')?.[0],
    isApart: (step, name) => words.get(step)?.get(name) === 'apart',
    stale,
  };
}

type Words = Map<string, 'same' | 'apart'>;

function addWord(before: Words = new Map(), names: ReadonlySet<string>, as: 'same' | 'apart' | 'open'): Words {
  const kept = [...before].filter(([name, word]) => !names.has(name) && !(as === 'same' && word === 'same'));
  const added = as === 'open' ? [] : [...names].map((name) => [name, as] as const);
  return new Map([...kept, ...added]);
}
