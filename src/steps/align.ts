// Comes in: the steps of several recordings of one process. Goes out: clusters of steps that are the same doing.
import type { NarratedRecording, StepCluster } from '../domain/extraction.ts';
import { assignPairs } from '../lib/assignment.ts';
import table from './data/similarity.json' with { type: 'json' };
import { compareSteps, type StepView, viewStep, weighWords, type WordWeights } from './similarity.ts';

/**
 * Every step of every recording is in exactly one cluster, and a cluster holds at most one step of each recording.
 * Recordings join one at a time, by a global one-to-one assignment against the clusters so far.
 */
export function alignSteps(recordings: readonly NarratedRecording[]): StepCluster[] {
  const viewed = recordings.map(viewRecording);
  const rarity = weighWords(viewed.flat());
  const clusters: StepView[][] = [];
  for (const views of viewed) {
    const joined = new Map(
      assignPairs(views.map((view) => clusters.map((cluster) => scoreAgainst(view, cluster, rarity)))),
    );
    views.forEach((view, at) => {
      const target = joined.get(at);
      const cluster = target === undefined ? undefined : clusters[target];
      if (cluster) cluster.push(view);
      else clusters.push([view]);
    });
  }
  return clusters.map((cluster) => ({ label: labelOf(cluster), stepIds: cluster.map((view) => view.step.id) }));
}

function viewRecording({ recording, extraction }: NarratedRecording): StepView[] {
  const last = Math.max(1, extraction.steps.length - 1);
  const narrator = recording.role ?? recording.actor;
  return extraction.steps.map((step, at) => viewStep(step, { position: at / last, narrator }));
}

/** Best and mean similarity to the members. Between the marks the kind of verb and a word of the object must agree too. */
function scoreAgainst(view: StepView, cluster: readonly StepView[], rarity: WordWeights): number {
  const scores = cluster.map((member) => compareSteps(view, member, rarity));
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const score = (Math.max(...scores) + mean) / 2;
  if (score >= table.high) return score;
  if (score < table.low) return 0;
  const agrees = cluster.some(
    (member) => member.verbClass !== undefined && member.verbClass === view.verbClass && sharesObject(member, view),
  );
  return agrees ? score : 0;
}

function sharesObject(a: StepView, b: StepView): boolean {
  return [...a.objectWords].some((word) => b.objectWords.has(word));
}

/** The most frequent label; among equals the surest, then the shortest, then the first in the alphabet. */
function labelOf(cluster: readonly StepView[]): string {
  const ranked = cluster
    .map(({ step }) => ({ step, count: cluster.filter((other) => other.step.label === step.label).length }))
    .sort(
      (a, b) =>
        b.count - a.count ||
        b.step.confidence01 - a.step.confidence01 ||
        a.step.label.length - b.step.label.length ||
        a.step.label.localeCompare(b.step.label, 'en'),
    );
  return ranked[0]?.step.label ?? '';
}
