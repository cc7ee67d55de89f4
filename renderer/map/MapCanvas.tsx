// The map as something to move in: pan, zoom, hover, select and walk.
import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { ActivityId, TransitionId } from '../../src/domain/ids.ts';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import type { Selection } from '../route.ts';
import type { ChangeMarks } from './ChangeBadge.tsx';
import styles from './MapCanvas.module.css';
import { MapDrawing, type Overlays } from './MapDrawing.tsx';
import { MapLegend } from './MapLegend.tsx';
import { Minimap } from './Minimap.tsx';
import type { MapModel } from './map-model.ts';
import { findNeighbours } from './neighbours.ts';
import type { Scene } from './scene.ts';
import { usePlacement } from './use-placement.ts';
import { isWalkKey, walk } from './walk.ts';

interface Props {
  readonly model: MapModel;
  readonly scene: Scene;
  readonly overlays: Overlays;
  /** Ids of what is selected; the first is brought into view. */
  readonly selectedIds: readonly string[];
  /** An activity to focus as soon as it is drawn, such as one that was searched for. */
  readonly focusWish: string | undefined;
  readonly onFocused: () => void;
  readonly onSelect: (selection: Selection | undefined) => void;
  /** What differs from another graph, where two are compared. */
  readonly marks?: ChangeMarks;
  /** Instead of the legend of a process's own map. */
  readonly legend?: ReactNode;
}

export function MapCanvas(props: Props) {
  const { model, scene, overlays, selectedIds, focusWish, onFocused, onSelect, marks, legend } = props;
  const view = useRef<HTMLDivElement>(null);
  const plane = useRef<SVGSVGElement>(null);
  const frame = useRef<SVGRectElement>(null);
  const { control, fit } = usePlacement({ view, plane, frame, scene, focusId: selectedIds[0] });
  const hover = useHover();
  const lit = useMemo(
    () => new Set((hover.id === undefined ? selectedIds : [hover.id]).flatMap((id) => [...findNeighbours(scene, id)])),
    [scene, hover.id, selectedIds],
  );
  const selected = useMemo(() => new Set(selectedIds), [selectedIds]);
  const firstId = scene.nodes.find((node) => node.activity)?.id;
  const tabStop = scene.nodes.find((node) => node.activity && selected.has(node.id))?.id ?? firstId;

  useEffect(() => {
    const isDrawn = scene.nodes.some((node) => node.id === focusWish);
    if (focusWish !== undefined && isDrawn && focusActivity(view.current, focusWish)) onFocused();
  }, [scene, focusWish, onFocused]);

  const onClick = (event: { target: EventTarget }): void => {
    // A click beside everything lets go of what is selected.
    onSelect(findHit(event.target));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const hit = findHit(event.target);
    const at = hit?.what === 'activity' ? hit.id : undefined;
    if (isWalkKey(event.key) && at) {
      event.preventDefault();
      const next = walk(scene, at, event.key);
      if (next) onSelect({ what: 'activity', id: next as ActivityId });
      if (next) focusActivity(view.current, next);
      return;
    }
    const acts: Record<string, (() => void) | undefined> = {
      Enter: hit && (() => onSelect(hit)),
      ' ': hit && (() => onSelect(hit)),
      Escape: () => onSelect(undefined),
      '+': () => control.zoomBy(1.25),
      '=': () => control.zoomBy(1.25),
      '-': () => control.zoomBy(0.8),
      '0': fit,
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  return (
    <div className={styles.canvas}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its children are the buttons */}
      <div
        ref={view}
        className={styles.view}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- nothing in it is a field
        role="group"
        aria-label="Process map. Arrow keys walk from activity to activity, plus and minus zoom, 0 fits."
        data-level="near"
        data-focus={hover.id !== undefined ? 'hover' : selectedIds.length > 0 ? 'selection' : 'none'}
        onClick={onClick}
        onKeyDown={onKeyDown}
        onPointerOver={hover.onPointerOver}
        onPointerLeave={hover.onPointerLeave}
      >
        <svg ref={plane} className={styles.plane} viewBox={`0 0 ${scene.width} ${scene.height}`}>
          <MapDrawing
            model={model}
            scene={scene}
            {...overlays}
            selected={selected}
            lit={lit}
            tabStop={tabStop}
            marks={marks}
          />
        </svg>
      </div>
      <div className={styles.legend}>{legend ?? <MapLegend roleColors={model.roleColors} />}</div>
      <div className={styles.corner}>
        <Minimap model={model} scene={scene} frame={frame} onPoint={(x, y) => control.centre({ x, y }, 0)} />
        <fieldset className={styles.zoom} aria-label="Zoom">
          <Button kind="quiet" label="Zoom out" onPress={() => control.zoomBy(0.8)}>
            <Icon name="minus" />
          </Button>
          <Button kind="quiet" label="Zoom in" onPress={() => control.zoomBy(1.25)}>
            <Icon name="plus" />
          </Button>
          <Button kind="quiet" label="Show the whole map" onPress={fit}>
            <Icon name="fit" />
          </Button>
        </fieldset>
      </div>
    </div>
  );
}

function useHover() {
  const [id, setId] = useState<string>();
  return {
    id,
    onPointerOver: (event: PointerEvent<HTMLDivElement>): void => {
      // While the map moves, things pass under the pointer that nobody means.
      if (event.currentTarget.dataset.moving === undefined) setId(findHit(event.target)?.id);
    },
    onPointerLeave: (): void => setId(undefined),
  };
}

const HITS = '[data-activity], [data-after], [data-link]';

/** The activity or transition that an element of the drawing belongs to. */
function findHit(target: EventTarget): Exclude<Selection, { what: 'finding' }> | undefined {
  const element = target instanceof Element ? target.closest<SVGElement>(HITS) : null;
  const { activity = element?.dataset['after'], link } = element?.dataset ?? {};
  // The drawing writes only ids of this kind into these attributes.
  if (activity) return { what: 'activity', id: activity as ActivityId };
  return link ? { what: 'transition', id: link as TransitionId } : undefined;
}

function focusActivity(view: HTMLDivElement | null, id: string): boolean {
  const node = view?.querySelector<SVGElement>(`[data-activity="${CSS.escape(id)}"]`);
  node?.focus({ preventScroll: true });
  return node instanceof SVGElement;
}
