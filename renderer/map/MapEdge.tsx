import { memo } from 'react';
import { formatCount } from '../format.ts';
import { tellCount } from '../panel/source-words.ts';
import { BottleneckBadge } from './BottleneckBadge.tsx';
import { ChangeBadge, type ChangeMarks } from './ChangeBadge.tsx';
import styles from './MapEdge.module.css';
import type { RankedBottleneck } from './map-model.ts';
import type { SceneEdge } from './scene.ts';
import type { Measure } from './wrap-label.ts';

interface Props {
  readonly edge: SceneEdge;
  readonly bottleneck: RankedBottleneck | undefined;
  readonly isHandoff: boolean;
  /** What people say must hold for it to be gone. */
  readonly condition: string | undefined;
  readonly isTold: boolean;
  readonly isSelected: boolean;
  readonly isLit: boolean;
  /** How it differs from another graph, where two are compared. */
  readonly mark: ReturnType<ChangeMarks['get']>;
  readonly measure: Measure;
}

/** One way on the map. Its numbers are in the panel for the keyboard; here it is for the eye and the pointer. */
export const MapEdge = memo(function MapEdge({ edge, bottleneck, isHandoff, isTold, isSelected, isLit, mark }: Props) {
  const tone = bottleneck ? 'hot' : isHandoff ? 'handoff' : edge.link.transition ? 'plain' : 'marker';
  return (
    <g
      className={styles.edge}
      data-link={edge.link.transition ? edge.link.id : undefined}
      data-tone={tone}
      data-told={isTold}
      data-selected={isSelected}
      data-lit={isLit}
      data-change={mark}
    >
      <path className={styles.hit} d={edge.path} />
      {isSelected && <path className={styles.halo} d={edge.path} style={{ strokeWidth: edge.strokeWidth + 7 }} />}
      <path className={styles.line} d={edge.path} style={{ strokeWidth: edge.strokeWidth }} />
      <path className={styles.head} d={edge.head} />
    </g>
  );
});

/** What stands on a way: a bottleneck's rank and wait, a handoff's sign, or how often it is gone. */
export const MapEdgeMark = memo(function MapEdgeMark({
  edge,
  bottleneck,
  isHandoff,
  isSelected,
  isLit,
  mark,
  condition,
  measure,
}: Props) {
  if (!edge.link.transition) return null;
  return (
    <g
      className={styles.mark}
      style={{ transform: `translate(${edge.middle.x}px, ${edge.middle.y}px)` }}
      data-link={edge.link.id}
      data-selected={isSelected}
      data-lit={isLit}
    >
      <g className={styles.unzoomed}>
        {mark ? (
          <ChangeBadge mark={mark} measure={measure} isShort />
        ) : bottleneck ? (
          <BottleneckBadge bottleneck={bottleneck} isHandoff={isHandoff} measure={measure} />
        ) : isHandoff ? (
          <path className={styles.diamond} d="M0 -6.5L6.5 0L0 6.5L-6.5 0Z" />
        ) : null}
      </g>
      {!bottleneck && !mark && (
        <text className={styles.count} x={edge.back ? -11 : 11} y={4} textAnchor={edge.back ? 'end' : 'start'}>
          {tellCount(edge.link.transition.sources, formatCount(edge.link.count))}
          {condition && <tspan fontStyle="italic">{` if ${shorten(condition)}`}</tspan>}
          {condition && <title>{`If ${condition}`}</title>}
        </text>
      )}
    </g>
  );
});

/** Whole words, as many as leave room for the neighbours; all of it is in the title. */
function shorten(condition: string): string {
  const text = condition.replace(/^(if|when|in case) /i, '');
  if (text.length <= CONDITION_LENGTH) return text;
  return `${text.slice(0, CONDITION_LENGTH).replace(/\s+\S*$/, '')}…`;
}

const CONDITION_LENGTH = 24;
