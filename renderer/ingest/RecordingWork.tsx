import { useQuery } from '@tanstack/react-query';
import type { RecordingId } from '../../src/domain/ids.ts';
import { type RecordingStage, STAGE_WORDS } from '../../src/domain/ingest.ts';
import { capitalize, countOf } from '../format.ts';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import { useKeeping } from '../process/use-keeping.ts';
import { useMirror } from '../use-mirror.ts';
import { useRunning, useTurn } from './ingest-store.ts';
import styles from './Work.module.css';
import { describeStage } from './work-words.ts';
import { WorkBar } from './WorkBar.tsx';

/** What Mirror makes of a recording's sound and pictures: under way, to come, failed, done. */
export function RecordingWork({ recordingId }: { readonly recordingId: RecordingId }) {
  const running = useRunning(recordingId);
  const turn = useTurn(recordingId);
  const keep = useKeeping();
  const { data: stages = [] } = useQuery(useMirror().ingest.stages.queryOptions({ input: { recordingId } }));
  const cancel = (): void =>
    void keep((client) => client.ingest.cancel({ recordingId }), 'Cancelled; what is done by now stays');
  const tryAgain = (): void => void keep((client) => client.ingest.tryAgain({ recordingId }), 'Mirror tries it again');
  const left = stages.filter(({ state }) => state === 'failed' || state === 'cancelled');
  return (
    <>
      {running ? (
        <section className={styles.now} aria-label="Work under way">
          <WorkBar running={running} />
          <Button kind="quiet" onPress={cancel}>
            Cancel
          </Button>
        </section>
      ) : turn !== undefined ? (
        <section className={styles.now} aria-label="Work to come">
          <span className={styles.detail}>
            {turn === 0
              ? 'Sound and pictures are next.'
              : `Sound and pictures wait: ${countOf(turn, 'recording')} before it.`}
          </span>
          <Button kind="quiet" onPress={cancel}>
            Leave them out
          </Button>
        </section>
      ) : left.length > 0 ? (
        <LeftOpen stages={left} onRetry={tryAgain} />
      ) : null}
      {stages.length > 0 && <AllStages stages={stages} />}
    </>
  );
}

function LeftOpen({ stages, onRetry }: { readonly stages: readonly RecordingStage[]; readonly onRetry: () => void }) {
  const failed = stages.filter(({ state }) => state === 'failed');
  return (
    <section className={styles.left} aria-label="What did not work out" data-failed={failed.length > 0}>
      <Icon name="warning" size={16} />
      <div>
        {failed.length === 0 ? (
          <p>Cancelled: {stages.map(({ stage }) => STAGE_WORDS[stage]).join(', ')}.</p>
        ) : (
          failed.map(({ stage, problem }) => (
            <p key={stage}>
              {capitalize(STAGE_WORDS[stage])} did not work out. {problem}
            </p>
          ))
        )}
      </div>
      <Button onPress={onRetry}>Try again</Button>
    </section>
  );
}

function AllStages({ stages }: { readonly stages: readonly RecordingStage[] }) {
  return (
    <details className={styles.all}>
      <summary>What was made of its sound and pictures</summary>
      <dl className={styles.stages}>
        {stages.map((stage) => (
          <div key={stage.stage} className={styles.stage} data-state={stage.state}>
            <dt>{capitalize(STAGE_WORDS[stage.stage])}</dt>
            <dd>
              {describeStage(stage)}
              {stage.warnings.map((warning) => (
                <span key={warning} className={styles.warning}>
                  {capitalize(warning)}
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
