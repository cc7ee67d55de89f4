import { useState } from 'react';
import type { Transition } from '../../src/domain/graph.ts';
import { capitalize, countOf, formatCount, formatRough } from '../format.ts';
import { isToldOnly } from '../map/map-model.ts';
import { Icon } from '../parts/Icon.tsx';
import { useScope } from '../process/process-context.ts';
import styles from './Links.module.css';

const FEW = 6;

interface Props {
  readonly ways: readonly Transition[];
  /** Which end of each transition is the other activity. */
  readonly end: 'source' | 'target';
}

/** Transitions of an activity, each with its frequency and wait. */
export function WayLinks({ ways, end }: Props) {
  const { model, select } = useScope();
  const [showsAll, setShowsAll] = useState(false);
  if (ways.length === 0) return <p className={styles.none}>{end === 'source' ? 'It starts here.' : 'It ends here.'}</p>;
  return (
    <>
      <ul className={styles.links}>
        {(showsAll ? ways : ways.slice(0, FEW)).map((way) => {
          const other = model.activities.get(way[end]);
          return (
            <li key={way.id}>
              <button type="button" className={styles.link} onClick={() => select({ what: 'transition', id: way.id })}>
                <span className={styles.label}>{capitalize(other?.label ?? 'unknown activity')}</span>
                {model.handoffs.has(way.id) && (
                  <span className={styles.handoff} title="A handoff">
                    <Icon name="handoff" size={14} />
                    <span className="visually-hidden">handoff</span>
                  </span>
                )}
                <span className={styles.figure} data-hot={model.bottlenecks.has(way.id)} title="Mean wait">
                  {way.wait ? formatRough(way.wait.meanMs) : 'told'}
                </span>
                <span
                  className={styles.figure}
                  title={isToldOnly(way) ? countOf(way.count, 'recording') : countOf(way.count, 'time')}
                >
                  {formatCount(way.count)}×
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {ways.length > FEW && (
        <button type="button" className={styles.more} onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? 'Show fewer' : `Show all ${formatCount(ways.length)}`}
        </button>
      )}
    </>
  );
}
