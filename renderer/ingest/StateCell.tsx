import type { Recording } from '../../src/domain/process.ts';
import { useRunning, useTurn } from './ingest-store.ts';
import styles from './Work.module.css';
import { WorkBar } from './WorkBar.tsx';

const STATES = { ingesting: 'Being understood…', ready: 'Ready', failed: 'Failed' } as const;

interface Props {
  readonly recording: Recording;
  /** Stages that did not work out. */
  readonly failed: number;
}

/** Where a recording stands, in the table of all. */
export function StateCell({ recording, failed }: Props) {
  const running = useRunning(recording.id);
  const turn = useTurn(recording.id);
  if (running) return <WorkBar running={running} isSmall />;
  if (turn !== undefined) return <span className={styles.state}>Waits</span>;
  const isIncomplete = recording.state === 'ready' && failed > 0;
  const why = isIncomplete
    ? 'Something in its sound or pictures did not work out: open it to see what'
    : recording.problem;
  return (
    <span className={styles.state} data-state={isIncomplete ? 'incomplete' : recording.state} title={why ?? undefined}>
      {isIncomplete ? 'Incomplete' : STATES[recording.state]}
    </span>
  );
}
