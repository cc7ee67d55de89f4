// What the logs of a process say of time: how long, how many, when, and what is done again or together.
import { useState } from 'react';
import type { Performance, Period } from '../../src/domain/performance.ts';
import type { ProcessView } from '../../src/domain/views.ts';
import { Definitions } from '../compare/Definitions.tsx';
import { MirrorCommand } from '../parts/MirrorCommand.tsx';
import { EmptyNote } from '../parts/EmptyNote.tsx';
import { ProblemNote } from '../parts/ProblemNote.tsx';
import { ScreenSkeleton } from '../parts/Skeleton.tsx';
import { CaseFigures } from './CaseFigures.tsx';
import { CycleChart } from './CycleChart.tsx';
import type { Opening } from './opening.ts';
import styles from './PerformanceTab.module.css';
import { SentenceLists } from './SentenceLists.tsx';
import { SpectrumView } from './SpectrumView.tsx';
import { ThroughputChart } from './ThroughputChart.tsx';
import { usePerformance } from './use-performance.ts';

export default function PerformanceTab({ view }: { readonly view: ProcessView }) {
  const [period, setPeriod] = useState<Period>();
  const hasLog = view.logs.length > 0;
  const performance = usePerformance(hasLog ? view.process.id : undefined, period);
  if (!hasLog) return <Nothing name={view.process.name} />;
  if (performance.data) {
    const isBusy = performance.isPlaceholderData;
    return <Full view={view} found={performance.data} isBusy={isBusy} period={period} onPeriod={setPeriod} />;
  }
  if (performance.error) return <ProblemNote error={performance.error} onRetry={() => void performance.refetch()} />;
  return <ScreenSkeleton label="Loading performance" />;
}

interface FullProps {
  readonly view: ProcessView;
  readonly found: Performance;
  readonly isBusy: boolean;
  readonly period: Period | undefined;
  readonly onPeriod: (period: Period | undefined) => void;
}

function Full({ view, found, isBusy, period, onPeriod }: FullProps) {
  const [open, setOpen] = useState<string>();
  const opening: Opening = { open, onOpen: setOpen };
  return (
    <div className={styles.tab} aria-busy={isBusy}>
      <h2 className="visually-hidden">Performance</h2>
      <CaseFigures found={found} />
      {found.notes.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
      <div className={styles.charts}>
        <ThroughputChart found={found} period={period} onPeriod={onPeriod} />
        <CycleChart found={found} {...opening} />
      </div>
      <SpectrumView view={view} {...opening} />
      <SentenceLists found={found} {...opening} />
      <Definitions definitions={found.definitions} />
    </div>
  );
}

function Nothing({ name }: { readonly name: string }) {
  return (
    <EmptyNote icon="clock" title="Nothing is known of times yet">
      <p>
        How long cases take, when they start and end, where they lie and what is done again: an event log of the process
        says it.
      </p>
      <div className={styles.command}>
        <MirrorCommand command={`import LOG --process "${name}"`} />
      </div>
    </EmptyNote>
  );
}
