// Where an arrow key leads on the map: along the busiest way, or to the neighbour on the same layer.
import { END, START } from './map-model.ts';
import type { Scene, SceneNode } from './scene.ts';

export type WalkKey = 'ArrowDown' | 'ArrowUp' | 'ArrowLeft' | 'ArrowRight';

export const isWalkKey = (key: string): key is WalkKey =>
  key === 'ArrowDown' || key === 'ArrowUp' || key === 'ArrowLeft' || key === 'ArrowRight';

/** The activity one comes to from `id`; undefined where the way ends. */
export function walk(scene: Scene, id: string, key: WalkKey): string | undefined {
  const from = scene.nodes.find((node) => node.id === id);
  if (!from) return scene.nodes.find((node) => node.activity)?.id;
  if (key === 'ArrowLeft' || key === 'ArrowRight') return findBeside(scene, from, key);
  const [near, far] = key === 'ArrowDown' ? (['source', 'target'] as const) : (['target', 'source'] as const);
  const ways = scene.edges
    .map(({ link }) => link)
    .filter((link) => link[near] === id && link[far] !== id && link[far] !== START && link[far] !== END)
    // Down means down: a way that runs back is taken only when there is no other.
    .sort((a, b) => Number(runsBack(scene, a)) - Number(runsBack(scene, b)) || b.weight - a.weight);
  return ways[0]?.[far];
}

function runsBack(scene: Scene, link: { source: string; target: string }): boolean {
  const layer = (id: string): number => scene.nodes.find((node) => node.id === id)?.layer ?? 0;
  return layer(link.target) <= layer(link.source);
}

function findBeside(scene: Scene, from: SceneNode, key: WalkKey): string | undefined {
  const side = key === 'ArrowLeft' ? -1 : 1;
  const beside = scene.nodes
    .filter((node) => node.activity && node.layer === from.layer && (node.x - from.x) * side > 0)
    .sort((a, b) => Math.abs(a.x - from.x) - Math.abs(b.x - from.x));
  return beside[0]?.id;
}
