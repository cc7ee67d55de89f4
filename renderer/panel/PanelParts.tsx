// The pieces panels are made of.
import type { ReactNode } from 'react';
import type { Grounds } from '../../src/domain/evidence.ts';
import type { Durations, Tally } from '../../src/domain/graph.ts';
import { countOf, formatCount, formatDuration, formatRough } from '../format.ts';
import { GroundsLine } from '../parts/GroundsLine.tsx';
import styles from './PanelParts.module.css';

interface HeadProps {
  readonly kind: string;
  readonly title: string;
  readonly grounds: Omit<Grounds, 'evidence'>;
  /** The title as something that can be put right; stands in for it. */
  readonly heading?: ReactNode;
  readonly children?: ReactNode;
}

export function PanelHead({ kind, title, grounds, heading, children }: HeadProps) {
  return (
    <header className={styles.head}>
      <p className={styles.kind}>{kind}</p>
      {heading ?? <PanelTitle>{title}</PanelTitle>}
      <GroundsLine grounds={grounds} />
      {children}
    </header>
  );
}

export function PanelTitle({ children }: { readonly children: ReactNode }) {
  return <h2 className={styles.title}>{children}</h2>;
}

export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.section} aria-label={title}>
      <h3 className={styles.heading}>{title}</h3>
      {children}
    </section>
  );
}

/** Name and value pairs; each value says its unit. */
export function Facts({
  facts,
}: {
  readonly facts: readonly (readonly [name: string, value: ReactNode, title?: string])[];
}) {
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value, title]) => (
        <div key={name} className={styles.fact} title={title}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A distribution of times as its figures, with the number of measurements. */
export function TimeStats({ times, what }: { readonly times: Durations; readonly what: string }) {
  return (
    <>
      <dl className={styles.times}>
        {[
          ['Median', times.medianMs, 'Half of them take no longer'],
          ['Mean', times.meanMs, 'The sum divided by the number'],
          ['90% within', times.p90Ms, 'Nine of ten take no longer'],
        ].map(([name, ms, title]) => (
          <div key={name} className={styles.time} title={String(title)}>
            <dt>{name}</dt>
            <dd>{formatRough(Number(ms))}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.small}>
        {what} from {formatDuration(times.minMs)} to {formatDuration(times.maxMs)}, n = {formatCount(times.n)}
      </p>
    </>
  );
}

/** "Order desk 214, portal 3": names with how often. */
export function Tallies({ tallies, unit }: { readonly tallies: readonly Tally[]; readonly unit: string }) {
  if (tallies.length === 0) return <>none known</>;
  return (
    <span>
      {tallies.map(({ name, count }, index) => (
        <span key={name} title={countOf(count, unit)}>
          {index > 0 && ', '}
          {name} <span className={styles.faint}>{formatCount(count)}</span>
        </span>
      ))}
    </span>
  );
}
