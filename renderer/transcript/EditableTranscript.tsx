// The words of a recording, which play along and can be put right line by line.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Segment } from '../../src/domain/evidence.ts';
import type { Recording } from '../../src/domain/process.ts';
import type { TranscriptEdit } from '../../src/domain/transcript-edit.ts';
import { formatClock } from '../format.ts';
import { Transcript } from '../player/Transcript.tsx';
import { add, joinWithBefore, placeNew, putRight, split } from './edit-words.ts';
import { type LineActs, LineEditor } from './LineEditor.tsx';
import { TranscriptHead } from './TranscriptHead.tsx';
import { useTranscript } from './use-transcript.ts';

interface Props {
  readonly recording: Recording;
  readonly segments: readonly Segment[];
  readonly hasSound: boolean;
  readonly isWritten: boolean;
  readonly moment: { readonly startMs: number; readonly endMs: number; readonly quote?: string };
  readonly atMs: number;
  readonly onSeek: (ms: number) => void;
  readonly onPlaySpan: (span: { readonly startMs: number; readonly endMs: number }) => void;
}

/** The line that is open; `place` where it is a new one, which stands before the line of that number. */
interface Open {
  readonly at: number;
  readonly place?: ReturnType<typeof placeNew>;
}

export function EditableTranscript({ recording, onPlaySpan, ...shown }: Props) {
  const { segments, hasSound, atMs } = shown;
  const changes = useTranscript(recording.id);
  const [open, setOpen] = useState<Open>();
  const [left, setLeft] = useState<{ readonly at: number }>();
  const area = useRef<HTMLDivElement>(null);
  // The line is a button again, and the keyboard goes on from it.
  useEffect(() => {
    if (left) area.current?.querySelector<HTMLElement>(`[data-line="${left.at}"]`)?.focus();
  }, [left]);

  const openLine = useCallback(
    (at: number): void => {
      const line = segments[at];
      setOpen(line && { at });
      if (line) onPlaySpan(line);
    },
    [segments, onPlaySpan],
  );
  const leave = (at: number): void => {
    setOpen(undefined);
    setLeft({ at });
  };
  const change = async (edit: TranscriptEdit | undefined, next: number | undefined): Promise<boolean> => {
    if (edit !== undefined && !(await changes.change(edit))) return false;
    if (next === undefined) leave(open?.at ?? 0);
    else setOpen({ at: next });
    return true;
  };

  const actsOf = (at: number): LineActs => ({
    onSave: async (text) => {
      const edit = putRight(segments, at, text);
      const nextAt = edit?.now.length === 0 ? at : at + 1;
      const following = segments[at + 1];
      const isKept = await change(edit, following ? nextAt : undefined);
      if (isKept && following) onPlaySpan(following);
      return isKept;
    },
    onLeave: () => leave(at),
    onPlay: () => segments[at] && onPlaySpan(segments[at]),
    onSplit: async (text, caret) => {
      const edit = split(segments, at, { text, caret });
      return edit !== undefined && change(edit, at + 1);
    },
    onJoin: async (text) => {
      const edit = joinWithBefore(segments, at, text);
      return edit !== undefined && change(edit, at - 1);
    },
    onRemove: () => change(putRight(segments, at, ''), undefined),
  });
  const actsOfNew = (place: NonNullable<Open['place']>): LineActs => ({
    onSave: (text) => change(add(place, text), undefined),
    onLeave: () => leave(place.at),
    onPlay: () => onPlaySpan(place),
  });

  const line = open && !open.place ? segments[open.at] : undefined;
  const startMs = open?.place?.startMs ?? line?.startMs ?? 0;
  const acts = open?.place ? actsOfNew(open.place) : open && actsOf(open.at);
  return (
    <div ref={area} style={{ display: 'contents' }}>
      <TranscriptHead
        recording={recording}
        hasWords={segments.length > 0}
        hasSound={hasSound}
        changes={changes}
        onAdd={() => {
          const place = placeNew(segments, atMs, recording.durationMs);
          setOpen({ at: place.at, place });
        }}
      />
      <Transcript
        {...shown}
        narrator={recording.actor}
        editing={{
          at: open?.at,
          isNew: open?.place !== undefined,
          onOpen: openLine,
          field: acts && (
            <LineEditor
              key={open?.place ? `new ${startMs}` : `${open?.at} ${line?.text}`}
              text={line?.text ?? ''}
              label={`Words at ${formatClock(startMs)}`}
              {...acts}
            />
          ),
        }}
      />
    </div>
  );
}
