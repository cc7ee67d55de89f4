import { max, scaleLinear, scaleUtc } from 'd3';
import { useState } from 'react';
import type { Performance, Period, PeriodCounts } from '../../src/domain/performance.ts';
import { formatCount } from '../format.ts';
import { Card } from './Card.tsx';
import styles from './ThroughputChart.module.css';
import { Segments } from './Segments.tsx';
import { sayPeriod, sayTick } from './say-period.ts';
import { useWidth } from './use-width.ts';

interface Props {
  readonly found: Performance;
  readonly period: Period | undefined;
  readonly onPeriod: (period: Period | undefined) => void;
}

const OPTIONS = [
  { value: 'fitting', label: 'Best fit' },
  { value: 'day', label: 'Days' },
  { value: 'week', label: 'Weeks' },
  { value: 'month', label: 'Months' },
] as const;

/** How many cases start and end in each period, and how many are open at its end. */
export function ThroughputChart({ found, period, onPeriod }: Props) {
  const { throughput } = found;
  const [at, setAt] = useState<number>();
  const shown = at === undefined ? undefined : throughput.periods[at];
  return (
    <Card
      title="Cases started and ended"
      what={
        shown
          ? `${sayPeriod(shown.fromMs, throughput.period)}: ${formatCount(shown.started)} started, ${formatCount(shown.ended)} ended, ${formatCount(shown.open)} open at its end`
          : `For each ${throughput.period} (UTC); the line is how many are open at its end`
      }
      choices={
        <Segments
          label="Periods"
          options={OPTIONS}
          chosen={period === undefined || period === 'hour' ? 'fitting' : period}
          onChoose={(value) => onPeriod(value === 'fitting' ? undefined : value)}
        />
      }
    >
      <Chart periods={throughput.periods} period={throughput.period} onPoint={setAt} pointed={at} />
      <p className={styles.legend} aria-hidden="true">
        <span data-series="started">started</span>
        <span data-series="ended">ended</span>
        <span data-series="open">open</span>
      </p>
      <details className={styles.table}>
        <summary>As a table</summary>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
        <section className={styles.scroll} tabIndex={0} aria-label="Cases by period">
          <Table periods={throughput.periods} period={throughput.period} />
        </section>
      </details>
    </Card>
  );
}

interface ChartProps {
  readonly periods: readonly PeriodCounts[];
  readonly period: Period;
  readonly pointed: number | undefined;
  readonly onPoint: (at: number | undefined) => void;
}

const HEIGHT = 200;
const LEFT = 40;
const BOTTOM = 22;
const RIGHT = 8;
const TOP = 6;

function Chart({ periods, period, pointed, onPoint }: ChartProps) {
  const [room, width] = useWidth();
  const first = periods[0]!.fromMs; // the contract: one at least
  const step = Math.max(1, (width - LEFT - RIGHT) / periods.length);
  const last = periods.at(-1)!.fromMs;
  const x = (at: number): number => LEFT + at * step;
  const most = max(periods, ({ started, ended, open }) => Math.max(started, ended, open)) ?? 0;
  const y = scaleLinear([0, Math.max(1, most)], [HEIGHT - BOTTOM, TOP]).nice(4);
  const time = scaleUtc([first, Math.max(first + 1, last)], [x(0.5), x(periods.length - 0.5)]);
  const bar = Math.max(1, Math.min(18, step * 0.38));
  const label = `Chart: ${formatCount(periods.length)} periods, at most ${formatCount(max(periods, ({ started }) => started) ?? 0)} cases started and ${formatCount(max(periods, ({ open }) => open) ?? 0)} open in one ${period}`;
  return (
    <div ref={room} className={styles.chart}>
      {width > 0 && (
        <svg width={width} height={HEIGHT} role="img" aria-label={label} onPointerLeave={() => onPoint(undefined)}>
          {y.ticks(4).map((tick) => (
            <g key={tick} className={styles.tick}>
              <line x1={LEFT} x2={width - RIGHT} y1={y(tick)} y2={y(tick)} />
              <text x={LEFT - 6} y={y(tick)} dy="0.32em" textAnchor="end">
                {formatCount(tick)}
              </text>
            </g>
          ))}
          {periods.map(({ fromMs, started, ended }, at) => (
            <g key={fromMs} onPointerEnter={() => onPoint(at)}>
              <rect
                className={styles.area}
                data-pointed={pointed === at}
                x={x(at)}
                y={TOP}
                width={step}
                height={HEIGHT - BOTTOM - TOP}
              />
              <rect
                className={styles.started}
                x={x(at + 0.5) - bar}
                y={y(started)}
                width={bar}
                height={y(0) - y(started)}
              />
              <rect className={styles.ended} x={x(at + 0.5)} y={y(ended)} width={bar} height={y(0) - y(ended)} />
            </g>
          ))}
          <polyline
            className={styles.open}
            points={periods.map(({ open }, at) => `${x(at + 1).toFixed(1)},${y(open).toFixed(1)}`).join(' ')}
          />
          {time.ticks(Math.max(2, Math.floor(width / 110))).map((tick) => (
            <text key={tick.getTime()} className={styles.when} x={time(tick)} y={HEIGHT - 6} textAnchor="middle">
              {sayTick(tick.getTime(), last - first)}
            </text>
          ))}
        </svg>
      )}
    </div>
  );
}

function Table({ periods, period }: Pick<ChartProps, 'periods' | 'period'>) {
  return (
    <table>
      <thead>
        <tr>
          {['From (UTC)', 'Started', 'Ended', 'Open'].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {periods.map(({ fromMs, started, ended, open }) => (
          <tr key={fromMs}>
            <th scope="row">{sayPeriod(fromMs, period)}</th>
            <td>{formatCount(started)}</td>
            <td>{formatCount(ended)}</td>
            <td>{formatCount(open)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
