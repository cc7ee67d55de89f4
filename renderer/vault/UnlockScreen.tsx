import { type FormEvent, useState } from 'react';
import { useLink } from '../use-mirror.ts';
import { Card } from './Card.tsx';
import { SecretField } from './SecretField.tsx';
import { useAct } from './use-act.ts';
import styles from './Vault.module.css';

/** One field for both: what somebody types says which of the two it is. */
export function UnlockScreen({ onUnlocked }: { readonly onUnlocked: () => void }) {
  const { client } = useLink();
  const [secret, setSecret] = useState('');
  const { run, isBusy, problem } = useAct();
  const unlock = (event: FormEvent): void => {
    event.preventDefault();
    void run(async () => {
      await client.vault.unlock({ secret });
      onUnlocked();
    });
  };
  return (
    <Card
      title="This workspace is locked"
      lead="What is in it is encrypted. Only its passphrase or recovery key opens it."
    >
      <form className={styles.form} onSubmit={unlock}>
        <SecretField label="Passphrase or recovery key" value={secret} onChange={setSecret} hasFocus />
        {problem !== undefined && (
          <p className={styles.problem} role="alert">
            {problem}
          </p>
        )}
        <button type="submit" className={styles.primary} disabled={isBusy || secret === ''}>
          {isBusy ? 'Opening…' : 'Unlock'}
        </button>
      </form>
    </Card>
  );
}
