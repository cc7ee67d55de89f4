// The first screen: every process of the workspace with its headline.
import { lazy, Suspense } from 'react';
import type { ProcessSummary } from '../../src/domain/views.ts';
import { Crumbs } from '../parts/Crumbs.tsx';
import { ProblemNote } from '../parts/ProblemNote.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { useRecorderView } from '../recorder/recorder-context.ts';
import { useProcesses } from '../use-mirror.ts';
import { AddFiles } from '../intake/AddFiles.tsx';
import { AddCommands } from './AddCommands.tsx';
import { ProcessCard } from './ProcessCard.tsx';
import styles from './ProcessesScreen.module.css';
import { Welcome } from './Welcome.tsx';

const RecoveredNotes = lazy(() => import('../recorder/RecoveredNotes.tsx'));

export function ProcessesScreen() {
  const processes = useProcesses();
  const hasRecovered = useRecorderView(({ recovered }) => recovered.length > 0);
  return (
    <div className={styles.screen}>
      <Crumbs trail={[{ label: 'Processes' }]} />
      {hasRecovered && (
        <Suspense fallback={null}>
          <RecoveredNotes />
        </Suspense>
      )}
      {processes.data ? (
        <Full processes={processes.data} nowMs={processes.dataUpdatedAt} />
      ) : processes.error ? (
        <ProblemNote error={processes.error} onRetry={() => void processes.refetch()} />
      ) : (
        <Loading />
      )}
    </div>
  );
}

function Full({ processes, nowMs }: { readonly processes: readonly ProcessSummary[]; readonly nowMs: number }) {
  if (processes.length === 0) return <Welcome />;
  const sorted = processes.toSorted((a, b) => b.updatedAtMs - a.updatedAtMs);
  return (
    <>
      <h1 className={styles.title}>Processes</h1>
      <ul className={styles.list}>
        {sorted.map((summary) => (
          <li key={summary.process.id}>
            <ProcessCard summary={summary} nowMs={nowMs} />
          </li>
        ))}
      </ul>
      <section className={styles.add} aria-label="Add to a process">
        <h2 className={styles.subtitle}>Add recordings, logs and documents</h2>
        <AddFiles hint="Or drop files or a whole folder anywhere on this window." />
        <details className={styles.terminal}>
          <summary>From a terminal</summary>
          <AddCommands />
        </details>
      </section>
    </>
  );
}

function Loading() {
  return (
    <section aria-busy="true" aria-label="Loading processes">
      <h1 className={styles.title}>Processes</h1>
      <div className={styles.list}>
        {[0, 1, 2].map((index) => (
          <Skeleton key={index} height="118px" />
        ))}
      </div>
    </section>
  );
}
