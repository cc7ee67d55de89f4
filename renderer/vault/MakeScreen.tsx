// The first start on a machine without a keystore: what is to open the workspace.
import { useState } from 'react';
import { useLink } from '../use-mirror.ts';
import { Card } from './Card.tsx';
import { NewPassphrase } from './NewPassphrase.tsx';
import { useAct } from './use-act.ts';
import styles from './Vault.module.css';

export function MakeScreen({ onMade }: { readonly onMade: () => void }) {
  const { client } = useLink();
  const act = useAct();
  const [isSure, setIsSure] = useState(false);
  const make = async (passphrase: string | null): Promise<void> => {
    await client.vault.make({ isSealed: passphrase !== null, passphrase });
    onMade();
  };
  return (
    <Card
      title="Choose a passphrase"
      lead="Your recordings are encrypted on this disk. This system has no keystore that could keep the key, so a passphrase opens them each time Mirror starts."
    >
      <NewPassphrase act={act} label={act.isBusy ? 'Making the workspace…' : 'Encrypt and begin'} onSubmit={make}>
        {isSure ? (
          <button type="button" className={styles.quiet} onClick={() => void act.run(() => make(null))}>
            Yes, without encryption
          </button>
        ) : (
          <button type="button" className={styles.quiet} onClick={() => setIsSure(true)}>
            Begin without encryption
          </button>
        )}
      </NewPassphrase>
      {isSure && (
        <p className={styles.hint}>
          Whoever can read this disk can then read what was recorded. It can be encrypted later.
        </p>
      )}
    </Card>
  );
}
