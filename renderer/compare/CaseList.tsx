import { useState } from 'react';
import type { Conformance, DeviatingCase } from '../../src/domain/conformance.ts';
import { capitalize, countOf, formatCount } from '../format.ts';
import { EvidenceList } from '../panel/EvidenceList.tsx';
import styles from './CaseList.module.css';

interface Props {
  readonly found: Conformance;
  /** Only cases with this one; all when undefined. */
  readonly deviation: number | undefined;
  /** Which case shows its rows. */
  readonly openCase: string | undefined;
  readonly onOpen: (key: string | undefined) => void;
  readonly onShowAll: () => void;
}

/** Deviating cases, the farthest from the approved ways first; the one that is open shows its rows and its nearest way. */
export function CaseList({ found, deviation, openCase: open, onOpen, onShowAll }: Props) {
  const [shown, setShown] = useState(AT_ONCE);
  const { deviatingCases, deviating, deviations } = found;
  const listed = deviatingCases.filter((one) => deviation === undefined || one.deviations.includes(deviation));
  const all = deviation === undefined ? deviating : (deviations[deviation]?.cases ?? 0);
  return (
    <section className={styles.cases} aria-label="Deviating cases">
      <div className={styles.head}>
        <h3 className={styles.title}>
          {deviation === undefined ? 'Deviating cases' : `Cases with deviation ${deviation + 1}`}{' '}
          <span className={styles.count}>{formatCount(all)}</span>
        </h3>
        {deviation !== undefined && (
          <button type="button" className={styles.all} onClick={onShowAll}>
            Show all
          </button>
        )}
      </div>
      <ul>
        {listed.slice(0, shown).map((one) => {
          const key = `${one.logId} ${one.case}`;
          return (
            <li key={key} className={styles.item}>
              <button
                type="button"
                className={styles.row}
                aria-expanded={open === key}
                onClick={() => onOpen(open === key ? undefined : key)}
              >
                <span className={styles.name}>{one.case}</span>
                <span className={styles.what}>{tellCase(one)}</span>
              </button>
              {open === key && <Opened one={one} found={found} />}
            </li>
          );
        })}
      </ul>
      {listed.length > shown && (
        <button type="button" className={styles.more} onClick={() => setShown(shown + AT_ONCE)}>
          Show {formatCount(Math.min(AT_ONCE, listed.length - shown))} more
        </button>
      )}
      {listed.length < all && (
        <p className={styles.rest}>
          {formatCount(listed.length)} of {formatCount(all)} are listed here, the most deviating first;{' '}
          <code>mirror conform --limit</code> prints all.
        </p>
      )}
    </section>
  );
}

const AT_ONCE = 40;

const tellCase = ({ deviations, cost, events }: DeviatingCase): string =>
  [
    `${deviations.length === 1 ? 'deviation' : 'deviations'} ${deviations.map((at) => at + 1).join(', ')}`,
    cost === null ? '' : `${countOf(cost, 'step')} off the approved way`,
    countOf(events, 'event'),
  ]
    .filter(Boolean)
    .join(' · ');

function Opened({ one, found }: { readonly one: DeviatingCase; readonly found: Conformance }) {
  const alignment = one.variant === null ? null : found.variants[one.variant]?.alignment;
  return (
    <div className={styles.opened}>
      {alignment && (
        <>
          <p className={styles.side}>Beside the nearest approved way</p>
          <ol className={styles.way}>
            {alignment.map(({ move, activity }, at) => (
              // A way may go through an activity more than once: its place is what it is known by.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={at} className={styles.move} data-move={move}>
                {MOVES[move]}
                {capitalize(activity)}
              </li>
            ))}
          </ol>
        </>
      )}
      <EvidenceList refs={one.evidence} />
    </div>
  );
}

const MOVES = { both: '', extra: '+ extra: ', missing: '− missing: ' } as const;
