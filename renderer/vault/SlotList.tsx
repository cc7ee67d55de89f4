// What opens a sealed workspace, and how each of it is changed.
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { SlotKind, VaultState } from '../../src/domain/vault.ts';
import { formatMoment } from '../format.ts';
import { Button } from '../parts/Button.tsx';
import { useLink, useMirror } from '../use-mirror.ts';
import { useView } from '../view-store.ts';
import { NewPassphrase } from './NewPassphrase.tsx';
import { useAct } from './use-act.ts';
import styles from './Vault.module.css';

interface Props {
  readonly vault: VaultState;
  readonly onRecoveryKey: (recoveryKey: string) => void;
}

export function SlotList({ vault, onRecoveryKey }: Props) {
  const { client } = useLink();
  const mirror = useMirror();
  const queries = useQueryClient();
  const tell = useView((state) => state.tell);
  const [isChanging, setIsChanging] = useState(false);
  const act = useAct();
  const find = (kind: SlotKind) => vault.slots.find((slot) => slot.kind === kind);
  const [passphrase, recovery, keystore] = [find('passphrase'), find('recovery'), find('keystore')];
  const change = (doIt: () => Promise<unknown>): Promise<void> =>
    act.run(async () => {
      await doIt();
      await queries.invalidateQueries({ queryKey: mirror.vault.key() });
    });
  const setPassphrase = async (next: string, current: string | null): Promise<void> => {
    await client.vault.setPassphrase({ current, passphrase: next });
    await queries.invalidateQueries({ queryKey: mirror.vault.key() });
    setIsChanging(false);
    tell({ text: 'The passphrase is set.', tone: 'done' });
  };
  const renew = () => change(async () => onRecoveryKey((await client.vault.renewRecovery()).recoveryKey ?? ''));
  return (
    <section className={styles.part} aria-labelledby="vault-slots">
      <h2 id="vault-slots" className={styles.asked}>
        What opens it
      </h2>
      <ul className={styles.slots}>
        {(vault.keystore !== null || keystore) && (
          <SlotRow
            name={vault.keystore ?? 'The keystore of its machine'}
            means={
              keystore
                ? 'Opens it without asking, for you on this machine.'
                : 'Does not open it: Mirror asks at each start.'
            }
          >
            {keystore ? (
              <Button kind="quiet" onPress={() => void change(() => client.vault.removeSlot({ kind: 'keystore' }))}>
                Ask at each start
              </Button>
            ) : (
              <Button kind="quiet" onPress={() => void change(() => client.vault.addKeystore())}>
                Let it open
              </Button>
            )}
          </SlotRow>
        )}
        <SlotRow
          name="Passphrase"
          means={
            passphrase
              ? `Set ${formatMoment(passphrase.madeMs)}.`
              : 'None. One opens it on the terminal and on other machines.'
          }
        >
          {!isChanging && (
            <Button kind="quiet" onPress={() => setIsChanging(true)}>
              {passphrase ? 'Change it' : 'Set one'}
            </Button>
          )}
        </SlotRow>
        {isChanging && (
          <li className={styles.changing}>
            <NewPassphrase
              act={act}
              label="Set the passphrase"
              asksCurrent={passphrase !== undefined}
              onSubmit={setPassphrase}
            >
              <Button kind="quiet" onPress={() => setIsChanging(false)}>
                Leave it
              </Button>
            </NewPassphrase>
          </li>
        )}
        <SlotRow
          name="Recovery key"
          means={recovery ? `Made ${formatMoment(recovery.madeMs)}. It was shown once.` : 'None.'}
        >
          <Button kind="quiet" isDisabled={act.isBusy} onPress={() => void renew()}>
            Make a new one
          </Button>
        </SlotRow>
      </ul>
      <p className={styles.hint}>
        A new recovery key puts the one before out of use, and the same holds for a passphrase.
      </p>
      {act.problem !== undefined && !isChanging && (
        <p className={styles.problem} role="alert">
          {act.problem}
        </p>
      )}
    </section>
  );
}

interface RowProps {
  readonly name: string;
  readonly means: string;
  readonly children: ReactNode;
}

function SlotRow({ name, means, children }: RowProps) {
  return (
    <li className={styles.slot}>
      <div>
        <p className={styles.name}>{name}</p>
        <p className={styles.hint}>{means}</p>
      </div>
      {children}
    </li>
  );
}
