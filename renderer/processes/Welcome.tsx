import { readProblem } from '../../src/api/client.ts';
import type { Progress } from '../../src/domain/progress.ts';
import { capitalize, formatCount } from '../format.ts';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import { RecordButton } from '../recorder/RecordButton.tsx';
import { AddFiles } from '../intake/AddFiles.tsx';
import { AddCommands } from './AddCommands.tsx';
import { useLoadSample } from './use-load-sample.ts';
import styles from './Welcome.module.css';

/** An empty workspace: what Mirror does, and the ways to begin; recording is the first. */
export function Welcome() {
  const { load, start } = useLoadSample();
  return (
    <div className={styles.welcome}>
      <span className={styles.mark}>
        <Icon name="mark" size={26} />
      </span>
      <h1 className={styles.title}>See how the work is really done</h1>
      <p className={styles.lead}>
        Mirror turns recordings and event logs of real work into a process map in which every handoff, bottleneck and
        judgement call leads back to the moment it comes from. Everything is computed and kept on this machine.
      </p>
      <div className={styles.action}>
        <div className={styles.ways}>
          <RecordButton kind="first">Record a process</RecordButton>
          <Button onPress={start} isDisabled={load.state === 'running'}>
            <Icon name="map" />
            Load the sample process
          </Button>
        </div>
        <div className={styles.progress} aria-live="polite">
          {load.state === 'running' && <ProgressLine progress={load.progress} />}
          {load.state === 'failed' && <FailureLine error={load.error} />}
          {load.state === 'idle' && (
            <span>
              Do what you do and say why: a minute is enough to begin.
              <br />
              Or look around first: customer onboarding at a network provider, with recordings and an event log.
            </span>
          )}
        </div>
      </div>
      <h2 className={styles.own}>Or bring your own</h2>
      <AddFiles
        isCentred
        hint="Recordings with their words, event logs, documents, or a whole folder: or drop them anywhere on this window."
      />
      <details className={styles.terminal}>
        <summary>From a terminal</summary>
        <AddCommands />
      </details>
    </div>
  );
}

function ProgressLine({ progress }: { readonly progress: Progress | undefined }) {
  if (!progress) return <progress className={styles.bar} aria-label="Loading the sample process" />;
  const { stage, done, total, unit } = progress;
  return (
    <>
      <progress
        className={styles.bar}
        aria-label="Loading the sample process"
        value={total === null ? undefined : done}
        max={total ?? undefined}
      />
      {capitalize(stage)}: {formatCount(done)}
      {total === null ? '' : ` of ${formatCount(total)}`} {unit}
    </>
  );
}

function FailureLine({ error }: { readonly error: unknown }) {
  const problem = readProblem(error);
  return (
    <span className={styles.failure} role="alert">
      {problem ? `${problem.title}. ${problem.hint}` : 'Loading the sample process failed. Try again.'}
    </span>
  );
}
