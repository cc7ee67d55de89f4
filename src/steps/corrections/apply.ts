// Comes in: what was extracted from one recording, and what people said about it. Goes out: the same, put right.
import type { Anchor, ElementKind } from '../../domain/correction.ts';
import type { Extraction, Step } from '../../domain/extraction.ts';
import type { ElementId } from '../../domain/ids.ts';
import { arrangeSteps } from './arrange.ts';
import { asStep, type Bench, findItem, finishItem, type Item, openBench, restOf, toItem } from './bench.ts';
import { cutStep, joinSteps } from './cut-and-join.ts';
import { type Entry, listEffective, type Ordinary } from './effective.ts';
import { addBranch, addHandoff } from './answered.ts';
import { coversPlace } from './find-target.ts';
import { renameReferences } from './references.ts';
import { hasLabel, planSet, readValues } from './values.ts';

export interface Corrected {
  readonly extraction: Extraction;
  /** Corrections in force that found nothing (or not everything) they are about. */
  readonly stale: Entry[];
}

/**
 * Replays a log on the extraction of one recording, in order of time. Give it only what concerns this recording (see
 * `narrowTo`); commands on clusters and findings are passed over. Without a correction in force the very same
 * extraction comes back. Replaying on the result changes nothing, unless a step was cut or joined more than once or
 * two elements of one kind share most of their words.
 */
export function applyCorrections(extraction: Extraction, corrections: readonly Entry[]): Corrected {
  const effective = listEffective(corrections);
  if (effective.length === 0) return { extraction, stale: [] };
  const bench = openBench(extraction, effective);
  const stale = effective.filter((correction) => !applyOne(bench, correction));
  return { extraction: closeBench(bench, extraction), stale };
}

/** False when something it names is not there or does not fit. */
function applyOne(bench: Bench, { command, anchors, answer }: Ordinary): boolean {
  switch (command.do) {
    case 'relate':
    case 'relateLog':
    case 'judgeFinding':
      return true;
    case 'split':
      return split(bench, command, anchors[0]);
    case 'merge':
      return merge(bench, command, anchors);
    case 'reorder':
      return reorder(bench, command, anchors);
    case 'handOver':
      return addHandoff(bench, command, { item: findItem(bench, command.element, anchors[0]), answer });
    case 'branch':
      return addBranch(command, { item: findItem(bench, command.element, anchors[0]), answer });
    default: {
      // All of them, even when one is missing.
      const done = command.elements.map((id, at) => {
        const item = findItem(bench, id, anchors[at]);
        return applyToOne(item, command, { anchor: anchors[at], answer });
      });
      return done.every(Boolean);
    }
  }
}

type OnElements = Extract<Ordinary['command'], { do: 'rename' | 'set' | 'judge' | 'delete' | 'restore' | 'nothing' }>;

interface Said {
  readonly anchor: Anchor | undefined;
  readonly answer: Ordinary['answer'];
}

function applyToOne(item: Item | undefined, command: OnElements, { anchor, answer }: Said): boolean {
  if (!item) return false;
  if (answer) item.said = [...item.said, answer];
  switch (command.do) {
    case 'rename':
      return hasLabel(item.kind) && fix(item, { label: command.label });
    case 'set': {
      const values = planSet(item.kind, command.field, command.value);
      if (values && answer) item.fixed = { ...item.fixed, ...values };
      // Who answers one question has not confirmed all the rest of it.
      return values !== undefined && (answer !== undefined || fix(item, values));
    }
    case 'judge':
      item.status = command.status;
      item.locked = command.status === 'confirmed' ? (anchor?.values ?? {}) : {};
      return true;
    case 'delete':
    case 'restore':
      item.isDeleted = command.do === 'delete';
      return true;
    case 'nothing':
      return true;
  }
}

function fix(item: Item, values: Item['fixed']): true {
  item.fixed = { ...item.fixed, ...values };
  item.isFixed = true;
  return true;
}

type Split = Extract<Ordinary['command'], { do: 'split' }>;

/** A new extraction may cut there by itself; then only the name of the first part is left to give. */
function split(bench: Bench, command: Split, anchor: Anchor | undefined): boolean {
  const item = asStep(findItem(bench, command.element, anchor));
  if (!item) return false;
  const restId = restOf(command.element, command);
  const known = bench.items.find(({ element, partOf }) => element.id === restId && !partOf);
  const { first, rest } = cutStep(item.element, command, restId);
  if (!first) return false;
  const second = known ?? (rest && { ...toItem('steps', rest), fixed: item.fixed, locked: item.locked });
  fix(item, { label: command.labels[0] });
  if (!second) return true;
  fix(second, { label: command.labels[1] });
  if (!known) {
    item.element = first;
    bench.items.splice(bench.items.indexOf(item) + 1, 0, second);
    bench.cuts.set(item.element.id, restId);
  }
  bench.moves.push({ step: restId, place: 'after', other: item.element.id });
  return true;
}

type Merge = Extract<Ordinary['command'], { do: 'merge' }>;

function merge(bench: Bench, command: Merge, anchors: readonly Anchor[]): boolean {
  const [first, ...rest] = command.elements.map((id, at) => asStep(findItem(bench, id, anchors[at])));
  if (!first) return false;
  // One that is not there any more may already be part of the first.
  const isThere = rest.every((item, at) => item ?? covers(first.element, anchors[at + 1]));
  const parts = [...new Set(rest)].flatMap((item) => (item && item !== first ? [item] : []));
  const isCutOff = parts.some(({ element }) => bench.cuts.get(first.element.id) === element.id);
  if (!isThere || isCutOff) return false;
  const values = parts.map((part) => ({ ...readValues('steps', part.element), ...part.locked, ...part.fixed }));
  const pick = (name: 'actor' | 'system' | 'artifact'): string | null =>
    first.element[name] ?? values.map((each) => each[name] ?? null).find((value) => value !== null) ?? null;
  const named = { actor: pick('actor'), system: pick('system'), artifact: pick('artifact') };
  if (parts.length > 0) {
    first.element = { ...joinSteps([first.element, ...parts.map(({ element }) => element)]), ...named };
  }
  for (const part of parts) part.partOf = first;
  return fix(first, { label: command.label });
}

const covers = (step: Step, anchor: Anchor | undefined): boolean =>
  anchor !== undefined && coversPlace(step.evidence, anchor.ref);

type Reorder = Extract<Ordinary['command'], { do: 'reorder' }>;

function reorder(bench: Bench, { element, other, place }: Reorder, anchors: readonly Anchor[]): boolean {
  const step = asStep(findItem(bench, element, anchors[0]));
  const beside = asStep(findItem(bench, other, anchors[1]));
  if (step && step === beside) return false;
  bench.moves.push({ step: step?.element.id ?? element, place, other: beside?.element.id ?? other });
  return step !== undefined && beside !== undefined && fix(step, {});
}

function closeBench({ items, moves, cuts }: Bench, before: Extraction): Extraction {
  const listOf = <Kind extends ElementKind>(kind: Kind, shown: readonly Item[]): Extraction[Kind] =>
    // Safe: items of a kind are made of elements of that list.
    shown.filter((item) => item.kind === kind).map(finishItem) as Extraction[Kind];
  const hidden = items.filter((item) => item.isDeleted || item.partOf);
  const hiddenIds = new Set(hidden.map(({ element }) => element.id));
  const shown = items.filter((item) => !hidden.includes(item));
  const corrected: Extraction = {
    ...before,
    steps: arrangeSteps(listOf('steps', items), { moves, hidden: hiddenIds }),
    handoffs: listOf('handoffs', shown),
    waits: listOf('waits', shown),
    decisions: listOf('decisions', shown),
    exceptions: listOf('exceptions', shown),
    judgements: listOf('judgements', shown),
    rework: listOf('rework', shown),
    transfers: listOf('transfers', shown),
  };
  return renameReferences(corrected, { joined: listJoined(hidden), cuts, gone: hiddenIds });
}

/** Each step that is part of another, with the one it is part of at last. */
function listJoined(hidden: readonly Item[]): Map<ElementId, ElementId> {
  return new Map(
    hidden.flatMap((item) => {
      let whole = item;
      while (whole.partOf) whole = whole.partOf;
      return whole === item ? [] : [[item.element.id, whole.element.id] as const];
    }),
  );
}
