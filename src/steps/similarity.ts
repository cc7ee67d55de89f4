// How much two steps look like the same doing: words, verb class, role, system, thing worked on, place in the process.
import type { Step } from '../domain/extraction.ts';
import table from './data/similarity.json' with { type: 'json' };
import { classOfVerb } from './lexicon.ts';

export interface StepView {
  readonly step: Step;
  readonly words: ReadonlySet<string>;
  readonly objectWords: ReadonlySet<string>;
  readonly verbClass: string | undefined;
  /** 0 at the start of its recording, 1 at the end. */
  readonly position: number;
  /** Done by whoever tells it: colleagues with different titles do the same step themselves. */
  readonly isOwn: boolean;
}

/** How telling a word is in this process: rare words more than those in every label. */
export type WordWeights = ReadonlyMap<string, number>;

const SYNONYMS: ReadonlyMap<string, string> = new Map(Object.entries(table.synonyms));
const STOP: ReadonlySet<string> = new Set(table.stop);

/** What of a step is compared. `narrator` is the role of whoever tells it. */
export function viewStep(
  step: Step,
  { position, narrator }: { readonly position: number; readonly narrator: string | null },
): StepView {
  return {
    step,
    position,
    words: wordsOf(step.label),
    objectWords: wordsOf(step.object),
    verbClass: classOfVerb(step.verb),
    isOwn: step.actor !== null && step.actor === narrator,
  };
}

/** Weights from the number of steps a word stands in. */
export function weighWords(views: readonly StepView[]): WordWeights {
  const counts = new Map<string, number>();
  for (const view of views) for (const word of view.words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Map([...counts].map(([word, count]) => [word, Math.log(1 + views.length / count)] as const));
}

/** 0 to 1. Never decided by one thing alone: without shared words the rest cannot reach the high mark. */
export function compareSteps(a: StepView, b: StepView, rarity: WordWeights): number {
  const w = table.weights;
  const verb = a.step.verb === b.step.verb ? 1 : a.verbClass !== undefined && a.verbClass === b.verbClass ? 0.7 : 0;
  // Looking a number up and entering it share every word but are two doings.
  const isOther = a.verbClass !== undefined && b.verbClass !== undefined && a.verbClass !== b.verbClass;
  const score =
    w.label * overlap(a.words, b.words, rarity) +
    w.object * overlap(a.objectWords, b.objectWords, rarity) +
    w.verb * verb +
    w.system * sameOrUnknown(a.step.system, b.step.system) +
    w.actor * (a.isOwn && b.isOwn ? 1 : a.isOwn !== b.isOwn ? 0 : sameOrUnknown(a.step.actor, b.step.actor)) +
    w.position * (1 - Math.abs(a.position - b.position));
  return isOther ? score * w.otherVerb : score;
}

function sameOrUnknown(a: string | null, b: string | null): number {
  if (a === null || b === null) return 0.5;
  return a.toLowerCase() === b.toLowerCase() ? 1 : 0;
}

/** Dice overlap with every word counted by its rarity. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>, rarity: WordWeights): number {
  // Millions of pairs are compared: nothing is made here.
  let [ofA, ofB, shared] = [0, 0, 0];
  for (const word of a) {
    const weight = rarity.get(word) ?? 1;
    ofA += weight;
    if (b.has(word)) shared += weight;
  }
  for (const word of b) ofB += rarity.get(word) ?? 1;
  return ofA + ofB === 0 ? 0 : (2 * shared) / (ofA + ofB);
}

function wordsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => !STOP.has(word)).map(stem));
}

/** Crude stem: enough to join "prices" and "price", "pricing" and "price". */
function stem(word: string): string {
  const base = word.length > 3 ? word.replace(/ies$/, 'y').replace(/(?<=[^s])s$/, '') : word;
  const known = SYNONYMS.get(base) ?? base;
  return known.length > 5 ? known.replace(/(ing|ed)$/, '').replace(/e$/, '') : known.replace(/e$/, '');
}
