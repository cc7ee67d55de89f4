// The pictures of a recording in a row below its timeline: where the screen changed, each a click from its moment.
import { memo, useEffect, useMemo, useRef, useState } from 'react';
import type { RecordingId } from '../../src/domain/ids.ts';
import type { PictureSummary } from '../../src/domain/picture.ts';
import { countOf, formatClock } from '../format.ts';
import { findCurrent } from '../player/playback.ts';
import { usePictures } from '../use-mirror.ts';
import { PictureText } from './PictureText.tsx';
import styles from './PictureStrip.module.css';

interface Props {
  readonly recordingId: RecordingId;
  readonly atMs: number;
  readonly onPick: (atMs: number) => void;
}

/** Nothing where a recording has no pictures, or none yet: how far that is, the page says elsewhere. */
export function PictureStrip({ recordingId, atMs, onPick }: Props) {
  const { data: pictures = NONE } = usePictures(recordingId);
  const starts = useMemo(() => pictures.map((picture) => picture.atMs), [pictures]);
  const [isOpen, setIsOpen] = useState(false);
  if (pictures.length === 0) return null;
  const current = Math.max(0, findCurrent(starts, atMs + 1));
  return (
    <section className={styles.strip} aria-label="Pictures of the screen">
      <Row pictures={pictures} current={current} onPick={onPick} />
      <details className={styles.text} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary>
          Text on the screen <span className={styles.count}>{countOf(pictures.length, 'picture')}</span>
        </summary>
        {isOpen && <PictureText recordingId={recordingId} atMs={pictures[current]!.atMs} />}
      </details>
    </section>
  );
}

const NONE: readonly PictureSummary[] = [];

interface RowProps {
  readonly pictures: readonly PictureSummary[];
  readonly current: number;
  readonly onPick: (atMs: number) => void;
}

/** Apart, because the place of playback changes with every frame that is drawn, and the pictures do not. */
const Row = memo(function Row({ pictures, current, onPick }: RowProps) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const item = list.current?.children[current];
    if (!list.current || !(item instanceof HTMLElement)) return;
    // Only the row scrolls: scrollIntoView would move the whole window as well.
    list.current.scrollTo({ left: item.offsetLeft - (list.current.clientWidth - item.clientWidth) / 2 });
  }, [current]);
  return (
    <ol ref={list} className={styles.row}>
      {pictures.map(({ atMs, url, widthPx, heightPx }, index) => (
        <li key={atMs} className={styles.item}>
          <button
            type="button"
            className={styles.picture}
            aria-current={index === current ? 'true' : undefined}
            aria-label={`Play from the picture at ${formatClock(atMs)}`}
            onClick={() => onPick(atMs)}
          >
            <img src={url} alt="" loading="lazy" decoding="async" width={widthPx} height={heightPx} />
            <span className={styles.clock}>{formatClock(atMs)}</span>
          </button>
        </li>
      ))}
    </ol>
  );
});
