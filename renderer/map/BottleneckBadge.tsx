import { formatIsoDuration, formatRough } from '../format.ts';
import styles from './BottleneckBadge.module.css';
import type { RankedBottleneck } from './map-model.ts';
import type { Measure } from './wrap-label.ts';

interface Props {
  readonly bottleneck: RankedBottleneck;
  readonly isHandoff?: boolean;
  readonly measure: Measure;
}

/** What is measured; where nothing is, what people say. */
export function tellWait({ finding }: RankedBottleneck): string {
  if (finding.wait) return formatRough(finding.wait.meanMs);
  return finding.statedDuration ? formatIsoDuration(finding.statedDuration) : 'told';
}

/** A bottleneck's rank and wait, around the origin. */
export function BottleneckBadge({ bottleneck, isHandoff = false, measure }: Props) {
  const wait = tellWait(bottleneck);
  const width = 32 + measure(wait, { sizePx: 11.5, weight: 650 });
  return (
    <g data-told={bottleneck.finding.wait === null}>
      <title>{bottleneck.finding.sentence}</title>
      <rect className={styles.pill} x={-width / 2} y={-11} width={width} height={22} rx={11} />
      <circle className={styles.disc} cx={-width / 2 + 11} cy={0} r={8} />
      <text className={styles.rank} x={-width / 2 + 11} y={3.6}>
        {bottleneck.rank}
      </text>
      <text className={styles.wait} x={-width / 2 + 22} y={4}>
        {wait}
      </text>
      {isHandoff && <path className={styles.diamond} d={`M${width / 2 + 2} -11l5 5l-5 5l-5 -5Z`} />}
    </g>
  );
}
