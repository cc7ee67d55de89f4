import { memo, useState } from 'react';
import type { TransitionId } from '../../src/domain/ids.ts';
import type { ChangeMarks } from './ChangeBadge.tsx';
import { MapEdge, MapEdgeMark } from './MapEdge.tsx';
import { MapNode } from './MapNode.tsx';
import { isToldOnly, type MapModel, mainRole, START } from './map-model.ts';
import styles from './MapDrawing.module.css';
import { OTHER_COLOR } from './role-colors.ts';
import type { Scene, SceneEdge, SceneNode } from './scene.ts';
import { createMeasure } from './wrap-label.ts';

export interface Overlays {
  readonly showsHandoffs: boolean;
  readonly showsBottlenecks: boolean;
}

interface Props extends Overlays {
  readonly model: MapModel;
  readonly scene: Scene;
  /** Ids of selected activities and links. */
  readonly selected: ReadonlySet<string>;
  /** Ids of what stays bright while the rest is dimmed. */
  readonly lit: ReadonlySet<string>;
  readonly tabStop: string | undefined;
  /** What differs from another graph, where two are compared. */
  readonly marks?: ChangeMarks | undefined;
}

/** The map itself: ways below, activities above, marks on top. */
export const MapDrawing = memo(function MapDrawing(props: Props) {
  const { model, scene, selected, lit, tabStop } = props;
  const [measure] = useState(createMeasure);
  const edges = scene.edges.map((edge) => ({ ...describeEdge(edge, props), measure }));
  return (
    <>
      <g aria-hidden="true">
        {edges.map((edge) => (
          <MapEdge key={edge.edge.link.id} {...edge} />
        ))}
      </g>
      {scene.nodes.map((node) =>
        node.activity ? (
          <MapNode
            key={node.id}
            activity={node.activity}
            x={node.x}
            y={node.y}
            color={model.roleColors.get(mainRole(node.activity) ?? '') ?? OTHER_COLOR}
            isSelected={selected.has(node.id)}
            isLit={lit.has(node.id)}
            isTabStop={node.id === tabStop}
            bottleneck={props.showsBottlenecks ? model.bottlenecksAfter.get(node.activity.id) : undefined}
            handoffs={props.showsHandoffs ? model.handoffsAfter.get(node.activity.id) : undefined}
            mark={props.marks?.get(node.id)}
            measure={measure}
          />
        ) : (
          <Marker key={node.id} node={node} />
        ),
      )}
      <g aria-hidden="true">
        {edges.map((edge) => (
          <MapEdgeMark key={edge.edge.link.id} {...edge} />
        ))}
      </g>
    </>
  );
});

function describeEdge(edge: SceneEdge, { model, showsHandoffs, showsBottlenecks, selected, lit, marks }: Props) {
  const { transition, id } = edge.link;
  // Links of transitions carry the transition's id.
  const transitionId = id as TransitionId;
  return {
    edge,
    bottleneck: showsBottlenecks ? model.bottlenecks.get(transitionId) : undefined,
    isHandoff: showsHandoffs && model.handoffs.has(transitionId),
    condition: model.conditions.get(transitionId),
    isTold: transition !== undefined && isToldOnly(transition),
    isSelected: selected.has(id),
    isLit: lit.has(id),
    mark: marks?.get(id),
  };
}

function Marker({ node }: { readonly node: SceneNode }) {
  const isStart = node.id === START;
  return (
    <g
      className={styles.marker}
      style={{ transform: `translate(${node.x + 15}px, ${node.y + 15}px)` }}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a part of an SVG is no img element
      role="img"
      aria-label={isStart ? 'Start of the process' : 'End of the process'}
    >
      <circle className={styles.disc} r={13} />
      {isStart ? (
        <path className={styles.sign} d="M-3.5 -5.5L6 0L-3.5 5.5Z" />
      ) : (
        <rect className={styles.sign} x={-4.5} y={-4.5} width={9} height={9} rx={1.5} />
      )}
    </g>
  );
}
