// Moves the drawing as one picture: while it moves, the browser shifts and scales what is painted already; when it
// rests, the map is painted anew at the scale it is seen at. Painting in every frame is what makes a large map stutter.
import type { ZoomTransform } from 'd3';

/** Below these scales a node shows its label only, and then larger. */
export const LEVELS = { far: 0.5, middle: 0.72 } as const;

/** How much smaller or larger than painted the picture may be shown before it is painted anew, even while it moves. */
const STRETCH = { least: 0.6, most: 2.2 } as const;

export interface Mover {
  move(transform: ZoomTransform): void;
  settle(transform: ZoomTransform): void;
}

/** `plane` is drawn in map coordinates by its view box; `view` is what one looks through. */
export function createMover(view: HTMLElement, plane: SVGSVGElement): Mover {
  let paintedAt = 1;
  const place = ({ x, y, k }: ZoomTransform): void => {
    // Whole pixels: between them, text would be blurred.
    plane.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px) scale(${k / paintedAt})`;
  };
  const settle = (transform: ZoomTransform): void => {
    const { k } = transform;
    const { width, height } = plane.viewBox.baseVal;
    paintedAt = k;
    plane.style.width = `${width * k}px`;
    plane.style.height = `${height * k}px`;
    place(transform);
    setLevel(view, k);
  };
  return {
    move: (transform) => {
      const stretch = transform.k / paintedAt;
      if (stretch < STRETCH.least || stretch > STRETCH.most) settle(transform);
      else place(transform);
    },
    settle,
  };
}

/** Only when something changes: each change restyles the whole map. */
function setLevel(view: HTMLElement, k: number): void {
  const level = k < LEVELS.far ? 'far' : k < LEVELS.middle ? 'middle' : 'near';
  if (view.dataset['level'] !== level) view.dataset['level'] = level;
  const unzoom = (Math.round(Math.min(2.4, Math.max(0.8, 0.9 / k)) * 10) / 10).toFixed(1);
  if (view.style.getPropertyValue('--unzoom') !== unzoom) view.style.setProperty('--unzoom', unzoom);
}
