import { formatClock } from '../format.ts';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import { useRecorder, useRecorderView } from './recorder-context.ts';
import styles from './StageCard.module.css';

/** It could not start, or could not go on: why, what to do, and what is kept. */
export function FailedCard() {
  const { actions } = useRecorder();
  const problem = useRecorderView((view) => view.problem);
  const health = useRecorderView((view) => view.health);
  const receipt = useRecorderView((view) => view.receipt);
  const keptMs = health?.elapsedMs ?? 0;
  return (
    <div className={styles.card} role="alert">
      <div className={styles.trouble}>
        <Icon name="warning" size={20} />
        <h2 className={styles.title}>{problem?.title ?? 'The recording has ended'}</h2>
      </div>
      <p className={styles.lead}>{problem?.hint ?? 'Try again; if it keeps happening, restart Mirror.'}</p>
      {receipt && <p>What there was is kept: {receipt.words}.</p>}
      {!receipt && keptMs > 0 && (
        <p>
          What was recorded until then ({formatClock(keptMs)}) is kept on disk. Mirror saves it and tells you what is in
          it.
        </p>
      )}
      <div className={styles.acts}>
        <Button onPress={actions.close}>Close</Button>
        <Button kind="primary" onPress={() => void actions.open()}>
          Try again
        </Button>
      </div>
    </div>
  );
}
