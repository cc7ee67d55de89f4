import { useState } from 'react';
import type { Activity } from '../../src/domain/graph.ts';
import type { ElementId } from '../../src/domain/ids.ts';
import { capitalize, formatClock } from '../format.ts';
import { Button } from '../parts/Button.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { useScope } from '../process/process-context.ts';
import { useRecordings } from '../use-mirror.ts';
import styles from './ActivityActions.module.css';
import { keepApart } from './command-for.ts';
import { useCorrect } from './use-correct.ts';

/** Mirror took several steps for the same doing: which of them are something else? */
export function ApartPicker({ activity, onClose }: { readonly activity: Activity; readonly onClose: () => void }) {
  const { view } = useScope();
  const { apply, isBusy } = useCorrect(view.process.id);
  const [picked, setPicked] = useState<ReadonlySet<ElementId>>(new Set());
  const rest = activity.stepIds.filter((id) => !picked.has(id));
  const steps = useStepsOf(activity);
  const toggle = (id: ElementId): void => setPicked(picked.symmetricDifference(new Set([id])));
  const save = async (): Promise<void> => {
    const isKept = await apply(...keepApart([...picked], rest));
    if (isKept) onClose();
  };
  return (
    <div className={styles.box}>
      <p className={styles.lead}>Tick what is something else than the rest. It becomes an activity of its own.</p>
      {steps === undefined && <Skeleton height="72px" />}
      <ul className={styles.steps}>
        {steps?.map((step) => (
          <li key={step.id}>
            <label className={styles.step}>
              <input
                type="checkbox"
                aria-label={step.words}
                checked={picked.has(step.id)}
                onChange={() => toggle(step.id)}
              />
              <span className={styles.words}>
                <span>{step.words}</span>
                <span className={styles.from}>{step.from}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <div className={styles.buttons}>
        <Button
          kind="primary"
          isDisabled={isBusy || picked.size === 0 || rest.length === 0}
          onPress={() => void save()}
        >
          {isBusy ? 'Saving…' : 'Keep apart'}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          Cancel
        </Button>
      </div>
    </div>
  );
}

interface ToldStep {
  readonly id: ElementId;
  readonly words: string;
  readonly from: string;
}

/** Undefined until every recording that may hold one has been read. */
function useStepsOf({ stepIds }: Activity): ToldStep[] | undefined {
  const { view } = useScope();
  const recordings = useRecordings(view.recordings.map(({ recording }) => recording.id));
  if (recordings.some(({ isPending }) => isPending)) return undefined;
  const own = new Set(stepIds);
  return recordings.flatMap(({ data }) =>
    (data?.extraction.steps ?? [])
      .filter(({ id }) => own.has(id))
      .map((step): ToldStep => {
        const speech = step.evidence.find((ref) => ref.kind === 'speech');
        return {
          id: step.id,
          words: speech ? `“${speech.quote}”` : capitalize(step.label),
          from: `${data?.recording.actor ?? data?.recording.title}, ${formatClock(step.startMs)}`,
        };
      }),
  );
}
