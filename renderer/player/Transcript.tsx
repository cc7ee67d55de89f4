import { Fragment, type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { Segment } from '../../src/domain/evidence.ts';
import { formatClock } from '../format.ts';
import { Icon } from '../parts/Icon.tsx';
import { NoWords } from './NoWords.tsx';
import { findCurrent, findSegments, splitQuote } from './playback.ts';
import styles from './Transcript.module.css';

interface Props {
  readonly segments: readonly Segment[];
  /** Whether anything can be heard: without segments it is then not known what. */
  readonly hasSound: boolean;
  /** Whether somebody or something has written them: then there are no more. */
  readonly isWritten: boolean;
  readonly narrator: string | null;
  readonly moment: { readonly startMs: number; readonly endMs: number; readonly quote?: string };
  readonly atMs: number;
  readonly onSeek: (ms: number) => void;
  /** Where the words can be put right: which line is open, or which one a new line stands before. */
  readonly editing?: {
    readonly at: number | undefined;
    readonly isNew: boolean;
    readonly onOpen: (at: number) => void;
    readonly field: ReactNode;
  };
}

/** Below it a model's words are marked: better than even that they are right, and no more. */
const UNSURE = 0.5;

/** The words, following what is played; a line seeks, the quoted words are marked. */
export function Transcript({ segments, hasSound, isWritten, narrator, moment, atMs, onSeek, editing }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const starts = useMemo(() => segments.map(({ startMs }) => startMs), [segments]);
  const current = findCurrent(starts, atMs + 1);
  const before = useRef(-1);
  const isWriting = editing?.at !== undefined;
  const quoted = useMemo(() => findSegments(segments, moment), [segments, moment]);
  useEffect(() => {
    const line = list.current?.children[current];
    // Whoever writes is not carried away by what plays.
    if (isWriting) return;
    if (!list.current || !(line instanceof HTMLElement)) return;
    // Only the list scrolls: scrollIntoView would move the whole window as well. Jumps are not followed by eye.
    const behavior = current === before.current + 1 ? 'smooth' : 'instant';
    list.current.scrollTo({ top: line.offsetTop - list.current.clientHeight / 3, behavior });
    before.current = current;
  }, [current, isWriting]);
  if (segments.length === 0 && !editing?.isNew) return <NoWords hasSound={hasSound} isWritten={isWritten} />;
  return (
    <ol ref={list} className={styles.list} aria-label="Transcript">
      {segments.map((segment, index) => (
        <Fragment key={segment.index}>
          {editing?.isNew && editing.at === index && <li>{editing.field}</li>}
          <li className={styles.row}>
            {editing && !editing.isNew && editing.at === index ? (
              editing.field
            ) : (
              <>
                <button
                  type="button"
                  className={styles.line}
                  data-line={index}
                  data-current={index === current}
                  data-quoted={quoted.has(segment.index)}
                  data-unsure={(segment.confidence01 ?? 1) < UNSURE}
                  title={sayUnsure(segment)}
                  aria-current={index === current ? 'true' : undefined}
                  aria-keyshortcuts={editing && 'F2'}
                  onClick={() => onSeek(segment.startMs)}
                  onKeyDown={({ key }) => key === 'F2' && editing?.onOpen(index)}
                >
                  <span className={styles.clock}>{formatClock(segment.startMs)}</span>
                  <span>
                    {segment.speaker && segment.speaker !== narrator && (
                      <strong className={styles.speaker}>{segment.speaker}: </strong>
                    )}
                    <Words text={segment.text} quote={quoted.has(segment.index) ? moment.quote : undefined} />
                  </span>
                </button>
                {editing && (
                  <button
                    type="button"
                    className={styles.pencil}
                    aria-label={`Put right: ${segment.text}`}
                    title="Put right (F2)"
                    onClick={() => editing.onOpen(index)}
                  >
                    <Icon name="pencil" size={13} />
                  </button>
                )}
              </>
            )}
          </li>
        </Fragment>
      ))}
      {editing?.isNew && editing.at === segments.length && <li>{editing.field}</li>}
    </ol>
  );
}

const sayUnsure = ({ confidence01 }: Segment): string | undefined =>
  confidence01 !== undefined && confidence01 < UNSURE
    ? `The model was unsure of these words (${Math.round(confidence01 * 100)} %)`
    : undefined;

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
