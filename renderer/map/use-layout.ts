// The layout of the visible part, made in a worker; the last picture stays until the next one is there.
import { useEffect, useRef, useState } from 'react';
import type { Layout } from '../../src/lib/layered-layout.ts';
import type { LayoutCall, LayoutReply } from './layout.worker.ts';
import type { LayoutRequest } from './scene.ts';

export interface LayoutState {
  readonly layout: Layout | undefined;
  readonly hasFailed: boolean;
}

/** Asks for a layout whenever the request says something else; replies to older requests are dropped. */
export function useLayout(request: LayoutRequest): LayoutState {
  const worker = useRef<Worker | undefined>(undefined);
  const latest = useRef(0);
  const asked = useRef('');
  const askedAtMs = useRef(0);
  const [state, setState] = useState<LayoutState>({ layout: undefined, hasFailed: false });
  const order = useRef<readonly string[] | undefined>(undefined);

  useEffect(() => {
    const made = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
    made.addEventListener('message', (event: MessageEvent<LayoutReply>) => {
      if (event.data.call !== latest.current) return;
      order.current = event.data.layout.order;
      // For who measures: how long a layout took, with the way to the worker and back.
      performance.measure('map-layout', { start: askedAtMs.current, end: performance.now() });
      setState({ layout: event.data.layout, hasFailed: false });
    });
    made.addEventListener('error', () => setState((before) => ({ ...before, hasFailed: true })));
    worker.current = made;
    return () => made.terminate();
  }, []);

  useEffect(() => {
    // Selecting what is drawn anyway makes an equal request, which must not move the map.
    const text = JSON.stringify(request);
    if (text === asked.current) return;
    asked.current = text;
    latest.current += 1;
    askedAtMs.current = performance.now();
    worker.current?.postMessage({
      call: latest.current,
      ...request,
      previousOrder: order.current,
    } satisfies LayoutCall);
  }, [request]);

  return state;
}
