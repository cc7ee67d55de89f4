// The two sides, the map that joins them, and every change with its sentence and its evidence.
import { useMemo, useState } from 'react';
import type { Change, ComparedSide, Comparison, SideChoices } from '../../src/domain/comparison.ts';
import type { ProcessView } from '../../src/domain/views.ts';
import { capitalize, countOf, formatDuration } from '../format.ts';
import { Button } from '../parts/Button.tsx';
import { EmptyNote } from '../parts/EmptyNote.tsx';
import { ProblemNote } from '../parts/ProblemNote.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import type { Selection } from '../route.ts';
import { ChangeList } from './ChangeList.tsx';
import { CompareMap } from './CompareMap.tsx';
import styles from './Differences.module.css';
import { SidePicker } from './SidePicker.tsx';
import { arePeriodsInTime, firstSides, toSide } from './side-draft.ts';
import { useComparison } from './use-compare.ts';

interface Props {
  readonly view: ProcessView;
  readonly choices: SideChoices;
  readonly onApprove: () => void;
}

export function Differences({ view, choices, onApprove }: Props) {
  const processId = view.process.id;
  const [picked, setPicked] = useState<ReturnType<typeof firstSides>>();
  const first = useMemo(() => firstSides(choices, processId), [choices, processId]);
  const sides = picked ?? first;
  const before = sides && toSide(sides.before, processId);
  const after = sides && toSide(sides.after, processId);
  const comparison = useComparison(before, after);
  if (!sides) return <OneSide onApprove={onApprove} />;
  const words = arePeriodsInTime(sides) ? { before: 'Before', after: 'After' } : { before: 'First', after: 'Second' };
  return (
    <div className={styles.differences}>
      <div className={styles.sides}>
        <SidePicker
          title={words.before}
          processId={processId}
          choices={choices}
          draft={sides.before}
          onChange={(draft) => setPicked({ ...sides, before: draft })}
        />
        <SidePicker
          title={words.after}
          processId={processId}
          choices={choices}
          draft={sides.after}
          onChange={(draft) => setPicked({ ...sides, after: draft })}
        />
        <Button kind="quiet" onPress={() => setPicked({ before: sides.after, after: sides.before })}>
          Swap
        </Button>
      </div>
      {!before || !after ? (
        <EmptyNote icon="scale" title="Finish choosing the two sides">
          The end of a period or of a range must not lie before its start.
        </EmptyNote>
      ) : comparison.error ? (
        <ProblemNote error={comparison.error} onRetry={() => void comparison.refetch()} />
      ) : comparison.data ? (
        <Found comparison={comparison.data} isStale={comparison.isPlaceholderData} />
      ) : (
        <section className={styles.loading} aria-busy="true" aria-label="Loading differences">
          <output>Comparing the two sides …</output>
          <Skeleton height="100%" />
        </section>
      )}
    </div>
  );
}

function Found({ comparison, isStale }: { readonly comparison: Comparison; readonly isStale: boolean }) {
  const [selectedId, setSelectedId] = useState<string>();
  const { changes } = comparison;
  const selected = changes.find(({ id }) => id === selectedId);
  const selectOnMap = (selection: Selection | undefined): void =>
    setSelectedId(selection && changes.find((change) => placeOf(change) === selection.id)?.id);
  return (
    <div className={styles.found} aria-busy={isStale}>
      <div className={styles.map}>
        <CompareMap comparison={comparison} selectedId={selected && placeOf(selected)} onSelect={selectOnMap} />
      </div>
      <section className={styles.list} aria-label="Changes">
        <dl className={styles.figures}>
          <SideFigures word={comparison.isInTime ? 'Before' : 'First'} side={comparison.before} />
          <SideFigures word={comparison.isInTime ? 'After' : 'Second'} side={comparison.after} />
        </dl>
        {comparison.notes.map((note) => (
          <p key={note} className={styles.note}>
            {note}
          </p>
        ))}
        <ChangeList comparison={comparison} selectedId={selected?.id} onSelect={setSelectedId} />
      </section>
    </div>
  );
}

const placeOf = ({ activityId, transitionId }: Change): string | undefined => activityId ?? transitionId ?? undefined;

function SideFigures({ word, side }: { readonly word: string; readonly side: ComparedSide }) {
  return (
    <div className={styles.figure}>
      <dt>{word}</dt>
      <dd>
        <strong>{capitalize(side.title)}</strong>
        <span>
          {countOf(side.cases, side.unit.slice(0, -1))}
          {side.cycle && `, ${formatDuration(side.cycle.medianMs)} in the median`}
        </span>
      </dd>
    </div>
  );
}

function OneSide({ onApprove }: { readonly onApprove: () => void }) {
  return (
    <EmptyNote icon="scale" title="There is only one side so far">
      <p>
        Approve the graph as it is now and compare later ones with it, or take in an event log and compare what people
        tell with what it shows.
      </p>
      <div className={styles.act}>
        <Button onPress={onApprove}>Approve the present graph</Button>
      </div>
    </EmptyNote>
  );
}
