import { zoomIdentity } from 'd3';
import type { PointerEvent, RefObject } from 'react';
import styles from './Minimap.module.css';
import { type MapModel, mainRole } from './map-model.ts';
import { OTHER_COLOR } from './role-colors.ts';
import { NODE, type Scene } from './scene.ts';

interface Props {
  readonly model: MapModel;
  readonly scene: Scene;
  /** The rectangle that shows what is in view; the canvas moves it. */
  readonly frame: RefObject<SVGRectElement | null>;
  readonly onPoint: (x: number, y: number) => void;
}

/** The whole map in small, for the pointer: press or drag to go there. */
export function Minimap({ model, scene, frame, onPoint }: Props) {
  const point = (event: PointerEvent<SVGSVGElement>): void => {
    if (event.buttons !== 1) return;
    const box = event.currentTarget.getBoundingClientRect();
    const scale = Math.min(box.width / scene.width, box.height / scene.height);
    const place = zoomIdentity
      .translate((box.width - scene.width * scale) / 2, (box.height - scene.height * scale) / 2)
      .scale(scale)
      .invert([event.clientX - box.left, event.clientY - box.top]);
    onPoint(place[0], place[1]);
  };
  return (
    <svg
      className={styles.map}
      viewBox={`0 0 ${Math.max(1, scene.width)} ${Math.max(1, scene.height)}`}
      aria-hidden="true"
      onPointerDown={point}
      onPointerMove={point}
    >
      {scene.nodes.map((node) => (
        <rect
          key={node.id}
          x={node.x}
          y={node.y}
          width={node.activity ? NODE.width : 30}
          height={node.activity ? NODE.height : 30}
          rx={12}
          style={{ fill: model.roleColors.get(mainRole(node.activity) ?? '') ?? OTHER_COLOR }}
        />
      ))}
      <rect ref={frame} className={styles.frame} />
    </svg>
  );
}
