// The recovery key, shown once: what opens the workspace when the passphrase is forgotten or the machine is gone.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Heading } from 'react-aria-components';
import { CardDialog } from '../parts/CardDialog.tsx';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import { useLink, useMirror } from '../use-mirror.ts';
import { useAct } from './use-act.ts';
import styles from './Vault.module.css';

interface Props {
  /** Made just now; otherwise it is made when somebody wants to see it. */
  readonly recoveryKey?: string;
  /** Whether it can be put off to the next start. */
  readonly canWait?: boolean;
  readonly onDone?: () => void;
}

export function RecoverySheet({ recoveryKey: given, canWait = false, onDone }: Props) {
  const { client } = useLink();
  const mirror = useMirror();
  const queries = useQueryClient();
  const [recoveryKey, setRecoveryKey] = useState<string | null>(given ?? null);
  const [isKept, setIsKept] = useState(false);
  const [isOver, setIsOver] = useState(false);
  const { run, isBusy, problem } = useAct();
  if (isOver) return undefined;
  const close = (): void => {
    setIsOver(true);
    onDone?.();
  };
  const show = () => run(async () => setRecoveryKey((await client.vault.renewRecovery()).recoveryKey));
  const keep = () =>
    run(async () => {
      await client.vault.keepRecovery();
      await queries.invalidateQueries({ queryKey: mirror.vault.key() });
      close();
    });
  return (
    <CardDialog {...(canWait && recoveryKey === null && { onClose: close })}>
      <div className={styles.sheet}>
        <span className={styles.sign}>
          <Icon name="lock" size={22} />
        </span>
        <Heading slot="title" className={styles.title}>
          Your recovery key
        </Heading>
        <p className={styles.lead}>
          This workspace is encrypted. The recovery key opens it when the passphrase is forgotten or this machine is
          lost. Without it, nobody can read it again: not even whoever made Mirror.
        </p>
        {recoveryKey !== null && <Groups recoveryKey={recoveryKey} />}
        {problem !== undefined && (
          <p className={styles.problem} role="alert">
            {problem}
          </p>
        )}
        {recoveryKey === null ? (
          <div className={styles.acts}>
            <Button kind="primary" isDisabled={isBusy} onPress={() => void show()}>
              Show the recovery key
            </Button>
            {canWait && (
              <Button kind="quiet" onPress={close}>
                At the next start
              </Button>
            )}
          </div>
        ) : (
          <>
            <label className={styles.promise}>
              <input type="checkbox" checked={isKept} onChange={(event) => setIsKept(event.target.checked)} />
              <span>I have written it down and keep it away from this machine. It will not be shown again.</span>
            </label>
            <div className={styles.acts}>
              <Button kind="primary" isDisabled={!isKept || isBusy} onPress={() => void keep()}>
                Done
              </Button>
            </div>
          </>
        )}
      </div>
    </CardDialog>
  );
}

/** In its groups, each with its number: a slip is told by the number of its group. */
function Groups({ recoveryKey }: { readonly recoveryKey: string }) {
  const [isCopied, setIsCopied] = useState(false);
  const copy = (): void =>
    void navigator.clipboard.writeText(recoveryKey).then(
      () => setIsCopied(true),
      () => {},
    );
  return (
    <div className={styles.key}>
      <ol className={styles.groups} aria-label="Recovery key">
        {recoveryKey.split('-').map((group, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- a group is its place
          <li key={at}>{group}</li>
        ))}
      </ol>
      <Button kind="quiet" onPress={copy}>
        <Icon name={isCopied ? 'check' : 'copy'} size={14} />
        <span aria-live="polite">{isCopied ? 'Copied; paste it into a password manager' : 'Copy'}</span>
      </Button>
    </div>
  );
}
