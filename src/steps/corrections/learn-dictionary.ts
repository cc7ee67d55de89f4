// Comes in: extractions and what people put right in them. Goes out: the words a new extraction should know.
import type { Correction } from '../../domain/correction.ts';
import type { Dictionary } from '../../domain/dictionary.ts';
import type { Extraction, Step } from '../../domain/extraction.ts';
import type { ElementId } from '../../domain/ids.ts';
import { DEPARTMENTS } from '../lexicon.ts';
import { isRoleWord } from '../parties.ts';
import { applyCorrections } from './apply.ts';
import { listEffective, narrowTo, type Ordinary } from './effective.ts';
import { writeValues } from './values.ts';

/**
 * Compares each step as first extracted with the same step as corrected. Of contradicting lessons the later step's
 * holds. Most corrections say what was wrong with one step, not how a word is meant: "Ledgerly, not Atlas" makes the
 * two no synonyms. So a name is taken for another only where it shows (`isWordFor`), or where it was said twice.
 * `extractions` are the machine's own, uncorrected.
 */
export function learnDictionary(corrections: readonly Correction[], extractions: readonly Extraction[]): Dictionary {
  const lessons = extractions.flatMap((extraction) => listLessons(extraction, corrections));
  return {
    roles: learnNames(lessons.map((lesson) => pick(lesson, 'actor'))),
    systems: learnNames(
      lessons.map((lesson) => pick(lesson, 'system')),
      { knowsItself: true },
    ),
    artifacts: learnNames(
      lessons.map((lesson) => pick(lesson, 'artifact')),
      { knowsItself: true },
    ),
    // A label that changed altogether says nothing about its verb.
    verbs: new Map(
      lessons
        .filter(({ before, after }) => before.verb !== after.verb && isSame(before.object, after.object))
        .map(({ before, after }) => [before.verb.toLowerCase(), after.verb] as const),
    ),
  };
}

interface Naming {
  readonly from: string | null;
  readonly to: string | null;
}

const pick = ({ before, after }: Lesson, field: 'actor' | 'system' | 'artifact'): Naming => {
  return { from: before[field], to: after[field] };
};

/** `knowsItself`: a name that a person gave leads to itself, so that it is known for a name. */
function learnNames(namings: readonly Naming[], { knowsItself = false } = {}): Map<string, string> {
  const taught = namings.flatMap(({ from, to }) =>
    to !== null && from !== to ? [{ from: from?.toLowerCase(), to }] : [],
  );
  const learned = new Map<string, string>();
  for (const { from, to } of taught) {
    const times = taught.filter((other) => other.from === from && other.to === to).length;
    if (from !== undefined && (times > 1 || isWordFor(from, to))) learned.set(from, to);
    if (knowsItself) learned.set(to.toLowerCase(), to);
  }
  return learned;
}

/** A part of the name ("atlas" of "Atlas CRM"), a person of a role ("noor" of "finance"). */
function isWordFor(said: string, name: string): boolean {
  const words = new Set(said.split(/\s+/));
  const others = new Set(name.toLowerCase().split(/\s+/));
  if (words.isSubsetOf(others) || others.isSubsetOf(words)) return true;
  const isRole = (word: string): boolean => isRoleWord(word) || DEPARTMENTS.has(word);
  return isRole([...others].at(-1) ?? '') && ![...words].some(isRole);
}

interface Lesson {
  readonly before: Step;
  readonly after: Step;
}

function listLessons(extraction: Extraction, corrections: readonly Correction[]): Lesson[] {
  const recordingId = extraction.steps[0]?.recordingId;
  if (!recordingId) return [];
  // Only what a person said of a step is a lesson; a step that was cut or joined is another step now.
  const plain = corrections.filter(({ command }) => ['rename', 'set', 'judge', 'answer', 'undo'].includes(command.do));
  const own = narrowTo(recordingId, plain);
  const corrected = applyCorrections(extraction, own).extraction;
  const after = new Map(corrected.steps.map((step) => [step.id, step]));
  const first = findFirstValues(listEffective(own));
  return extraction.steps.flatMap((step) => {
    const same = after.get(step.id);
    if (!same || !isToldByPerson(same)) return [];
    // This extraction may have read with the lesson already; the first correction knows how it was before.
    return [{ before: writeValues('steps', step, first.get(step.id) ?? {}), after: same }];
  });
}

/** What each step said when it was first corrected. */
function findFirstValues(corrections: readonly Ordinary[]): Map<ElementId, Ordinary['anchors'][number]['values']> {
  const first = new Map<ElementId, Ordinary['anchors'][number]['values']>();
  for (const { command, anchors } of corrections) {
    const elements = 'elements' in command ? command.elements : [];
    for (const [at, id] of elements.entries()) {
      const anchor = anchors[at];
      if (anchor?.kind === 'steps' && !first.has(id)) first.set(id, anchor.values);
    }
  }
  return first;
}

const isToldByPerson = ({ provenance, evidence }: Step): boolean =>
  provenance === 'confirmed' || evidence.some(({ kind }) => kind === 'answer');

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
