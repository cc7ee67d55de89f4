// The elements of one recording while corrections are worked into them, one after the other.
import { type Anchor, ElementKind, type Values } from '../../domain/correction.ts';
import type { Extraction, Step } from '../../domain/extraction.ts';
import { ElementId } from '../../domain/ids.ts';
import type { AnswerRef } from '../../domain/evidence.ts';
import type { FindingStatus } from '../../domain/insights.ts';
import { shortHash } from '../../lib/short-hash.ts';
import { type Ordinary, targetsOf } from './effective.ts';
import { findTarget } from './find-target.ts';
import { type AnyElement, writeValues } from './values.ts';

/** One element with what people said about it so far. */
export interface Item {
  readonly kind: ElementKind;
  /** As extracted; cut or joined where a person cut or joined it. */
  element: AnyElement;
  /** Put right by a person; wins over `locked`. */
  fixed: Values;
  /** What was said when a person confirmed it. */
  locked: Values;
  status: FindingStatus;
  isFixed: boolean;
  /** What a person answered about it. */
  said: readonly AnswerRef[];
  isDeleted: boolean;
  /** The step it has become part of. */
  partOf: Item | undefined;
}

/** "This step stands right before or after that one." Either may be missing: others may stand beside it all the same. */
export interface Move {
  readonly step: ElementId;
  readonly place: 'before' | 'after';
  readonly other: ElementId;
}

export interface Bench {
  readonly items: Item[];
  readonly moves: Move[];
  /** Steps that were cut, with their other part. */
  readonly cuts: Map<ElementId, ElementId>;
  readonly others: ReadonlyMap<ElementId, ReadonlySet<ElementId>>;
}

export function openBench(extraction: Extraction, corrections: readonly Ordinary[]): Bench {
  const items = ElementKind.options.flatMap((kind) => extraction[kind].map((element) => toItem(kind, element)));
  return { items, moves: [], cuts: new Map(), others: findOthers(corrections) };
}

export const toItem = (kind: ElementKind, element: AnyElement): Item => ({
  kind,
  element,
  fixed: {},
  locked: {},
  status: 'open',
  isFixed: false,
  said: [],
  isDeleted: false,
  partOf: undefined,
});

/** What the command names; undefined when it is not there, or has become part of another step. */
export function findItem(bench: Bench, id: ElementId, anchor: Anchor | undefined): Item | undefined {
  if (!anchor) return undefined;
  const candidates = bench.items
    .filter((item) => item.kind === anchor.kind && !item.partOf)
    .map((item) => ({ item, id: item.element.id, evidence: item.element.evidence }));
  return findTarget(candidates, { id, anchor, others: bench.others.get(id) })?.item;
}

/** The item as a step; undefined when it is another kind of element, or deleted. */
export const asStep = (item: Item | undefined): (Item & { element: Step }) | undefined =>
  // Safe: items are made with the kind of the list their element comes from.
  item?.kind === 'steps' && !item.isDeleted ? (item as Item & { element: Step }) : undefined;

/** The element as people want it, all corrections worked in. */
export function finishItem({ kind, element, fixed, locked, status, isFixed, said }: Item): AnyElement {
  const written = withAnswers(writeValues(kind, element, { ...locked, ...fixed }), said);
  if (status === 'dismissed') return { ...written, confidence01: 0, unsure: true };
  if (status !== 'confirmed' && !isFixed) return written;
  return { ...written, provenance: 'confirmed', confidence01: 1, unsure: false };
}

/** Answers are evidence as other words are: stated, each once. */
function withAnswers(element: AnyElement, said: readonly AnswerRef[]): AnyElement {
  const known = new Set(element.evidence.map((ref) => (ref.kind === 'answer' ? ref.correctionId : '')));
  const added = said.filter(({ correctionId }) => !known.has(correctionId));
  if (added.length === 0) return element;
  const provenance = element.provenance === 'inferred' ? 'stated' : element.provenance;
  return { ...element, evidence: [...element.evidence, ...added], provenance };
}

/** The id of the second part of a cut step: made of the command, so that it is the same in every run. */
export const restOf = (step: ElementId, { segment, char }: { segment: number; char: number }): ElementId =>
  ElementId.parse(`step-${shortHash(`${step} split ${segment}:${char}`)}`);

/**
 * A command that names two elements says that they are not the same one: neither is ever taken for the other. Nor is
 * the second part of a cut step taken for anything else: its id is always known.
 */
function findOthers(corrections: readonly Ordinary[]): Map<ElementId, Set<ElementId>> {
  const rests = corrections.flatMap(({ command }) =>
    command.do === 'split' ? [restOf(command.element, command)] : [],
  );
  const others = new Map<ElementId, Set<ElementId>>();
  for (const { command } of corrections) {
    const named = targetsOf(command);
    for (const id of named) {
      const known = others.get(id) ?? new Set(rests);
      for (const other of named) known.add(other);
      others.set(id, known);
    }
  }
  return others;
}
