import { useId, useState } from 'react';
import type { ApprovalSummary } from '../../src/domain/comparison.ts';
import type { ProcessId } from '../../src/domain/ids.ts';
import { capitalize, countOf, formatMoment } from '../format.ts';
import { Button } from '../parts/Button.tsx';
import { EmptyNote } from '../parts/EmptyNote.tsx';
import styles from './Approvals.module.css';
import { useApproving } from './use-compare.ts';

interface Props {
  readonly processId: ProcessId;
  /** Those in force first. */
  readonly approvals: readonly ApprovalSummary[];
}

/** Signs the present graph off under a name, and lists what was signed off before. */
export function Approvals({ processId, approvals }: Props) {
  const { approve, withdraw, isBusy, complaint } = useApproving(processId);
  const [name, setName] = useState('');
  const id = useId();
  return (
    <div className={styles.approvals}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') approve(name.trim());
          setName('');
        }}
      >
        <label className={styles.label} htmlFor={id}>
          Approve the graph as it is now
        </label>
        <p className={styles.lead}>
          It is kept as it is, whatever is recorded, imported or corrected later: later graphs can be compared with it,
          and cases checked against it.
        </p>
        <div className={styles.fields}>
          <input
            id={id}
            className={styles.name}
            value={name}
            maxLength={120}
            placeholder="Name, such as “As agreed in March”"
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
          />
          <button type="submit" className={styles.submit} disabled={isBusy || name.trim() === ''}>
            Approve
          </button>
        </div>
        {complaint && (
          <p className={styles.complaint} role="alert">
            {complaint}
          </p>
        )}
      </form>
      {approvals.length === 0 ? (
        <EmptyNote icon="shield" title="Nothing is approved yet">
          What is approved stands here, with the day and what it was drawn from.
        </EmptyNote>
      ) : (
        <ul className={styles.list}>
          {approvals.map((approval) => (
            <Row key={approval.id} approval={approval} isBusy={isBusy} onWithdraw={() => withdraw(approval.id)} />
          ))}
        </ul>
      )}
    </div>
  );
}

interface RowProps {
  readonly approval: ApprovalSummary;
  readonly isBusy: boolean;
  readonly onWithdraw: () => void;
}

function Row({ approval, isBusy, onWithdraw }: RowProps) {
  const { name, atMs, withdrawnAtMs, scope, activities, transitions, cases, unit } = approval;
  return (
    <li className={styles.item} data-withdrawn={withdrawnAtMs !== null}>
      <div>
        <h3 className={styles.title}>{name}</h3>
        <p className={styles.facts}>
          Approved {formatMoment(atMs)}
          {withdrawnAtMs !== null && `, withdrawn ${formatMoment(withdrawnAtMs)}`}
        </p>
        <p className={styles.facts}>
          {capitalize(scope)}: {countOf(activities, 'activity', 'activities')}, {countOf(transitions, 'transition')},
          from {countOf(cases, unit.slice(0, -1))}
        </p>
      </div>
      {withdrawnAtMs === null && (
        <Button kind="quiet" isDisabled={isBusy} label={`Withdraw ${name}`} onPress={onWithdraw}>
          Withdraw
        </Button>
      )}
    </li>
  );
}
