import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { WIDTH_PX } from './chat-store.ts';
import styles from './ResizeEdge.module.css';

interface Props {
  readonly widthPx: number;
  readonly onResize: (widthPx: number) => void;
}

const STEP_PX = 24;

/** The panel's left edge: drag it, or press the arrow keys on it. */
export function ResizeEdge({ widthPx, onResize }: Props) {
  const start = useRef<{ readonly atPx: number; readonly widthPx: number }>(undefined);
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { atPx: event.clientX, widthPx };
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (start.current) onResize(start.current.widthPx + start.current.atPx - event.clientX);
  };
  const onPointerUp = (): void => {
    start.current = undefined;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = { ArrowLeft: STEP_PX, ArrowRight: -STEP_PX }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onResize(widthPx + step);
  };
  return (
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a line that cannot be moved is no help
      role="separator"
      tabIndex={0}
      className={styles.edge}
      aria-label="Width of the panel"
      aria-orientation="vertical"
      aria-valuenow={widthPx}
      aria-valuemin={WIDTH_PX.least}
      aria-valuemax={WIDTH_PX.most}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
      onKeyDown={onKeyDown}
    />
  );
}
