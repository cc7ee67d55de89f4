// Lays the map out off the window's thread. In: a request with its number. Out: the layout with the same number.
import { type Layout, layoutGraph } from '../../src/lib/layered-layout.ts';
import type { LayoutRequest } from './scene.ts';

export interface LayoutCall extends LayoutRequest {
  readonly call: number;
  readonly previousOrder: readonly string[] | undefined;
}

export interface LayoutReply {
  readonly call: number;
  readonly layout: Layout;
}

self.addEventListener('message', (event: MessageEvent<LayoutCall>) => {
  const { call, nodes, edges, previousOrder } = event.data;
  const layout = layoutGraph(nodes, edges, { direction: 'down', gapX: 28, gapY: 46, previousOrder });
  self.postMessage({ call, layout } satisfies LayoutReply);
});
