import type { Activity } from '../../src/domain/graph.ts';
import { capitalize } from '../format.ts';
import { Button } from '../parts/Button.tsx';
import { useScope } from '../process/process-context.ts';
import styles from './LogDoubt.module.css';
import { isNone, putTogether } from './command-for.ts';
import { useCorrect } from './use-correct.ts';

/** A told activity that may be one of the event log: who looks at it can say so at once. */
export function LogDoubt({ activity }: { readonly activity: Activity }) {
  const { view, model } = useScope();
  const { apply, isBusy } = useCorrect(view.process.id);
  const doubt = view.graph.doubts.find((each) => each.activity === activity.id);
  const candidates = doubt?.candidates.flatMap((id) => model.activities.get(id) ?? []) ?? [];
  if (candidates.length === 0) return null;
  return (
    <section className={styles.doubt} aria-label="Perhaps in the event log">
      <p className={styles.ask}>Does the event log know it under another name?</p>
      <div className={styles.answers}>
        {candidates.map((candidate) => (
          <Button key={candidate.id} isDisabled={isBusy} onPress={() => void apply(putTogether(activity, candidate))}>
            {capitalize(candidate.label)}
          </Button>
        ))}
        <Button kind="quiet" isDisabled={isBusy} onPress={() => void apply(isNone(activity, candidates))}>
          {candidates.length > 1 ? 'None of them' : 'No, it is another'}
        </Button>
      </div>
    </section>
  );
}
