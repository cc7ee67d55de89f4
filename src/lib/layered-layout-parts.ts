// Parts of a graph that nothing connects, and how they are laid beside each other.

/** Vertices 0 to count-1 grouped by connection; each group in ascending order, groups by their lowest vertex. */
export function findParts(count: number, arcs: readonly { source: number; target: number }[]): number[][] {
  const leader = Array.from({ length: count }, (_, vertex) => vertex);
  const find = (vertex: number): number => {
    let root = vertex;
    while (leader[root] !== root) root = leader[root]!;
    leader[vertex] = root;
    return root;
  };
  for (const { source, target } of arcs) {
    const [low, high] = [find(source), find(target)].sort((a, b) => a - b);
    leader[high!] = low!;
  }
  const parts = new Map<number, number[]>();
  for (let vertex = 0; vertex < count; vertex += 1) {
    const root = find(vertex);
    const part = parts.get(root);
    if (part) part.push(vertex);
    else parts.set(root, [vertex]);
  }
  return [...parts.values()];
}

export interface Box {
  readonly width: number;
  readonly height: number;
}

/**
 * Top left corners of the boxes: shelves under the first (largest) box, filled from left to right, about as wide as
 * that box or as the square root of the area, whichever is more. Boxes keep the order given.
 */
export function packShelves(boxes: readonly Box[], gap: number): { x: number; y: number }[] {
  const area = boxes.reduce((sum, box) => sum + (box.width + gap) * (box.height + gap), 0);
  const widest = boxes.reduce((most, box) => Math.max(most, box.width), 0);
  const limit = Math.max(widest, Math.sqrt(area) * 1.3);
  let x = 0;
  let y = 0;
  let shelf = 0;
  return boxes.map((box) => {
    if (x > 0 && x + box.width > limit) {
      x = 0;
      y += shelf + gap;
      shelf = 0;
    }
    const corner = { x, y };
    x += box.width + gap;
    shelf = Math.max(shelf, box.height);
    return corner;
  });
}
