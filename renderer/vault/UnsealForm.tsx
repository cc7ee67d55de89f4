import { useState } from 'react';
import { Button } from '../parts/Button.tsx';
import { CopyCommand } from '../parts/CopyCommand.tsx';
import { useLink } from '../use-mirror.ts';
import { MoveProgress } from './MoveProgress.tsx';
import { useMove } from './use-move.ts';
import styles from './Vault.module.css';

export function UnsealForm({ canMove }: { readonly canMove: boolean }) {
  const { client } = useLink();
  const [isAsking, setIsAsking] = useState(false);
  const { act, progress, move, stop } = useMove();
  const unseal = () => move((signal) => client.vault.unseal(undefined, { signal }));
  return (
    <section className={styles.part} aria-labelledby="vault-unseal">
      <h2 id="vault-unseal" className={styles.asked}>
        Remove the encryption
      </h2>
      <p className={styles.hint}>Everything is written anew, and whoever can read the folder can read what is in it.</p>
      {act.problem !== undefined && (
        <p className={styles.problem} role="alert">
          {act.problem}
        </p>
      )}
      {!canMove ? (
        <CopyCommand command="mirror vault unseal --yes" />
      ) : progress ? (
        <MoveProgress progress={progress} onStop={stop} />
      ) : isAsking ? (
        <div className={styles.acts}>
          <Button onPress={() => setIsAsking(false)}>Keep it encrypted</Button>
          <Button kind="quiet" isDisabled={act.isBusy} onPress={() => void unseal()}>
            Yes, remove the encryption
          </Button>
        </div>
      ) : (
        <div className={styles.acts}>
          <Button onPress={() => setIsAsking(true)}>Remove the encryption…</Button>
        </div>
      )}
    </section>
  );
}
