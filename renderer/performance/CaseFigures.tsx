import type { Performance } from '../../src/domain/performance.ts';
import { countOf, formatDate, formatRough, formatShare } from '../format.ts';
import styles from './CaseFigures.module.css';

/** The times of a case as figures, each with what it rests on. */
export function CaseFigures({ found }: { readonly found: Performance }) {
  const { cycle, processing, waiting, efficiency } = found.caseTimes;
  const { definitions } = found;
  return (
    <dl className={styles.figures}>
      {cycle && (
        <Figure
          name="Half of the cases take up to"
          value={formatRough(cycle.medianMs)}
          rest={`nine of ten up to ${formatRough(cycle.p90Ms)}`}
          title={definitions['cycle']}
        />
      )}
      {processing && (
        <Figure
          name="Work on a case, median"
          value={formatRough(processing.medianMs)}
          rest={`mean ${formatRough(processing.meanMs)}`}
          title={definitions['processing']}
        />
      )}
      {waiting && (
        <Figure
          name="A case lies idle, median"
          value={formatRough(waiting.medianMs)}
          rest={`mean ${formatRough(waiting.meanMs)}`}
          title={definitions['waiting']}
        />
      )}
      {efficiency && (
        <Figure
          name="Of all cycle time, work is"
          value={formatShare(efficiency.overall01)}
          rest={`${formatShare(efficiency.median01)} in the median case`}
          title={definitions['efficiency']}
        />
      )}
      <Figure
        name="Rests on"
        value={countOf(found.cases, 'case')}
        rest={`${formatDate(found.fromMs, 'UTC')} to ${formatDate(found.toMs, 'UTC')}`}
        title={definitions['cases']}
      />
    </dl>
  );
}

interface FigureProps {
  readonly name: string;
  readonly value: string;
  readonly rest: string;
  readonly title: string | undefined;
}

function Figure({ name, value, rest, title }: FigureProps) {
  return (
    <div className={styles.figure} title={title}>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>{value}</dd>
      <dd className={styles.rest}>{rest}</dd>
    </div>
  );
}
