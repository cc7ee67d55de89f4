import { useEffect, useMemo, useRef } from 'react';
import type { Segment } from '../../src/domain/evidence.ts';
import { formatClock } from '../format.ts';
import { findCurrent, findSegments, splitQuote } from './playback.ts';
import styles from './Transcript.module.css';

interface Props {
  readonly segments: readonly Segment[];
  /** Whether anything can be heard: without segments it is then not known what. */
  readonly hasSound: boolean;
  readonly narrator: string | null;
  readonly moment: { readonly startMs: number; readonly endMs: number; readonly quote?: string };
  readonly atMs: number;
  readonly onSeek: (ms: number) => void;
}

const NOT_TRANSCRIBED =
  'No words yet: this version of Mirror does not transcribe. Add a transcript (.vtt or .srt) beside a recording of the same name.';
const NOTHING_SAID = 'Nothing is said in this recording.';

/** The words, following what is played; a line seeks, the quoted words are marked. */
export function Transcript({ segments, hasSound, narrator, moment, atMs, onSeek }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const starts = useMemo(() => segments.map(({ startMs }) => startMs), [segments]);
  const current = findCurrent(starts, atMs + 1);
  const before = useRef(-1);
  const quoted = useMemo(() => findSegments(segments, moment), [segments, moment]);
  useEffect(() => {
    const line = list.current?.children[current];
    if (!list.current || !(line instanceof HTMLElement)) return;
    // Only the list scrolls: scrollIntoView would move the whole window as well. Jumps are not followed by eye.
    const behavior = current === before.current + 1 ? 'smooth' : 'instant';
    list.current.scrollTo({ top: line.offsetTop - list.current.clientHeight / 3, behavior });
    before.current = current;
  }, [current]);
  if (segments.length === 0) return <p className={styles.none}>{hasSound ? NOT_TRANSCRIBED : NOTHING_SAID}</p>;
  return (
    <ol ref={list} className={styles.list} aria-label="Transcript">
      {segments.map((segment, index) => (
        <li key={segment.index}>
          <button
            type="button"
            className={styles.line}
            data-current={index === current}
            data-quoted={quoted.has(segment.index)}
            aria-current={index === current ? 'true' : undefined}
            onClick={() => onSeek(segment.startMs)}
          >
            <span className={styles.clock}>{formatClock(segment.startMs)}</span>
            <span>
              {segment.speaker && segment.speaker !== narrator && (
                <strong className={styles.speaker}>{segment.speaker}: </strong>
              )}
              <Words text={segment.text} quote={quoted.has(segment.index) ? moment.quote : undefined} />
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

function Words({ text, quote }: { readonly text: string; readonly quote: string | undefined }) {
  const parts = splitQuote(text, quote);
  if (!parts) return text;
  const [before, marked, after] = parts;
  return (
    <>
      {before}
      <mark className={styles.mark}>{marked}</mark>
      {after}
    </>
  );
}
