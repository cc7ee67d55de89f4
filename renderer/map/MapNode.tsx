import { memo } from 'react';
import type { Activity } from '../../src/domain/graph.ts';
import type { Handoff } from '../../src/domain/insights.ts';
import { capitalize, countOf, formatCount, formatDuration } from '../format.ts';
import { BottleneckBadge, tellWait } from './BottleneckBadge.tsx';
import { ChangeBadge, type ChangeMarks, wordOfChange } from './ChangeBadge.tsx';
import styles from './MapNode.module.css';
import { tellCount } from '../panel/source-words.ts';
import { HandoffSign } from './HandoffSign.tsx';
import { isToldOnly, mainRole, type RankedBottleneck } from './map-model.ts';
import { NODE } from './scene.ts';
import { SPEECH } from './speech-sign.ts';
import { type Measure, wrapLabel } from './wrap-label.ts';

interface Props {
  readonly activity: Activity;
  readonly x: number;
  readonly y: number;
  readonly color: string;
  readonly isSelected: boolean;
  readonly isLit: boolean;
  readonly isTabStop: boolean;
  /** A bottleneck that is told after it and stands on no way. */
  readonly bottleneck: RankedBottleneck | undefined;
  /** Handoffs that are told after it and stand on no way. */
  readonly handoffs: readonly Handoff[] | undefined;
  /** How it differs from another graph, where two are compared. */
  readonly mark: ReturnType<ChangeMarks['get']>;
  readonly measure: Measure;
}

/** One activity on the map. Clicks and keys are handled by the canvas, which finds it by `data-activity`, or `data-after` for its mark. */
export const MapNode = memo(function MapNode(props: Props) {
  const { activity, x, y, color, isSelected, isLit, isTabStop, bottleneck, handoffs, mark, measure } = props;
  const role = mainRole(activity) ?? 'role unknown';
  const count = tellCount(activity.sources, formatCount(activity.count));
  const isHeard = activity.sources.log > 0 && activity.sources.recordings > 0;
  const measureRole = (text: string): number => measure(text, { sizePx: 11.5, weight: 400 });
  const countWidth = measureRole(count) * 1.1;
  const [label] = wrapLabel(capitalize(activity.label), {
    width: NODE.width - TEXT_LEFT - 10,
    lines: 1,
    measure: (text) => measure(text, { sizePx: 13, weight: 600 }),
  });
  const [roleText] = wrapLabel(role, {
    width: NODE.width - TEXT_LEFT - 20 - countWidth - (isHeard ? SIGN_WIDTH : 0),
    lines: 1,
    measure: measureRole,
  });
  return (
    <g
      className={styles.place}
      style={{ transform: `translate(${x}px, ${y}px)` }}
      data-lit={isLit}
      data-told={isToldOnly(activity)}
      data-unsure={activity.unsure}
      data-change={mark}
    >
      <g
        className={styles.node}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- SVG has no button element
        role="button"
        tabIndex={isTabStop ? 0 : -1}
        aria-label={`${describeActivity(activity, bottleneck, handoffs)}${mark ? `, ${wordOfChange(mark)}` : ''}`}
        aria-pressed={isSelected}
        data-activity={activity.id}
      >
        <rect className={styles.ring} x={-4} y={-4} width={NODE.width + 8} height={NODE.height + 8} rx={13} />
        <rect className={styles.box} width={NODE.width} height={NODE.height} rx={9} />
        <rect className={styles.band} x={6} y={10} width={4} height={NODE.height - 20} rx={2} style={{ fill: color }} />
      </g>
      {/* Shortened for the eye; the button's name holds it whole. */}
      <g className={styles.words} aria-hidden="true">
        <g className={styles.near}>
          <text className={styles.label} x={TEXT_LEFT} y={21}>
            {label}
          </text>
          <text className={styles.role} x={TEXT_LEFT} y={38}>
            {roleText}
          </text>
          <text className={styles.count} x={NODE.width - 12} y={38}>
            {count}
          </text>
          {isHeard && (
            <path
              className={styles.heard}
              transform={`translate(${TEXT_LEFT + measureRole(roleText ?? '') + 6} 29)`}
              d={SPEECH}
            />
          )}
        </g>
        <FarLabel label={activity.label} measure={measure} />
      </g>
      {mark && (
        <g className={styles.change} aria-hidden="true">
          <g className={styles.unzoomed}>
            <ChangeBadge mark={mark} measure={measure} />
          </g>
        </g>
      )}
      {(bottleneck || handoffs) && (
        <g className={styles.after} data-after={activity.id} data-selected={isSelected} aria-hidden="true">
          <g className={styles.unzoomed}>
            {bottleneck ? (
              <BottleneckBadge bottleneck={bottleneck} isHandoff={handoffs !== undefined} measure={measure} />
            ) : (
              <HandoffSign title={handoffs?.map(({ label }) => label).join('\n')} />
            )}
          </g>
        </g>
      )}
    </g>
  );
});

const TEXT_LEFT = 20;
const FAR_LEFT = 17;
/** Of the sign that recordings tell it, with the gap before it. */
const SIGN_WIDTH = 18;

/** The label alone, larger: what one reads from afar. */
function FarLabel({ label, measure }: { readonly label: string; readonly measure: Measure }) {
  const lines = wrapLabel(capitalize(label), {
    width: NODE.width - FAR_LEFT - 6,
    lines: 2,
    measure: (text) => measure(text, { sizePx: 18, weight: 600 }),
  });
  const top = lines.length === 1 ? NODE.height / 2 + 6 : NODE.height / 2 - 4;
  return (
    <g className={styles.far}>
      {lines.map((line, index) => (
        <text key={line} className={styles.farLabel} x={FAR_LEFT} y={top + index * 20}>
          {line}
        </text>
      ))}
    </g>
  );
}

/** Everything the picture says about an activity, for who does not see it. */
function describeActivity(
  activity: Activity,
  bottleneck: RankedBottleneck | undefined,
  handoffs: readonly Handoff[] = [],
): string {
  const role = mainRole(activity);
  const counted = isToldOnly(activity)
    ? `told in ${countOf(activity.sources.recordings, 'recording')}`
    : `${countOf(activity.count, 'time')} in ${countOf(activity.cases, 'case')}${activity.sources.recordings > 0 ? ', told in recordings' : ''}`;
  const time = activity.processing ? `, median ${formatDuration(activity.processing.medianMs)} of work` : '';
  const wait = bottleneck ? `, bottleneck ${bottleneck.rank} after it: ${tellWait(bottleneck)}` : '';
  const handed = handoffs.length > 0 ? `, handed over to ${handoffs.map(({ to }) => to).join(' and ')}` : '';
  return `${capitalize(activity.label)}, ${role ?? 'role unknown'}, ${counted}${time}${wait}${handed}`;
}
