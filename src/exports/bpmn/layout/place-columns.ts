// In which column each shape stands: the flow runs to the right.
import { assignLayers } from '../../../lib/layered-layout-layers.ts';
import type { Net } from './shapes.ts';

/**
 * Columns from 0. A shape stands to the right of every shape before it (by its number) that it has a line with. What
 * only lines that run back lead to stands as far to the right as it can, near where these lines come from.
 */
export function placeColumns(count: number, nets: readonly Net[]): number[] {
  const order = Array.from({ length: count }, (_, shape) => shape);
  const forward = nets
    .filter(({ source, target }) => source !== target)
    .map(({ source, target, weight }) => {
      return { source: Math.min(source, target), target: Math.max(source, target), weight: weight + 0.5 };
    });
  const columns = assignLayers(order, forward);
  const isLed = new Array<boolean>(count).fill(false);
  isLed[0] = true;
  for (const shape of order) {
    if (!isLed[shape])
      isLed[shape] = nets.some(({ source, target }) => target === shape && source < shape && isLed[source]);
  }
  for (const shape of order.toReversed()) {
    const followers = forward.filter(({ source }) => source === shape).map(({ target }) => columns[target]!);
    if (!isLed[shape] && followers.length > 0) columns[shape] = Math.min(...followers) - 1;
  }
  return columns;
}
