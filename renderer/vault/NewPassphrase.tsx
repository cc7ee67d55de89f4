// A passphrase that is typed for the first time.
import { type FormEvent, type ReactNode, useState } from 'react';
import { SHORTEST_PASSPHRASE } from '../../src/domain/passphrase.ts';
import { SecretField } from './SecretField.tsx';
import { type Act } from './use-act.ts';
import styles from './Vault.module.css';

interface Props {
  readonly act: Act;
  /** What the button says. */
  readonly label: string;
  /** Whether the present one is asked for first. */
  readonly asksCurrent?: boolean;
  readonly onSubmit: (passphrase: string, current: string | null) => Promise<unknown>;
  readonly children?: ReactNode;
}

export function NewPassphrase({
  act: { run, isBusy, problem },
  label,
  asksCurrent = false,
  onSubmit,
  children,
}: Props) {
  const [current, setCurrent] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const isLong = passphrase.normalize('NFKC').trim().length >= SHORTEST_PASSPHRASE;
  const isSame = passphrase === again;
  const isReady = isLong && isSame && (!asksCurrent || current !== '');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isReady) return;
    void run(async () => {
      await onSubmit(passphrase, asksCurrent ? current : null);
      for (const clear of [setCurrent, setPassphrase, setAgain]) clear('');
    });
  };
  const complaint = problem ?? (again !== '' && !isSame ? 'The two differ.' : undefined);
  return (
    <form className={styles.form} onSubmit={submit}>
      {asksCurrent && (
        <SecretField label="Present passphrase, or the recovery key" value={current} onChange={setCurrent} />
      )}
      <SecretField
        label={asksCurrent ? 'New passphrase' : 'Passphrase'}
        value={passphrase}
        onChange={setPassphrase}
        hint={`Four words or more are easy to remember and hard to guess; at least ${SHORTEST_PASSPHRASE} characters.`}
        isNew
      />
      <SecretField label="Once more" value={again} onChange={setAgain} isNew />
      {complaint !== undefined && (
        <p className={styles.problem} role="alert">
          {complaint}
        </p>
      )}
      <div className={styles.acts}>
        <button type="submit" className={styles.primary} disabled={isBusy || !isReady}>
          {label}
        </button>
        {children}
      </div>
    </form>
  );
}
