import type { EgressEntry } from '../../src/domain/egress.ts';
import { formatMoment } from '../format.ts';
import { saySize } from '../intake/say-size.ts';
import styles from './LedgerTable.module.css';
import { isFine, sayCost, sayOutcome, sayTokens } from './ledger-words.ts';

interface Props {
  readonly entries: readonly EgressEntry[];
  readonly onOpen: (entry: EgressEntry) => void;
}

/** One row for each connection, the newest first; a row opens what exactly was sent. */
export function LedgerTable({ entries, onOpen }: Props) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label="Connections">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">To</th>
            <th scope="col">What for</th>
            <th scope="col" className={styles.figure}>
              Sent
            </th>
            <th scope="col" className={styles.figure}>
              Received
            </th>
            <th scope="col" className={styles.figure} title="Read by the model → written by it">
              Tokens
            </th>
            <th scope="col" className={styles.figure}>
              Cost
            </th>
            <th scope="col">Outcome</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <td className={styles.when}>
                <button type="button" className={styles.open} onClick={() => onOpen(entry)}>
                  {formatMoment(entry.startedMs)}
                </button>
              </td>
              <td className={styles.host}>
                {entry.host}
                <span className={styles.where}>{entry.isBeyond ? 'beyond this machine' : 'this machine'}</span>
              </td>
              <td className={styles.purpose}>
                {entry.purpose}
                {entry.model !== null && <span className={styles.where}>{entry.model}</span>}
              </td>
              <td className={styles.figure}>{saySize(entry.sentBytes)}</td>
              <td className={styles.figure}>{saySize(entry.receivedBytes)}</td>
              <td className={styles.figure}>{sayTokens(entry)}</td>
              <td className={styles.figure}>{sayCost(entry)}</td>
              <td>
                <span className={styles.outcome} data-fine={isFine(entry)}>
                  {sayOutcome(entry)}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
