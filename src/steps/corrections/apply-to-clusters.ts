// Comes in: which steps Mirror takes for the same doing, and what people say about that. Goes out: people's word kept.
import type { Correction } from '../../domain/correction.ts';
import type { NarratedRecording, Step, StepCluster } from '../../domain/extraction.ts';
import type { ElementId } from '../../domain/ids.ts';
import { type Entry, listEffective, type Ordinary } from './effective.ts';
import { findTarget } from './find-target.ts';

export interface CorrectedClusters {
  readonly clusters: StepCluster[];
  /** Corrections in force with fewer than two of their steps left, or not all of them. */
  readonly stale: Entry[];
}

/**
 * About each pair of steps the last word holds; where words contradict each other through others, the later holds.
 * Then Mirror's clusters are kept as far as they do not contradict. An activity is named by the last person who named
 * it or one of its steps. `recordings` are the corrected ones the clusters were made of.
 */
export function applyToClusters(
  clusters: readonly StepCluster[],
  corrections: readonly Correction[],
  recordings: readonly NarratedRecording[],
): CorrectedClusters {
  const steps = recordings.flatMap(({ extraction }) => extraction.steps);
  const effective = listEffective(corrections).map((correction) => findNamed(correction, steps));
  const statements = effective.filter(({ correction }) => correction.command.do === 'relate');
  const blocks = formBlocks(clusters, statements);
  return {
    clusters: blocks.map((stepIds) => ({
      label: nameBlock(stepIds, { clusters, effective }),
      stepIds,
      ...(isPutTogether(stepIds, statements) ? { isConfirmed: true } : {}),
    })),
    stale: statements.filter(({ isWhole }) => !isWhole).map(({ correction }) => correction),
  };
}

interface Named {
  readonly correction: Ordinary;
  /** Steps it names that are there. */
  readonly ids: readonly ElementId[];
  readonly isWhole: boolean;
}

function findNamed(correction: Ordinary, steps: readonly Step[]): Named {
  const { command, anchors } = correction;
  if (command.do !== 'relate' && command.do !== 'rename') return { correction, ids: [], isWhole: true };
  const others = new Set<string>(command.elements);
  const found = command.elements.map((id, at) => {
    const anchor = anchors[at];
    return anchor && anchor.kind === 'steps' ? findTarget(steps, { id, anchor, others })?.id : undefined;
  });
  return { correction, ids: found.filter((id) => id !== undefined), isWhole: !found.includes(undefined) };
}

/** Every step of the clusters in exactly one block; blocks and their steps in the order of the clusters. */
function formBlocks(clusters: readonly StepCluster[], statements: readonly Named[]): ElementId[][] {
  const order = clusters.flatMap(({ stepIds }) => stepIds);
  const blocks = createBlocks(order);
  const said = new Set<string>();
  for (const { correction, ids } of statements.toReversed()) {
    if (correction.command.do !== 'relate') continue;
    for (const [a, b] of listPairs(ids)) {
      const key = [a, b].toSorted().join(' ');
      if (said.has(key)) continue;
      said.add(key);
      if (correction.command.as === 'same') blocks.join(a, b);
      if (correction.command.as === 'apart') blocks.part(a, b);
    }
  }
  for (const { stepIds } of clusters) {
    // A step that may not stand with the first of its cluster may still stand with the next.
    stepIds.forEach((id, at) => stepIds.slice(0, at).some((before) => blocks.join(before, id)));
  }
  return [...Map.groupBy(order, blocks.blockOf).values()];
}

const listPairs = (ids: readonly ElementId[]): [ElementId, ElementId][] =>
  ids.flatMap((a, at) => ids.slice(at + 1).map((b): [ElementId, ElementId] => [a, b]));

interface Blocks {
  blockOf(id: ElementId): ElementId;
  /** False when two of their steps are to be kept apart. */
  join(a: ElementId, b: ElementId): boolean;
  /** Does nothing when they already are together. */
  part(a: ElementId, b: ElementId): void;
}

function createBlocks(ids: readonly ElementId[]): Blocks {
  const block = new Map(ids.map((id) => [id, id]));
  const apart: [ElementId, ElementId][] = [];
  const blockOf = (id: ElementId): ElementId => block.get(id) ?? id;
  const isBetween = ([a, b]: [ElementId, ElementId], one: ElementId, other: ElementId): boolean =>
    (blockOf(a) === one && blockOf(b) === other) || (blockOf(a) === other && blockOf(b) === one);
  return {
    blockOf,
    join: (a, b) => {
      const [one, other] = [blockOf(a), blockOf(b)];
      if (one === other) return true;
      if (apart.some((pair) => isBetween(pair, one, other))) return false;
      for (const [id, own] of block) if (own === other) block.set(id, one);
      return true;
    },
    part: (a, b) => {
      if (blockOf(a) !== blockOf(b)) apart.push([a, b]);
    },
  };
}

/** Somebody said of two of these steps that they are the same. */
function isPutTogether(stepIds: readonly ElementId[], statements: readonly Named[]): boolean {
  const own = new Set(stepIds);
  return statements.some(
    ({ correction: { command }, ids }) =>
      command.do === 'relate' && command.as === 'same' && ids.filter((id) => own.has(id)).length > 1,
  );
}

interface Naming {
  readonly clusters: readonly StepCluster[];
  readonly effective: readonly Named[];
}

/** The last label a person gave it; otherwise that of the cluster most of its steps come from, the first of equals. */
function nameBlock(stepIds: readonly ElementId[], { clusters, effective }: Naming): string {
  const own = new Set(stepIds);
  const given = effective.flatMap(({ correction: { command }, ids }) => {
    const isOwn = ids.some((id) => own.has(id));
    if (command.do === 'rename' && isOwn) return [command.label];
    return command.do === 'relate' && command.as === 'same' && isOwn ? (command.label ?? []) : [];
  });
  const ranked = clusters
    .map(({ label, stepIds: ids }) => ({ label, count: ids.filter((id) => own.has(id)).length }))
    .sort((a, b) => b.count - a.count);
  return given.at(-1) ?? ranked[0]?.label ?? '';
}
