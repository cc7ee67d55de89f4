import { Link } from 'wouter';
import type { Headline } from '../../src/domain/insights.ts';
import type { ProcessSummary } from '../../src/domain/views.ts';
import { capitalize, countOf, formatCount, formatMoment, formatWhen } from '../format.ts';
import { Icon } from '../parts/Icon.tsx';
import { mapPath } from '../route.ts';
import styles from './ProcessCard.module.css';

/** One process: what it is called, what hurts, and what that rests on. */
export function ProcessCard({ summary, nowMs }: { readonly summary: ProcessSummary; readonly nowMs: number }) {
  const { process, headline, recordings, logs, documents, updatedAtMs } = summary;
  return (
    <Link href={mapPath(process.id)} className={styles.card}>
      <div className={styles.head}>
        <h2 className={styles.name}>{capitalize(process.name)}</h2>
        <p className={styles.meta}>
          {process.owner ? `Owned by ${process.owner}` : 'No owner yet'}
          <span title={formatMoment(updatedAtMs)}>Updated {formatWhen(updatedAtMs, nowMs)}</span>
        </p>
        <p className={styles.basis}>
          {countOf(recordings, 'recording')}
          {' · '}
          {headline ? countOf(headline.cases, 'case') : 'no cases yet'}
          {' · '}
          {countOf(logs, 'event log')}
          {documents > 0 && ` · ${countOf(documents, 'document')}`}
        </p>
      </div>
      {headline ? <HeadlineFigures headline={headline} /> : <p className={styles.waiting}>No map yet</p>}
      <span className={styles.go}>
        <Icon name="chevron" />
      </span>
    </Link>
  );
}

function HeadlineFigures({ headline }: { readonly headline: Headline }) {
  const figures = [
    [headline.handoffs, headline.handoffs === 1 ? 'handoff' : 'handoffs', styles.handoff],
    [headline.bottlenecks, headline.bottlenecks === 1 ? 'bottleneck' : 'bottlenecks', styles.hot],
    [headline.exceptions, headline.exceptions === 1 ? 'exception' : 'exceptions', undefined],
    [headline.judgements, headline.judgements === 1 ? 'judgement moment' : 'judgement moments', undefined],
  ] as const;
  return (
    <dl className={styles.figures}>
      {figures.map(([count, word, tone]) => (
        <div key={word} className={styles.figure}>
          <dt>{word}</dt>
          <dd className={tone}>{formatCount(count)}</dd>
        </div>
      ))}
    </dl>
  );
}
