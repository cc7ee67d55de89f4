import { max, scaleLinear, scaleUtc } from 'd3';
import { type KeyboardEvent, type PointerEvent, useMemo, useState } from 'react';
import type { Passing, Spectrum } from '../../src/domain/performance.ts';
import { capitalize, formatCount, formatMoment, formatRough } from '../format.ts';
import { EvidenceList } from '../panel/EvidenceList.tsx';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import type { Opening } from './opening.ts';
import styles from './SpectrumChart.module.css';
import { sayTick } from './say-period.ts';
import { findNearest, type Range, zoomRange } from './spectrum-range.ts';
import { useWidth } from './use-width.ts';

const LINES = 170;
const TOP = 24;
const BARS = 70;
const GAP = 26;
const AXIS = 22;
const LEFT = 40;
const RIGHT = 10;
const HEIGHT = TOP + LINES + GAP + BARS + AXIS;

/**
 * Lines from the one activity above to the other below, coloured by quarter of their duration; under them how many are
 * under way, by the same quarters. Arrow keys go from line to line, plus and minus zoom.
 */
export function SpectrumChart({ found, open, onOpen }: { readonly found: Spectrum } & Opening) {
  const [room, width] = useWidth();
  const all = useMemo((): Range => ({ fromMs: found.fromMs, toMs: Math.max(found.toMs, found.fromMs + 1) }), [found]);
  const [range, setRange] = useState(all);
  const [last, setLast] = useState<number>();
  const at = open === OPEN ? last : undefined;
  const { passings } = found;
  const chosen = at === undefined ? undefined : passings[at];
  const x = useMemo(
    () => scaleUtc([range.fromMs, range.toMs], [LEFT, Math.max(LEFT + 1, width - RIGHT)]),
    [range, width],
  );
  const zoom = (factor: number): void => setRange(zoomRange(range, { factor, all, around: chosen }));
  const choose = (next: number | undefined): void => {
    const passing = next === undefined ? undefined : passings[next];
    setLast(next);
    onOpen(next === undefined ? undefined : OPEN);
    if (passing && (passing.fromMs < range.fromMs || passing.toMs > range.toMs)) {
      setRange(zoomRange(range, { factor: 1, all, around: passing }));
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step !== undefined)
      choose(Math.min(passings.length - 1, Math.max(0, (at ?? (step > 0 ? -1 : passings.length)) + step)));
    else if (event.key === 'Home') choose(0);
    else if (event.key === 'End') choose(passings.length - 1);
    else if (event.key === '+') zoom(0.5);
    else if (event.key === '-') zoom(2);
    else if (event.key === '0') setRange(all);
    else if (event.key === 'Escape') choose(undefined);
    else return;
    event.preventDefault();
  };
  const onPointerDown = (event: PointerEvent<SVGSVGElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const down01 = (event.clientY - box.top - TOP) / LINES;
    if (down01 < -0.1 || down01 > 1.1) return;
    const near = findNearest(passings, {
      atMs: x.invert(event.clientX - box.left).getTime(),
      down01: Math.min(1, Math.max(0, down01)),
    });
    choose(near === at ? undefined : near);
  };
  return (
    <div className={styles.spectrum}>
      <div className={styles.tools}>
        <Legend quartilesMs={found.quartilesMs} />
        <Button label="Zoom in on the time" onPress={() => zoom(0.5)}>
          <Icon name="plus" size={14} />
        </Button>
        <Button label="Zoom out" onPress={() => zoom(2)}>
          <Icon name="minus" size={14} />
        </Button>
        <Button label="Show all of the time" onPress={() => setRange(all)}>
          <Icon name="fit" size={14} />
        </Button>
      </div>
      <div
        ref={room}
        className={styles.room}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an input cannot hold the picture it moves in
        role="slider"
        tabIndex={0}
        aria-label={`Passings from ${found.source} to ${found.target}`}
        aria-valuemin={1}
        aria-valuemax={passings.length}
        aria-valuenow={(at ?? 0) + 1}
        aria-valuetext={chosen ? sayPassing(chosen) : 'none chosen; arrow keys go from one to the next'}
        onKeyDown={onKeyDown}
      >
        {width > 0 && (
          <svg width={width} height={HEIGHT} aria-hidden="true" onPointerDown={onPointerDown}>
            <Ends found={found} width={width} />
            <Lines passings={passings} x={x} width={width} />
            {chosen && <Line passing={chosen} x={x} isChosen />}
            <Bars found={found} x={x} width={width} />
            {x.ticks(Math.max(2, Math.floor(width / 130))).map((tick) => (
              <text key={tick.getTime()} className={styles.label} x={x(tick)} y={HEIGHT - 6} textAnchor="middle">
                {sayTick(tick.getTime(), range.toMs - range.fromMs)}
              </text>
            ))}
          </svg>
        )}
      </div>
      {chosen && (
        <div className={styles.chosen}>
          <p>{sayPassing(chosen)}</p>
          <EvidenceList key={`${chosen.case} ${chosen.fromMs}`} refs={[chosen.evidence]} />
        </div>
      )}
    </div>
  );
}

/** What stands for a line of this chart among what can be open. */
const OPEN = 'passing';

const sayPassing = ({ case: name, fromMs, toMs, quarter }: Passing): string =>
  `Case ${name}: from ${formatMoment(fromMs, 'UTC')} (UTC), ${formatRough(toMs - fromMs)}, in the ${QUARTERS[quarter]} quarter`;

const QUARTERS = ['quickest', 'second', 'third', 'slowest'] as const;

function Legend({ quartilesMs: [first, second, third] }: Pick<Spectrum, 'quartilesMs'>) {
  const words = [
    `up to ${formatRough(first)}`,
    `up to ${formatRough(second)}`,
    `up to ${formatRough(third)}`,
    'longer',
  ];
  return (
    <ul className={styles.legend} aria-label="Quarters of all passings by how long they take">
      {words.map((word, quarter) => (
        <li key={QUARTERS[quarter]} data-quarter={quarter}>
          {word}
        </li>
      ))}
    </ul>
  );
}

function Ends({ found, width }: { readonly found: Spectrum; readonly width: number }) {
  return (
    <>
      {[
        { label: found.source, y: TOP, dy: -7, word: 'ends' },
        { label: found.target, y: TOP + LINES, dy: 15, word: 'begins' },
      ].map(({ label, y, dy, word }) => (
        <g key={word} className={styles.end}>
          <line x1={LEFT} x2={width - RIGHT} y1={y} y2={y} />
          <text x={LEFT} y={y + dy}>
            {capitalize(label)} {word}
          </text>
        </g>
      ))}
    </>
  );
}

type Scale = ReturnType<typeof scaleUtc<number>>;

interface LinesProps {
  readonly passings: readonly Passing[];
  readonly x: Scale;
  readonly width: number;
}

/** One path for each quarter, the slowest on top: a thousand elements would make every key slow. */
function Lines({ passings, x, width }: LinesProps) {
  const paths = useMemo(() => {
    const drawn = ['', '', '', ''];
    for (const { fromMs, toMs, quarter } of passings) {
      const [from, to] = [x(fromMs), x(toMs)];
      if (to < LEFT || from > width - RIGHT) continue;
      drawn[quarter] += clip(from, to, width);
    }
    return drawn;
  }, [passings, x, width]);
  return paths.map((path, quarter) => (
    <path key={QUARTERS[quarter]} className={styles.line} data-quarter={quarter} d={path} />
  ));
}

/** The part of a line that lies within the time shown. */
function clip(from: number, to: number, width: number): string {
  const length = to - from;
  const yAt = (at: number): number => TOP + (length === 0 ? 1 : (at - from) / length) * LINES;
  const [left, right] = [Math.max(from, LEFT), Math.min(to, width - RIGHT)];
  const top = length === 0 ? TOP : yAt(left);
  return `M${left.toFixed(1)} ${top.toFixed(1)}L${right.toFixed(1)} ${yAt(right).toFixed(1)}`;
}

function Line({ passing, x, isChosen }: { readonly passing: Passing; readonly x: Scale; readonly isChosen: boolean }) {
  const [, right = 0] = x.range();
  return (
    <path className={styles.line} data-chosen={isChosen} d={clip(x(passing.fromMs), x(passing.toMs), right + RIGHT)} />
  );
}

function Bars({ found, x, width }: { readonly found: Spectrum; readonly x: Scale; readonly width: number }) {
  const { bins } = found;
  const top = TOP + LINES + GAP;
  const most = max(bins, ({ started, pending }) => sum(started) + sum(pending)) ?? 1;
  const y = scaleLinear([0, most], [top + BARS, top]);
  return (
    <>
      <text className={styles.label} x={width - RIGHT} y={top - 8} textAnchor="end">
        under way or begun in {formatCount(bins.length)} equal stretches of the time
      </text>
      <text className={styles.label} x={LEFT - 6} y={top + 4} textAnchor="end">
        {formatCount(most)}
      </text>
      {bins.flatMap(({ fromMs, started, pending }, at) => {
        const untilMs = bins[at + 1]?.fromMs ?? found.toMs;
        const [left, right] = [Math.max(LEFT, x(fromMs)), Math.min(width - RIGHT, x(untilMs))];
        if (right <= left) return [];
        let below = 0;
        return started.map((count, quarter) => {
          const size = count + pending[quarter]!; // as many quarters in both
          below += size;
          return (
            <rect
              key={`${fromMs} ${QUARTERS[quarter]}`}
              className={styles.bar}
              data-quarter={quarter}
              x={left}
              width={Math.max(0.5, right - left - 0.5)}
              y={y(below)}
              height={y(below - size) - y(below)}
            />
          );
        });
      })}
      <line className={styles.base} x1={LEFT} x2={width - RIGHT} y1={top + BARS} y2={top + BARS} />
    </>
  );
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
