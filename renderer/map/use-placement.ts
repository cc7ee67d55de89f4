// Where the map stands in view: readable at first, still when it is laid out anew, moved when something is selected.
import { type ZoomTransform, zoomIdentity, zoomTransform } from 'd3';
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { NODE, type Scene } from './scene.ts';
import { useZoom, type ZoomControl } from './use-zoom.ts';

/** Scale of the first look at a map that would be too small as a whole: its top, with roles and counts readable. */
const READABLE = 0.76;

interface PlacementRefs {
  readonly view: RefObject<HTMLDivElement | null>;
  readonly plane: RefObject<SVGSVGElement | null>;
  readonly frame: RefObject<SVGRectElement | null>;
  readonly scene: Scene;
  readonly focusId: string | undefined;
}

export function usePlacement({ view, plane, frame, scene, focusId }: PlacementRefs): {
  readonly control: ZoomControl;
  readonly fit: () => void;
} {
  // Set while all of it is in view by wish: then another level of detail is shown whole as well.
  const isWhole = useRef(false);
  const onChange = useCallback(
    (transform: ZoomTransform) => {
      isWhole.current = false;
      moveFrame(frame.current, view.current, transform);
    },
    [frame, view],
  );
  const control = useZoom({ view, plane, onChange });
  const shown = useRef<{ scene: Scene; focusId: string | undefined } | undefined>(undefined);

  useEffect(() => {
    const before = shown.current;
    if (scene.nodes.length === 0 || !view.current) return;
    shown.current = { scene, focusId };
    if (!before) control.fit(scene, { atLeast: READABLE });
    else if (before.scene !== scene && isWhole.current) showWhole(control, scene, isWhole);
    else if (before.scene !== scene) holdStill(before.scene, { scene, focusId, view: view.current, control });
    if (focusId !== undefined && (before?.focusId !== focusId || before.scene !== scene)) {
      const place = findPlace(scene, focusId);
      if (place) control.reveal(place);
    }
  }, [scene, focusId, control, view]);

  useEffect(() => {
    const element = view.current;
    if (!element) return;
    let width = element.clientWidth;
    // When the player opens below, or the panel of questions beside, what is selected should not end up behind it, and what
    // is in the middle should stay there.
    const observer = new ResizeObserver(() => {
      const { scene: now, focusId: id } = shown.current ?? {};
      const wider = element.clientWidth - width;
      width = element.clientWidth;
      if (!now) return;
      if (isWhole.current) return showWhole(control, now, isWhole);
      if (wider !== 0) {
        const { x, y, k } = zoomTransform(element);
        control.moveTo(zoomIdentity.translate(x + wider / 2, y).scale(k));
      }
      const place = id !== undefined && findPlace(now, id);
      if (place) control.reveal(place);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [control, view]);

  const fit = useCallback(() => showWhole(control, scene, isWhole), [control, scene]);
  return { control, fit };
}

function showWhole(control: ZoomControl, scene: Scene, isWhole: { current: boolean }): void {
  control.fit(scene);
  // Moving tells `onChange`, which takes every move for the person's own.
  isWhole.current = true;
}

/** Keeps the selected activity, or the one nearest the middle of the view, at its place on screen. */
function holdStill(
  before: Scene,
  {
    scene,
    focusId,
    view,
    control,
  }: { scene: Scene; focusId: string | undefined; view: HTMLDivElement; control: ZoomControl },
): void {
  const now = zoomTransform(view);
  const [x, y] = now.invert([view.clientWidth / 2, view.clientHeight / 2]);
  const after = new Map(scene.nodes.map((node) => [node.id, node]));
  const anchor = before.nodes
    .filter((node) => after.has(node.id))
    .toSorted((a, b) => rate(a, { x, y, focusId }) - rate(b, { x, y, focusId }))[0];
  const target = anchor && after.get(anchor.id);
  if (!anchor || !target) return control.fit(scene, { atLeast: READABLE });
  control.moveTo(
    zoomIdentity.translate(now.x + (anchor.x - target.x) * now.k, now.y + (anchor.y - target.y) * now.k).scale(now.k),
  );
}

function rate(
  node: { id: string; x: number; y: number },
  { x, y, focusId }: { x: number; y: number; focusId: string | undefined },
): number {
  return node.id === focusId ? -1 : Math.hypot(node.x + NODE.width / 2 - x, node.y + NODE.height / 2 - y);
}

function findPlace(scene: Scene, id: string): { x: number; y: number; width: number; height: number } | undefined {
  const node = scene.nodes.find((one) => one.id === id);
  if (node) return { x: node.x, y: node.y, ...NODE };
  const edge = scene.edges.find((one) => one.link.id === id);
  if (!edge) return undefined;
  return {
    x: edge.middle.x - NODE.width / 2,
    y: edge.middle.y - NODE.height,
    width: NODE.width,
    height: NODE.height * 2,
  };
}

function moveFrame(frame: SVGRectElement | null, view: HTMLDivElement | null, transform: ZoomTransform): void {
  if (!frame || !view) return;
  const [left, top] = transform.invert([0, 0]);
  frame.setAttribute('x', String(left));
  frame.setAttribute('y', String(top));
  frame.setAttribute('width', String(view.clientWidth / transform.k));
  frame.setAttribute('height', String(view.clientHeight / transform.k));
}
