// A recording to be watched and read: picture, timeline, and the words beside it.
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react';
import type { RecordingView } from '../../src/domain/views.ts';
import { formatClock } from '../format.ts';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import styles from './Player.module.css';
import { PictureStrip } from '../pictures/PictureStrip.tsx';
import { chooseMedia } from './playback.ts';
import { EditableTranscript } from '../transcript/EditableTranscript.tsx';
import { Timeline } from './Timeline.tsx';
import { Transcript } from './Transcript.tsx';
import { usePlayback } from './use-playback.ts';

interface Props {
  readonly view: RecordingView;
  /** Where to go, and what is quoted there; another object is another wish, even for the same place. */
  readonly moment: {
    readonly startMs: number;
    readonly endMs: number;
    readonly quote?: string;
    readonly nonce: number;
  };
  /** Play at once: somebody has clicked to get here. */
  readonly playsAtOnce: boolean;
  readonly size: 'drawer' | 'page';
  readonly onClose?: () => void;
  /** On a page: what stands below the timeline, and in the column at the right. */
  readonly below?: ReactNode;
  readonly beside?: ReactNode;
}

const STEP_MS = 5000;

export function Player({ view, moment, playsAtOnce, size, onClose, below, beside }: Props) {
  const { recording, segments, events, extraction } = view;
  const media = useMemo(() => chooseMedia(view.tracks), [view.tracks]);
  const playback = usePlayback(recording.durationMs);
  const { picture, sound, atMs, isPlaying, hasFailed, isAtSpanEnd, seek, toggle, play, playSpan } = playback;
  const region = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (playsAtOnce) playSpan(moment);
    else seek(moment.startMs);
    if (playsAtOnce) region.current?.focus({ preventScroll: true });
  }, [moment, playsAtOnce, seek, playSpan]);

  const playFrom = useCallback((ms: number) => playSpan({ startMs: ms, endMs: ms }), [playSpan]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // Keys in a field are for the field.
    if (event.target instanceof HTMLElement && event.target.closest('form, input:not([type=range])')) return;
    const onButton = event.target instanceof HTMLElement && event.target.closest('button, a, input, summary') !== null;
    const acts: Record<string, (() => void) | undefined> = {
      ' ': onButton ? undefined : toggle,
      ArrowLeft: () => seek(atMs - STEP_MS),
      ArrowRight: () => seek(atMs + STEP_MS),
      Escape: onClose,
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  const hasSound = view.tracks.some(({ hasAudio }) => hasAudio);
  const isWritten = typeof recording.transcriptBy === 'string';
  const words = { segments, hasSound, isWritten, moment, atMs, onSeek: seek };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys for all of it; its buttons do the same
    <section
      ref={region}
      className={styles.player}
      data-size={size}
      data-media={media?.main.kind ?? 'none'}
      aria-label={`Recording: ${recording.title}. Space plays, arrow keys move 5 seconds.`}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      {media && (
        <div className={styles.stage}>
          {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- the transcript beside it is the caption */}
          <video
            ref={picture}
            className={styles.video}
            src={media.main.url}
            style={{ aspectRatio: `${media.main.widthPx ?? 16} / ${media.main.heightPx ?? 10}` }}
            preload="auto"
            playsInline
            onClick={toggle}
            aria-label={media.main.kind === 'screen' ? 'Screen recording' : 'Sound recording'}
          />
          {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- the transcript beside it is the caption */}
          {media.sound && <audio ref={sound} src={media.sound.url} preload="auto" />}
          {hasFailed && <p className={styles.failure}>This recording cannot be played here.</p>}
          <div className={styles.controls}>
            <Button kind="quiet" label={isPlaying ? 'Pause' : 'Play'} onPress={toggle}>
              <Icon name={isPlaying ? 'pause' : 'play'} />
            </Button>
            <span className={styles.time}>
              {formatClock(atMs)} / {formatClock(recording.durationMs)}
            </span>
            {isAtSpanEnd && (
              <button type="button" className={styles.goOn} onClick={play}>
                The quote ends here. Go on
              </button>
            )}
          </div>
        </div>
      )}
      <div className={styles.words}>
        {!media && <p className={styles.note}>No picture or sound was recorded: these are the words.</p>}
        {size === 'page' ? (
          <EditableTranscript {...words} recording={recording} onPlaySpan={playSpan} />
        ) : (
          <Transcript {...words} narrator={recording.actor} />
        )}
      </div>
      <Timeline
        durationMs={recording.durationMs}
        atMs={atMs}
        steps={extraction.steps}
        events={events}
        moment={moment}
        onSeek={seek}
      />
      {size === 'page' && (
        <div className={styles.pictures}>
          <PictureStrip recordingId={recording.id} atMs={atMs} onPick={playFrom} />
        </div>
      )}
      {below && <div className={styles.below}>{below}</div>}
      {beside && <div className={styles.beside}>{beside}</div>}
    </section>
  );
}
