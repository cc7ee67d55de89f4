import { Link } from 'wouter';
import { type Bottleneck, type Handoff, isCounted } from '../../src/domain/insights.ts';
import { capitalize, countOf, formatCount, formatDuration, formatRough, formatShare } from '../format.ts';
import { nameTransition } from '../map/map-model.ts';
import { ShareBar } from '../parts/ShareBar.tsx';
import { useScope } from '../process/process-context.ts';
import { findingsPath } from '../route.ts';
import { EvidenceNone } from './EvidenceNone.tsx';
import styles from './OverviewPanel.module.css';
import { Section } from './PanelParts.tsx';

const FEW = 6;

/** Where the time goes and between whom the work passes: what the map is read for. */
export function OverviewPanel() {
  const { view } = useScope();
  const { graph, insights } = view;
  const bottlenecks = insights.bottlenecks.filter(isCounted);
  const handoffs = insights.handoffs.filter(isCounted);
  return (
    <>
      <h2 className={styles.title}>Where the time goes</h2>
      <p className={styles.lead}>
        {graph.cycle
          ? `Half of ${countOf(graph.cycle.n, 'case')} are through within ${formatDuration(graph.cycle.medianMs)}, nine of ten within ${formatDuration(graph.cycle.p90Ms)}.`
          : 'No event log yet, so times are those that people say.'}
      </p>
      <div className={styles.list}>
        {bottlenecks.length === 0 && <EvidenceNone>0 bottlenecks found.</EvidenceNone>}
        <BottleneckRows bottlenecks={bottlenecks.slice(0, FEW)} />
        <All kind="bottlenecks" count={bottlenecks.length} />
      </div>
      <Section title="Who hands over to whom">
        {handoffs.length === 0 && <EvidenceNone>0 handoffs found.</EvidenceNone>}
        <PairRows handoffs={handoffs} />
        <All kind="handoffs" count={handoffs.length} />
      </Section>
    </>
  );
}

function BottleneckRows({ bottlenecks }: { readonly bottlenecks: readonly Bottleneck[] }) {
  const { select, model } = useScope();
  const largest = Math.max(...bottlenecks.map(({ share01 }) => share01 ?? 0), 0);
  return (
    <ol className={styles.rows}>
      {bottlenecks.map((finding, index) => (
        <li key={finding.id}>
          <button
            type="button"
            className={styles.row}
            title={finding.sentence}
            onClick={() => select({ what: 'finding', id: finding.id })}
          >
            <span className={styles.rank}>{index + 1}</span>
            <span className={styles.text}>
              <span className={styles.label}>
                {capitalize(nameTransition(model, finding.transitionId) ?? finding.label)}
              </span>
              {finding.share01 !== null && <ShareBar share01={finding.share01} scale01={largest} />}
            </span>
            <span className={styles.figures}>
              <strong title="Mean wait">{finding.wait ? formatRough(finding.wait.meanMs) : 'told'}</strong>
              {finding.share01 !== null && (
                <span title="Share of all waiting time">{formatShare(finding.share01)}</span>
              )}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

/** Handoffs between the same two, added up. */
function PairRows({ handoffs }: { readonly handoffs: readonly Handoff[] }) {
  const { select } = useScope();
  const pairs = Map.groupBy(
    handoffs.filter(({ kind }) => kind === 'actor'),
    ({ from, to }) => `${from ?? 'somebody'} → ${to}`,
  );
  const sorted = [...pairs]
    .map(([name, places]) => ({ name, places, count: places.reduce((sum, { count }) => sum + count, 0) }))
    .sort((a, b) => b.count - a.count)
    .slice(0, FEW);
  return (
    <ul className={styles.rows}>
      {sorted.map(({ name, places, count }) => (
        <li key={name}>
          <button
            type="button"
            className={styles.pair}
            onClick={() => places[0] && select({ what: 'finding', id: places[0].id })}
          >
            <span className={styles.label}>{name}</span>
            <span className={styles.places} title="Places of the process where it happens">
              {countOf(places.length, 'place')}
            </span>
            <strong title="Times work passes between them">{formatCount(count)}×</strong>
          </button>
        </li>
      ))}
    </ul>
  );
}

function All({ kind, count }: { readonly kind: 'bottlenecks' | 'handoffs'; readonly count: number }) {
  const { view } = useScope();
  if (count <= FEW) return null;
  return (
    <Link href={findingsPath(view.process.id, kind)} className={styles.all}>
      All {formatCount(count)} {kind}
    </Link>
  );
}
