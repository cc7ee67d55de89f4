// The core could not open the workspace: why, and what can be done without it.
import type { CoreState } from '../../src/domain/desktop.ts';
import { Button } from '../parts/Button.tsx';
import type { Desktop } from './bridge.ts';
import styles from './Desktop.module.css';

interface Props {
  readonly problem: Extract<CoreState, { state: 'failed' }>;
  readonly desktop: Desktop;
}

export function CoreFailedCard({ problem, desktop }: Props) {
  return (
    <div className={styles.card}>
      <h2 className={styles.title}>{problem.title}</h2>
      <p className={styles.lead}>{problem.hint}</p>
      <div className={styles.acts}>
        <Button onPress={() => void desktop.ask('reveal', { what: 'workspace' })}>Show folder</Button>
        <Button onPress={() => void desktop.ask('openWorkspace', null)}>Other workspace…</Button>
        <Button kind="primary" onPress={() => void desktop.ask('connect', null)}>
          Try again
        </Button>
      </div>
    </div>
  );
}
