import { type PointerEvent, useMemo } from 'react';
import type { UiEvent } from '../../src/domain/evidence.ts';
import type { Step } from '../../src/domain/extraction.ts';
import { capitalize, formatClock } from '../format.ts';
import { listWindows } from './playback.ts';
import styles from './Timeline.module.css';

interface Props {
  readonly durationMs: number;
  readonly atMs: number;
  readonly steps: readonly Step[];
  readonly events: readonly UiEvent[];
  readonly moment: { readonly startMs: number; readonly endMs: number };
  readonly onSeek: (ms: number) => void;
}

/** The whole recording in a line: windows, steps, the quoted span, and where playback is. */
export function Timeline({ durationMs, atMs, steps, events, moment, onSeek }: Props) {
  const length = Math.max(1, durationMs);
  const percent = (ms: number): string => `${(Math.min(Math.max(ms, 0), length) / length) * 100}%`;
  const windows = useMemo(() => listWindows(events, durationMs), [events, durationMs]);
  const seekTo = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.buttons !== 1) return;
    const box = event.currentTarget.getBoundingClientRect();
    onSeek(((event.clientX - box.left) / box.width) * length);
  };
  const showing = windows.findLast((span) => span.startMs <= atMs);
  return (
    <div className={styles.timeline}>
      {windows.length > 0 && (
        <div className={styles.windows} title={showing && `${showing.app}: ${showing.title}`}>
          {windows.map((span) => (
            <span
              key={span.startMs}
              className={styles.window}
              data-current={span === showing}
              style={{ left: percent(span.startMs), width: percent(span.endMs - span.startMs) }}
              title={`${formatClock(span.startMs)} ${span.app}: ${span.title}`}
            >
              {span.title || span.app}
            </span>
          ))}
        </div>
      )}
      <div className={styles.track} onPointerDown={seekTo} onPointerMove={seekTo}>
        <input
          className={styles.range}
          type="range"
          min={0}
          max={length}
          step={1000}
          value={Math.round(atMs)}
          aria-label="Position"
          aria-valuetext={`${formatClock(atMs)} of ${formatClock(durationMs)}`}
          onChange={(event) => onSeek(Number(event.target.value))}
        />
        <span
          className={styles.quoted}
          style={{ left: percent(moment.startMs), width: percent(moment.endMs - moment.startMs) }}
        />
        {steps
          .filter((step) => !step.unsure)
          .map((step) => (
            <span
              key={step.id}
              className={styles.step}
              style={{ left: percent(step.startMs) }}
              title={`${formatClock(step.startMs)} ${capitalize(step.label)}`}
            />
          ))}
        <span className={styles.head} style={{ left: percent(atMs) }} />
      </div>
    </div>
  );
}
