// The steps of a recording, in process order; the one picked can be put right.
import { useState } from 'react';
import type { RecordingView } from '../../src/domain/views.ts';
import { capitalize, formatClock, formatCount } from '../format.ts';
import { Icon } from '../parts/Icon.tsx';
import { FoldButton } from './FoldButton.tsx';
import { LeftOutList } from './LeftOutList.tsx';
import { listTold, type Told } from './list-told.ts';
import { StepEditor } from './StepEditor.tsx';
import styles from './ToldList.module.css';

interface Props {
  readonly view: RecordingView;
  readonly pickedId: string | undefined;
  readonly onPick: (told: Told) => void;
}

export function StepList({ view, pickedId, onPick }: Props) {
  const { steps } = view.extraction;
  const { told } = listTold(view.extraction).steps;
  const unsure = steps.filter((step) => step.unsure).length;
  const [showsUnsure, setShowsUnsure] = useState(false);
  const shown = steps.filter((step) => showsUnsure || !step.unsure || step.id === pickedId);
  return (
    <section className={styles.list} aria-label="What is done">
      <section className={styles.group} aria-label="Steps">
        <h2 className={styles.name}>
          <Icon name="list" size={14} />
          Steps <span className={styles.count}>{formatCount(steps.length - unsure)}</span>
        </h2>
        <ol>
          {shown.map((step, index) => {
            const one = told.find(({ id }) => id === step.id);
            const isPicked = step.id === pickedId;
            return (
              one && (
                <li key={step.id} className={styles.item} data-picked={isPicked}>
                  <StepButton one={one} isPicked={isPicked} onPick={onPick} />
                  {isPicked && (
                    <StepEditor
                      processId={view.process.id}
                      step={step}
                      before={shown[index - 1]}
                      after={shown[index + 1]}
                      known={steps}
                    />
                  )}
                </li>
              )
            );
          })}
        </ol>
      </section>
      <FoldButton count={unsure} word="unsure" isOpen={showsUnsure} onToggle={() => setShowsUnsure(!showsUnsure)} />
      <LeftOutList view={view} />
    </section>
  );
}

interface StepButtonProps {
  readonly one: Told;
  readonly isPicked: boolean;
  readonly onPick: (told: Told) => void;
}

function StepButton({ one, isPicked, onPick }: StepButtonProps) {
  return (
    <button
      type="button"
      className={styles.told}
      data-unsure={one.unsure}
      aria-pressed={isPicked}
      onClick={() => onPick(one)}
    >
      <span className={styles.clock}>{formatClock(one.startMs)}</span>
      <span className={styles.text}>
        <span>{capitalize(one.label)}</span>
        {one.detail && <span className={styles.detail}>{one.detail}</span>}
      </span>
    </button>
  );
}
