import { useState } from 'react';
import { readProblem } from '../../src/api/client.ts';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import { saveText } from '../parts/save-text.ts';
import { useLink } from '../use-mirror.ts';
import styles from './LedgerActs.module.css';
import { sayVerdict } from './ledger-words.ts';

interface Told {
  readonly tone: 'good' | 'bad';
  readonly text: string;
  readonly details?: readonly string[];
  /** The hash of the newest line. */
  readonly newest?: string | null;
}

/** More faults than that say no more. */
const MOST_DETAILS = 5;

/** Checks that nobody has changed the record, and saves it as a file. */
export function LedgerActs() {
  const { client } = useLink();
  const [told, setTold] = useState<Told>();
  const [isBusy, setIsBusy] = useState(false);
  const run = async (act: () => Promise<Told | undefined>): Promise<void> => {
    setIsBusy(true);
    setTold(undefined);
    try {
      setTold(await act());
    } catch (error) {
      const problem = readProblem(error);
      setTold({ tone: 'bad', text: problem ? `${problem.title}. ${problem.hint}` : 'That did not work. Try again.' });
    }
    setIsBusy(false);
  };
  const verify = async (): Promise<Told> => {
    const verdict = await client.egress.verify({});
    const { isWhole, told: text, details } = sayVerdict(verdict);
    return { tone: isWhole ? 'good' : 'bad', text, details, newest: isWhole ? verdict.newest : null };
  };
  const save = async (): Promise<undefined> => {
    saveText(await client.egress.export(), 'application/x-ndjson');
  };
  return (
    <div className={styles.acts}>
      <div className={styles.buttons}>
        <Button isDisabled={isBusy} onPress={() => void run(verify)}>
          <Icon name="shield" size={14} />
          Verify
        </Button>
        <Button isDisabled={isBusy} onPress={() => void run(save)}>
          <Icon name="export" size={14} />
          Export
        </Button>
      </div>
      <output className={styles.told} data-tone={told?.tone}>
        {told && <p>{told.text}</p>}
        {told?.details?.slice(0, MOST_DETAILS).map((detail) => (
          <p key={detail}>{detail}</p>
        ))}
        {told?.newest && (
          <p className={styles.newest} title="Noted elsewhere, it proves later that everything up to here is as it was">
            Newest line: {told.newest}
          </p>
        )}
      </output>
    </div>
  );
}
