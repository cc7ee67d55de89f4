// Pan and zoom by wheel, pinch, drag and keys. The transform goes to the drawing directly, not through React.
import { select, type ZoomBehavior, zoom, zoomIdentity, type ZoomTransform, zoomTransform } from 'd3';
import { type RefObject, useEffect, useMemo, useRef } from 'react';
import { createMover, LEVELS } from './move-plane.ts';
import type { Point } from '../../src/lib/layered-layout.ts';

export interface Box {
  readonly width: number;
  readonly height: number;
}

export interface ZoomControl {
  zoomBy(factor: number): void;
  /** The whole map, or its top at a size that can be read. */
  fit(box: Box, options?: { readonly atLeast?: number }): void;
  /** Does nothing for a place in view; brings any other to the middle, at a scale that can be read. */
  reveal(place: Point & Box): void;
  /** Puts the point in the middle, at `leastScale` or nearer. */
  centre(point: Point, leastScale: number): void;
  moveTo(transform: ZoomTransform): void;
}

const SCALE = { least: 0.04, most: 2.5, readable: 0.75 } as const;
const MARGIN = 28;

export interface ZoomRefs {
  readonly view: RefObject<HTMLDivElement | null>;
  readonly plane: RefObject<SVGSVGElement | null>;
  readonly onChange: (transform: ZoomTransform) => void;
}

export function useZoom({ view, plane, onChange }: ZoomRefs): ZoomControl {
  const behavior = useRef<ZoomBehavior<HTMLDivElement, unknown> | undefined>(undefined);
  const notify = useRef(onChange);
  useEffect(() => {
    notify.current = onChange;
  }, [onChange]);

  useEffect(() => {
    const element = view.current;
    const drawing = plane.current;
    if (!element || !drawing) return;
    const mover = createMover(element, drawing);
    const made = zoom<HTMLDivElement, unknown>()
      .scaleExtent([SCALE.least, SCALE.most])
      .on('start', () => {
        element.dataset.moving = 'true';
      })
      .on('zoom', ({ transform }: { transform: ZoomTransform }) => {
        mover.move(transform);
        notify.current(transform);
      })
      .on('end', ({ transform }: { transform: ZoomTransform }) => {
        delete element.dataset.moving;
        mover.settle(transform);
      });
    behavior.current = made;
    // A double click selects; it must not zoom as well.
    select(element).call(made).on('dblclick.zoom', null);
    return () => {
      select(element).on('.zoom', null);
    };
  }, [view, plane]);

  // oxlint-disable-next-line react/refs -- the control reads them when it is used, which is in handlers and effects
  return useMemo(() => makeControl(() => ({ element: view.current, made: behavior.current })), [view]);
}

type Zoomed = {
  readonly element: HTMLDivElement | null;
  readonly made: ZoomBehavior<HTMLDivElement, unknown> | undefined;
};

function makeControl(find: () => Zoomed): ZoomControl {
  const act = (run: (element: HTMLDivElement, made: ZoomBehavior<HTMLDivElement, unknown>) => void): void => {
    const { element, made } = find();
    if (element && made) run(element, made);
  };
  const moveTo = (transform: ZoomTransform): void => act((element, made) => made.transform(select(element), transform));
  const centre = ({ x, y }: Point, leastScale: number): void =>
    act((element) => {
      const k = Math.max(leastScale, zoomTransform(element).k);
      moveTo(zoomIdentity.translate(element.clientWidth / 2 - x * k, element.clientHeight / 2 - y * k).scale(k));
    });
  return {
    moveTo,
    zoomBy: (factor) => act((element, made) => made.scaleBy(select(element), factor)),
    fit: (box, { atLeast = 0 } = {}) => act((element) => moveTo(fitTransform(box, element, atLeast))),
    centre,
    reveal: (place) =>
      act((element) => {
        const now = zoomTransform(element);
        const inView =
          isWithin([place.x * now.k + now.x, place.width * now.k], element.clientWidth) &&
          isWithin([place.y * now.k + now.y, place.height * now.k], element.clientHeight);
        if (!inView) centre({ x: place.x + place.width / 2, y: place.y + place.height / 2 }, SCALE.readable);
      }),
  };
}

/** The whole box in the middle; when that would be smaller than `atLeast`, its top part at that scale. */
export function fitTransform(
  box: Box,
  view: { clientWidth: number; clientHeight: number },
  atLeast: number,
): ZoomTransform {
  const free = { width: view.clientWidth - 2 * MARGIN, height: view.clientHeight - 2 * MARGIN };
  const across = free.width / Math.max(1, box.width);
  const whole = Math.min(across, free.height / Math.max(1, box.height), 1.1);
  // What is too long to be read as a whole may still be seen in its whole width, if that can be read.
  const k = Math.max(whole, Math.min(atLeast, Math.max(across, LEVELS.far)), SCALE.least);
  const x = (view.clientWidth - box.width * k) / 2;
  const y = k > whole ? MARGIN : (view.clientHeight - box.height * k) / 2;
  return zoomIdentity.translate(x, y).scale(k);
}

/** True when a span lies within a view of `size`. */
export const isWithin = ([start, length]: readonly [number, number], size: number): boolean =>
  start >= 0 && start + length <= size;
