import type { Durations } from '../../src/domain/graph.ts';
import type { ProcessView } from '../../src/domain/views.ts';
import { capitalize, countOf, formatCount, formatDuration, formatShare } from '../format.ts';
import { mainRole } from '../map/map-model.ts';
import { OTHER_COLOR } from '../map/role-colors.ts';
import { EmptyNote } from '../parts/EmptyNote.tsx';
import { useScope } from '../process/process-context.ts';
import { Definition } from './FindingList.tsx';
import lists from './FindingList.module.css';
import styles from './PathList.module.css';

/** How cases run from start to end: the most frequent ways, activity by activity. */
export function PathList({ view }: { readonly view: ProcessView }) {
  const { graph, insights } = view;
  return (
    <section aria-labelledby="paths-title">
      <div className={lists.head}>
        <h2 id="paths-title" className={lists.title}>
          Paths <span className={lists.total}>{formatCount(graph.variants.count)}</span>
        </h2>
        <p className={styles.cases}>
          {countOf(graph.cases, 'case')} take {countOf(graph.variants.count, 'different path')} from start to end.
          {graph.cycle && ` ${describeCycle(graph.cycle)}`}
        </p>
        <Definition insights={insights} kind="paths" />
      </div>
      {graph.variants.top.length === 0 && (
        <EmptyNote icon="map" title="Paths: 0">
          Paths come from cases, and this process has none yet.
        </EmptyNote>
      )}
      <ol className={lists.rows}>
        {graph.variants.top.map((variant) => (
          <li key={variant.activities.join('>')} className={styles.path}>
            <p className={styles.count}>
              <strong>{formatCount(variant.count)}</strong>
              <span>{formatShare(variant.count / Math.max(1, graph.cases))} of cases</span>
            </p>
            <Activities ids={variant.activities} />
          </li>
        ))}
      </ol>
    </section>
  );
}

const describeCycle = ({ medianMs, p90Ms }: Durations): string =>
  `Half of them are through within ${formatDuration(medianMs)}, nine of ten within ${formatDuration(p90Ms)}.`;

function Activities({ ids }: { readonly ids: readonly string[] }) {
  const { model, showOnMap } = useScope();
  return (
    <ol className={styles.activities}>
      {ids.map((id, index) => {
        const activity = model.activities.get(id);
        if (!activity) return null;
        const color = model.roleColors.get(mainRole(activity) ?? '') ?? OTHER_COLOR;
        return (
          // An activity may stand in a path more than once; its place is its identity.
          <li key={index}>
            <button
              type="button"
              className={styles.activity}
              style={{ borderLeftColor: color }}
              title={mainRole(activity)}
              onClick={() => showOnMap({ what: 'activity', id: activity.id })}
            >
              {capitalize(activity.label)}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
