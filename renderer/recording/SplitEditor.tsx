import { Fragment, useEffect, useRef, useState } from 'react';
import type { Step } from '../../src/domain/extraction.ts';
import type { ProcessId } from '../../src/domain/ids.ts';
import { useCorrect } from '../corrections/use-correct.ts';
import { Button } from '../parts/Button.tsx';
import { listWords, type Word } from './list-cuts.ts';
import styles from './StepEditor.module.css';

interface Props {
  readonly processId: ProcessId;
  readonly step: Step;
  readonly onClose: () => void;
}

/** Cuts a step in two between two of its words, and names both parts. */
export function SplitEditor({ processId, step, onClose }: Props) {
  const { apply, isBusy } = useCorrect(processId);
  const form = useRef<HTMLFormElement>(null);
  // All of it in view, its buttons too, where the list is short.
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const words = listWords(step);
  const [at, setAt] = useState(Math.ceil(words.length / 2));
  const [labels, setLabels] = useState<readonly [string, string]>([step.label, '']);
  const cut = words[at];
  const isReady = cut !== undefined && labels.every((label) => label.trim() !== '');
  const save = async (): Promise<void> => {
    if (!cut || !isReady) return;
    const { segment, char } = cut;
    const isKept = await apply({ do: 'split', element: step.id, segment, char, labels: [labels[0], labels[1]] });
    if (isKept) onClose();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape, wherever one is in it
    <form
      ref={form}
      className={styles.split}
      aria-label="Split the step"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <p className={styles.lead}>
        Click the word that the second step begins with, or move the cut with the arrow keys.
      </p>
      <p className={styles.words} aria-hidden="true">
        {words.map((word, index) => (
          <Fragment key={`${word.segment} ${word.char}`}>
            {index === at && <span className={styles.cut} />}
            {/* The slider below does the same for the keyboard. */}
            <span
              className={styles.word}
              data-part={index < at ? 'first' : 'second'}
              onPointerDown={() => index > 0 && setAt(index)}
            >
              {word.text}{' '}
            </span>
          </Fragment>
        ))}
      </p>
      <input
        type="range"
        className={styles.slider}
        min={1}
        max={words.length - 1}
        value={at}
        aria-label="Where the second step begins"
        aria-valuetext={tellCut(words, at)}
        onChange={(event) => setAt(Number(event.currentTarget.value))}
      />
      {(['First step', 'Second step'] as const).map((name, index) => (
        <label key={name} className={styles.part}>
          <span>{name}</span>
          <input
            value={labels[index]}
            maxLength={200}
            placeholder="verb and thing: enter order"
            onChange={(event) =>
              setLabels(index === 0 ? [event.currentTarget.value, labels[1]] : [labels[0], event.currentTarget.value])
            }
          />
        </label>
      ))}
      <div className={styles.acts}>
        <Button kind="primary" isDisabled={!isReady || isBusy} onPress={() => void save()}>
          {isBusy ? 'Splitting…' : 'Split'}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

function tellCut(words: readonly Word[], at: number): string {
  const text = (from: number, to: number): string =>
    words
      .slice(Math.max(0, from), to)
      .map((word) => word.text)
      .join(' ');
  return `after “${text(at - 3, at)}”, before “${text(at, at + 3)}”`;
}
