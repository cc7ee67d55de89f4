import type { Progress } from '../../src/domain/progress.ts';
import { Button } from '../parts/Button.tsx';
import styles from './Vault.module.css';

/** How far it is; until the last step it can be stopped, and nothing has changed. */
export function MoveProgress({ progress, onStop }: { readonly progress: Progress; readonly onStop: () => void }) {
  const { stage, done, total, unit } = progress;
  const said = total === null ? `${done} ${unit}` : `${done} of ${total} ${unit}`;
  return (
    <div className={styles.moving}>
      <p aria-live="polite">
        {stage[0]?.toUpperCase()}
        {stage.slice(1)}: {said}
      </p>
      <progress max={total ?? undefined} value={total === null ? undefined : done} aria-label={stage} />
      <Button kind="quiet" onPress={onStop}>
        Stop
      </Button>
    </div>
  );
}
