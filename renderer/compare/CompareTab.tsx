// Two graphs of a process side by side, and the cases that go another way than an approved one allows.
import { useState } from 'react';
import type { SideChoices } from '../../src/domain/comparison.ts';
import type { ProcessView } from '../../src/domain/views.ts';
import { formatCount } from '../format.ts';
import { MirrorCommand } from '../parts/MirrorCommand.tsx';
import { EmptyNote } from '../parts/EmptyNote.tsx';
import { ProblemNote } from '../parts/ProblemNote.tsx';
import { ScreenSkeleton } from '../parts/Skeleton.tsx';
import { Approvals } from './Approvals.tsx';
import styles from './CompareTab.module.css';
import { Deviations } from './Deviations.tsx';
import { Differences } from './Differences.tsx';
import { useSideChoices } from './use-compare.ts';

export default function CompareTab({ view }: { readonly view: ProcessView }) {
  const choices = useSideChoices(view.process.id);
  if (choices.data) return <Full view={view} choices={choices.data} />;
  if (choices.error) return <ProblemNote error={choices.error} onRetry={() => void choices.refetch()} />;
  return <ScreenSkeleton label="Loading comparison" />;
}

const MODES = [
  { mode: 'differences', label: 'Differences' },
  { mode: 'deviations', label: 'Deviating cases' },
  { mode: 'approvals', label: 'Approved graphs' },
] as const;
type Mode = (typeof MODES)[number]['mode'];

function Full({ view, choices }: { readonly view: ProcessView; readonly choices: SideChoices }) {
  const [mode, setMode] = useState<Mode>('differences');
  const standing = choices.approvals.filter(({ withdrawnAtMs }) => withdrawnAtMs === null).length;
  if (!choices.hasLog && !choices.hasRecordings) return <Nothing name={view.process.name} />;
  return (
    <div className={styles.tab}>
      <h2 className="visually-hidden">Compare</h2>
      <fieldset className={styles.modes} aria-label="What to look at">
        {MODES.map((one) => (
          <button
            key={one.mode}
            type="button"
            className={styles.mode}
            aria-pressed={one.mode === mode}
            onClick={() => setMode(one.mode)}
          >
            {one.label}
            {one.mode === 'approvals' && standing > 0 && <span className={styles.count}>{formatCount(standing)}</span>}
          </button>
        ))}
      </fieldset>
      <div className={styles.body}>
        {mode === 'differences' && <Differences view={view} choices={choices} onApprove={() => setMode('approvals')} />}
        {mode === 'deviations' && <Deviations view={view} choices={choices} onApprove={() => setMode('approvals')} />}
        {mode === 'approvals' && <Approvals processId={view.process.id} approvals={choices.approvals} />}
      </div>
    </div>
  );
}

function Nothing({ name }: { readonly name: string }) {
  return (
    <EmptyNote icon="scale" title="Nothing to compare yet">
      <p>Two months, two teams, what people tell and what logs show: take in a log or a recording first.</p>
      <div className={styles.commands}>
        <MirrorCommand command={`import LOG --process "${name}"`} />
        <MirrorCommand command={`ingest FILE --process "${name}"`} />
      </div>
    </EmptyNote>
  );
}
