// What belongs together on the map: an activity with its ways, a way with its ends, a finding with what it concerns.
import type { Insights } from '../../src/domain/insights.ts';
import type { Selection } from '../route.ts';
import { findFinding } from '../findings/find-finding.ts';
import type { Scene } from './scene.ts';

/** The activity or way with everything one step away from it. */
export function findNeighbours(scene: Scene, id: string): Set<string> {
  const near = new Set([id]);
  for (const { link } of scene.edges) {
    if (link.id !== id && link.source !== id && link.target !== id) continue;
    near.add(link.id).add(link.source).add(link.target);
  }
  return near;
}

/** Ids of activities and links that a selection means. */
export function findSelected(selection: Selection | undefined, insights: Insights): string[] {
  if (!selection) return [];
  if (selection.what !== 'finding') return [selection.id];
  const found = findFinding(insights, selection.id);
  if (!found) return [];
  const transitionId = 'transitionId' in found.finding ? found.finding.transitionId : null;
  // A finding on one way is that way; its ends need no mark of their own.
  return transitionId ? [transitionId] : [...found.finding.activityIds];
}
