import { max } from 'd3';
import type { CycleBar, Performance } from '../../src/domain/performance.ts';
import { countOf, formatCount, formatRough, formatShare } from '../format.ts';
import { EvidenceList } from '../panel/EvidenceList.tsx';
import { Card } from './Card.tsx';
import styles from './CycleChart.module.css';
import type { Opening } from './opening.ts';

/** How many cases take how long; a bar opens rows of its cases. */
export function CycleChart({ found, open, onOpen }: { readonly found: Performance } & Opening) {
  const { cycleBars: bars, cases } = found;
  const most = max(bars, (bar) => bar.cases) ?? 1;
  const opened = bars.find((bar) => keyOf(bar) === open);
  return (
    <Card
      title="How long cases take"
      what="Cases by cycle time, nights and weekends included; choose a bar for examples"
    >
      <div className={styles.chart}>
        {bars.map((bar) => (
          <button
            key={bar.fromMs}
            type="button"
            className={styles.column}
            aria-expanded={opened === bar}
            aria-label={`${saySpan(bar)}: ${countOf(bar.cases, 'case')}, ${formatShare(bar.cases / cases)}`}
            title={`${saySpan(bar)}: ${countOf(bar.cases, 'case')}, ${formatShare(bar.cases / cases)}`}
            disabled={bar.cases === 0}
            onClick={() => onOpen(opened === bar ? undefined : keyOf(bar))}
          >
            {(bars.length <= FEW || bar.cases === most) && bar.cases > 0 && (
              <span className={styles.size}>{formatCount(bar.cases)}</span>
            )}
            <svg className={styles.bar} viewBox="0 0 10 112" preserveAspectRatio="none" aria-hidden="true">
              <rect x="0.6" width="8.8" y={112 - (bar.cases / most) * 100} height={(bar.cases / most) * 100} />
            </svg>
          </button>
        ))}
      </div>
      <div className={styles.axis} aria-hidden="true">
        {bars.map((bar, at) => (
          <span key={bar.fromMs}>
            {bar.toMs === null
              ? `${formatRough(bar.fromMs)} +`
              : at % Math.ceil(bars.length / 7) === 0 && !isNearEnd(at, bars)
                ? formatRough(bar.fromMs)
                : ''}
          </span>
        ))}
      </div>
      {opened && (
        <div className={styles.opened}>
          <p className={styles.words}>
            {saySpan(opened)}: {formatCount(opened.cases)} of {countOf(cases, 'case')} (
            {formatShare(opened.cases / cases)}). Their last rows:
          </p>
          <EvidenceList refs={opened.evidence} />
        </div>
      )}
    </Card>
  );
}

/** With more bars their numbers would touch. */
const FEW = 16;

/** Too near the last label, which says where the open bar begins. */
const isNearEnd = (at: number, bars: readonly CycleBar[]): boolean =>
  bars.at(-1)?.toMs === null && at > bars.length - 1 - Math.ceil(bars.length / 7) && at < bars.length - 1;

const keyOf = ({ fromMs }: CycleBar): string => `bar ${fromMs}`;

const saySpan = ({ fromMs, toMs }: CycleBar): string =>
  toMs === null ? `${formatRough(fromMs)} or longer` : `${formatRough(fromMs)} to ${formatRough(toMs)}`;
