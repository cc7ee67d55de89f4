import type { VaultState } from '../../src/domain/vault.ts';
import { Button } from '../parts/Button.tsx';
import { CopyCommand } from '../parts/CopyCommand.tsx';
import { useLink } from '../use-mirror.ts';
import { MoveProgress } from './MoveProgress.tsx';
import { NewPassphrase } from './NewPassphrase.tsx';
import { useMove } from './use-move.ts';
import styles from './Vault.module.css';

interface Props {
  readonly vault: VaultState;
  readonly onRecoveryKey: (recoveryKey: string) => void;
}

export function SealForm({ vault: { keystore, canMove }, onRecoveryKey }: Props) {
  const { client } = useLink();
  const { act, progress, move, stop } = useMove();
  const seal = async (passphrase: string | null): Promise<void> => {
    const moved = await move((signal) => client.vault.seal({ passphrase }, { signal }));
    if (moved?.recoveryKey) onRecoveryKey(moved.recoveryKey);
  };
  return (
    <section className={styles.part} aria-labelledby="vault-seal">
      <h2 id="vault-seal" className={styles.asked}>
        Encrypt it
      </h2>
      <p className={styles.hint}>
        Everything is written anew beside what is there, checked, and then put in its place: as much room again is
        needed for a while. Stopped or cut off half-way, nothing has changed. What was there before is removed; a disk,
        above all an SSD, may keep old blocks of it for a while.
      </p>
      {!canMove ? (
        <CopyCommand command="mirror vault seal" />
      ) : progress ? (
        <MoveProgress progress={progress} onStop={stop} />
      ) : keystore === null ? (
        <NewPassphrase act={act} label="Encrypt this workspace" onSubmit={seal} />
      ) : (
        <div className={styles.form}>
          <p className={styles.hint}>The key is kept by {keystore}: Mirror opens as before, for you on this machine.</p>
          {act.problem !== undefined && (
            <p className={styles.problem} role="alert">
              {act.problem}
            </p>
          )}
          <div className={styles.acts}>
            <Button kind="primary" isDisabled={act.isBusy} onPress={() => void seal(null)}>
              Encrypt this workspace
            </Button>
          </div>
        </div>
      )}
    </section>
  );
}
