import { useState } from 'react';
import { useWriters } from '../chat/use-writers.ts';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import { readHost } from './policy-words.ts';
import styles from './ReceiverList.module.css';

interface Props {
  readonly receivers: readonly string[];
  readonly onChange: (receivers: readonly string[]) => void;
}

/** The hosts that may be sent something; those of models that were added are offered. */
export function ReceiverList({ receivers, onChange }: Props) {
  const [typed, setTyped] = useState('');
  const [complaint, setComplaint] = useState<string>();
  const { all } = useWriters();
  const offered = [...new Set(all.flatMap(({ isBeyond, host }) => (isBeyond ? [host] : [])))].filter(
    (host) => !receivers.includes(host),
  );
  const add = (): void => {
    const host = readHost(typed);
    if (host === undefined) return setComplaint('That is no host: write it as api.example.com.');
    setComplaint(undefined);
    setTyped('');
    if (!receivers.includes(host)) onChange([...receivers, host]);
  };
  return (
    <div className={styles.receivers}>
      {receivers.length > 0 ? (
        <ul className={styles.list} aria-label="May get it">
          {receivers.map((host) => (
            <li key={host} className={styles.host}>
              {host}
              <button
                type="button"
                className={styles.remove}
                aria-label={`Take ${host} off the list`}
                onClick={() => onChange(receivers.filter((each) => each !== host))}
              >
                <Icon name="close" size={12} />
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <p className={styles.none}>Nobody is named. Then nothing is sent, whatever stands above.</p>
      )}
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <input
          className={styles.field}
          aria-label="Host that may get it"
          aria-invalid={complaint !== undefined}
          placeholder="api.example.com"
          value={typed}
          maxLength={253}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button isDisabled={typed.trim() === ''} onPress={add}>
          Add
        </Button>
        {offered.map((host) => (
          <Button key={host} kind="quiet" onPress={() => onChange([...receivers, host])}>
            <Icon name="plus" size={13} />
            {host}
          </Button>
        ))}
      </form>
      {complaint && (
        <p className={styles.complaint} role="alert">
          {complaint}
        </p>
      )}
    </div>
  );
}
