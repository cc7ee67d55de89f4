import { useMemo, useState } from 'react';
import type { Transition } from '../../src/domain/graph.ts';
import type { ProcessView } from '../../src/domain/views.ts';
import { capitalize, countOf, formatCount, formatRough } from '../format.ts';
import { Button } from '../parts/Button.tsx';
import { ProblemNote } from '../parts/ProblemNote.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { useScope } from '../process/process-context.ts';
import { Card } from './Card.tsx';
import type { Opening } from './opening.ts';
import { SpectrumChart } from './SpectrumChart.tsx';
import styles from './SpectrumView.module.css';
import { useSpectrum, type Way } from './use-performance.ts';

/** Every passing of one way by time, after Denisov, Fahland and van der Aalst (2018); the way is chosen here. */
export function SpectrumView({ view, open, onOpen }: { readonly view: ProcessView } & Opening) {
  const ways = useMemo(() => listWays(view), [view]);
  const { showOnMap } = useScope();
  const [chosen, setChosen] = useState(ways[0]?.transition.id);
  const way = ways.find(({ transition }) => transition.id === chosen) ?? ways[0];
  if (!way) return null;
  return (
    <Card
      title="Performance spectrum"
      what="Every time a case goes this way: a line from when the first activity ended to when the next began"
      choices={
        <div className={styles.choices}>
          <select
            className={styles.select}
            aria-label="Way to look at"
            value={way.transition.id}
            onChange={(event) =>
              setChosen(ways.find(({ transition }) => transition.id === event.target.value)?.transition.id)
            }
          >
            {ways.map(({ transition, source, target }) => (
              <option key={transition.id} value={transition.id}>
                {capitalize(source)} → {target} ({formatCount(transition.count)}×
                {transition.wait ? `, ${formatRough(transition.wait.meanMs)} on average` : ''})
              </option>
            ))}
          </select>
          <Button onPress={() => showOnMap({ what: 'transition', id: way.transition.id })}>On the map</Button>
        </div>
      }
    >
      <Chosen key={way.transition.id} view={view} way={way} {...{ open, onOpen }} />
    </Card>
  );
}

interface ListedWay extends Way {
  readonly transition: Transition;
}

/** Those that a log shows, where cases wait longest in all first. */
function listWays({ graph }: ProcessView): ListedWay[] {
  const labels = new Map(graph.activities.map(({ id, label }) => [id, label]));
  return graph.transitions
    .filter(({ sources }) => sources.log > 0)
    .map((transition) => ({
      transition,
      source: labels.get(transition.source) ?? '',
      target: labels.get(transition.target) ?? '',
    }))
    .sort((a, b) => (b.transition.wait?.sumMs ?? 0) - (a.transition.wait?.sumMs ?? 0));
}

interface ChosenProps extends Opening {
  readonly view: ProcessView;
  readonly way: ListedWay;
}

function Chosen({ view, way, open, onOpen }: ChosenProps) {
  const spectrum = useSpectrum(view.process.id, { source: way.source, target: way.target });
  if (spectrum.error) return <ProblemNote error={spectrum.error} onRetry={() => void spectrum.refetch()} isSmall />;
  const found = spectrum.data;
  if (!found) {
    return (
      <div aria-busy="true">
        <Skeleton height="300px" />
      </div>
    );
  }
  const drawn = found.passings.length;
  return (
    <>
      <SpectrumChart found={found} {...{ open, onOpen }} />
      <p className={styles.facts}>
        n = {countOf(found.wait.n, 'passing')}, median {formatRough(found.wait.medianMs)}, nine of ten up to{' '}
        {formatRough(found.wait.p90Ms)}.
        {drawn < found.wait.n &&
          ` ${formatCount(drawn)} of them are drawn as lines, spread evenly; the bars count all.`}
      </p>
    </>
  );
}
