// Encryption of this workspace: whether it is, what opens it, and how to change that.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { VaultState } from '../../src/domain/vault.ts';
import { Crumbs } from '../parts/Crumbs.tsx';
import { Icon } from '../parts/Icon.tsx';
import { ProblemNote } from '../parts/ProblemNote.tsx';
import { ScreenSkeleton } from '../parts/Skeleton.tsx';
import { PATTERNS } from '../route.ts';
import { useMirror } from '../use-mirror.ts';
import { RecoverySheet } from './RecoverySheet.tsx';
import { SealForm } from './SealForm.tsx';
import { SlotList } from './SlotList.tsx';
import { UnsealForm } from './UnsealForm.tsx';
import styles from './Vault.module.css';

/** The default export is what a lazy import asks for. */
export default function EncryptionScreen() {
  const vault = useQuery(useMirror().vault.state.queryOptions());
  const [recoveryKey, setRecoveryKey] = useState<string>();
  return (
    <>
      <Crumbs trail={[{ label: 'Processes', href: PATTERNS.processes }, { label: 'Encryption' }]} />
      {vault.data ? (
        <Full vault={vault.data} onRecoveryKey={setRecoveryKey} />
      ) : vault.error ? (
        <ProblemNote error={vault.error} onRetry={() => void vault.refetch()} />
      ) : (
        <ScreenSkeleton label="Loading the state of encryption" />
      )}
      {recoveryKey !== undefined && (
        <RecoverySheet key={recoveryKey} recoveryKey={recoveryKey} onDone={() => setRecoveryKey(undefined)} />
      )}
    </>
  );
}

interface FullProps {
  readonly vault: VaultState;
  readonly onRecoveryKey: (recoveryKey: string) => void;
}

function Full({ vault, onRecoveryKey }: FullProps) {
  const isSealed = vault.form === 'sealed';
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <h1 className={styles.title}>Encryption</h1>
        <p className={styles.lead}>
          Whether what was recorded can be read by whoever gets hold of this disk, a copy of it, or a backup.
        </p>
      </header>
      <div className={styles.standing} data-sealed={isSealed}>
        <span className={styles.sign}>
          <Icon name={isSealed ? 'lock' : 'warning'} size={20} />
        </span>
        <div>
          <p className={styles.now}>{isSealed ? 'This workspace is encrypted' : 'This workspace is not encrypted'}</p>
          <p className={styles.hint}>
            {isSealed
              ? 'The database, recordings, documents, backups and the ledger of connections open only with its key. Exports are files for others and are not encrypted.'
              : 'Whoever can read its folder can read what is in it.'}
          </p>
        </div>
      </div>
      {isSealed ? (
        <SlotList vault={vault} onRecoveryKey={onRecoveryKey} />
      ) : (
        <SealForm vault={vault} onRecoveryKey={onRecoveryKey} />
      )}
      {isSealed && <UnsealForm canMove={vault.canMove} />}
    </div>
  );
}
