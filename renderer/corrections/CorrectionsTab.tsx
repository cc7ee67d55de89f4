// Everything people have put right in a process, newest first, each with its way back.
import type { CorrectionList } from '../../src/domain/correction.ts';
import type { ProcessView } from '../../src/domain/views.ts';
import { formatCount } from '../format.ts';
import { Button } from '../parts/Button.tsx';
import { EmptyNote } from '../parts/EmptyNote.tsx';
import { Icon } from '../parts/Icon.tsx';
import { ProblemNote } from '../parts/ProblemNote.tsx';
import { ScreenSkeleton } from '../parts/Skeleton.tsx';
import { useCorrectionList } from '../use-mirror.ts';
import { CorrectionRow } from './CorrectionRow.tsx';
import styles from './CorrectionsTab.module.css';
import { useCorrect } from './use-correct.ts';

export default function CorrectionsTab({ view }: { readonly view: ProcessView }) {
  const list = useCorrectionList(view.process.id);
  if (list.data) return <Full view={view} list={list.data} />;
  if (list.error) return <ProblemNote error={list.error} onRetry={() => void list.refetch()} />;
  return <ScreenSkeleton label="Loading corrections" />;
}

function Full({ view, list }: { readonly view: ProcessView; readonly list: CorrectionList }) {
  const newest = list.corrections.toReversed();
  const inForce = newest.filter(({ state }) => state !== 'undone');
  const undone = newest.filter(({ state }) => state === 'undone');
  return (
    <div className={styles.tab}>
      <div className={styles.head}>
        <div>
          <h2 className={styles.title}>
            Corrections <span className={styles.count}>{formatCount(inForce.length)}</span>
          </h2>
          <p className={styles.lead}>
            What people at this machine have put right. Corrections stand above everything Mirror finds, and outlive
            every new reading. There are no accounts, so it is known when each was made, not by whom.
          </p>
        </div>
        <History view={view} list={list} />
      </div>
      {newest.length === 0 && (
        <EmptyNote icon="pencil" title="Nothing has been corrected yet">
          Select an activity on the map, a finding, or a step of a recording: names, roles and what is not so can be put
          right where they stand.
        </EmptyNote>
      )}
      <ul className={styles.rows}>
        {inForce.map((entry) => (
          <CorrectionRow key={entry.correction.id} view={view} {...entry} />
        ))}
      </ul>
      {undone.length > 0 && (
        <details className={styles.undone}>
          <summary className={styles.fold}>{formatCount(undone.length)} undone</summary>
          <ul className={styles.rows}>
            {undone.map((entry) => (
              <CorrectionRow key={entry.correction.id} view={view} {...entry} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function History({ view, list }: { readonly view: ProcessView; readonly list: CorrectionList }) {
  const undoing = useCorrect(view.process.id);
  const redoing = useCorrect(view.process.id);
  return (
    <div className={styles.history}>
      <Button isDisabled={!list.canUndo || undoing.isBusy} title="Ctrl+Z" onPress={() => void undoing.undo()}>
        <Icon name="undo" size={15} />
        Undo last
      </Button>
      <Button isDisabled={!list.canRedo || redoing.isBusy} title="Ctrl+Shift+Z" onPress={() => void redoing.redo()}>
        <Icon name="redo" size={15} />
        Redo
      </Button>
    </div>
  );
}
