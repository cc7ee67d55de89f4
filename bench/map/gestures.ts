// In: a page with a map on it. Out: milliseconds between frames while a gesture runs, one event in every frame.
import type { Page } from 'playwright-core';

const FRAMES = 120;

/** Moves there and back again, so that the map ends where it began. */
export function measureGesture(page: Page, gesture: 'pan' | 'zoom'): Promise<number[]> {
  return page.evaluate(
    async ({ gesture: kind, count }) => {
      const map = document.querySelector('[data-level]');
      if (!map) throw new Error('There is no map on this page.');
      const box = map.getBoundingClientRect();
      const place = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      const send = (target: EventTarget, type: string, more: object = {}): void => {
        const init = { bubbles: true, cancelable: true, view: window, clientX: place.x, clientY: place.y, ...more };
        target.dispatchEvent(type === 'wheel' ? new WheelEvent(type, init) : new MouseEvent(type, init));
      };
      const nextFrame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done));
      const frames: number[] = [];
      if (kind === 'pan') send(map, 'mousedown');
      let before = await nextFrame();
      for (let index = 0; index < count; index += 1) {
        const way = index < count / 2 ? 1 : -1;
        if (kind === 'zoom') send(map, 'wheel', { deltaY: way * 14 });
        else {
          place.x += way * 5;
          place.y -= way * 4;
          send(window, 'mousemove');
        }
        const now = await nextFrame();
        frames.push(now - before);
        before = now;
      }
      if (kind === 'pan') send(window, 'mouseup');
      return frames;
    },
    { gesture, count: FRAMES },
  );
}

export function percentile(values: readonly number[], share01: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share01))] ?? 0;
  return Math.round(value * 10) / 10;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);
