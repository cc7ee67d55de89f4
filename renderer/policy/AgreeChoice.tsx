import { Radio, RadioGroup } from 'react-aria-components';
import type { EgressPolicy } from '../../src/domain/policy.ts';
import styles from './Choice.module.css';

interface Props {
  readonly value: EgressPolicy['agrees'];
  readonly owner: string;
  readonly onChange: (agrees: EgressPolicy['agrees']) => void;
}

/** Either way the exact message is shown before the first one of a conversation is sent. */
export function AgreeChoice({ value, owner, onChange }: Props) {
  return (
    <RadioGroup
      aria-labelledby="policy-agrees"
      className={styles.choices}
      value={value}
      // The values are the two below.
      onChange={(agrees) => onChange(agrees as EgressPolicy['agrees'])}
    >
      <Radio value="asker" className={styles.choice}>
        <span className={styles.sign} aria-hidden="true" />
        <span className={styles.name}>Whoever asks</span>
        <span className={styles.means}>
          They see the exact message before the first one of a conversation, and agree or not.
        </span>
      </Radio>
      <Radio value="owner" className={styles.choice}>
        <span className={styles.sign} aria-hidden="true" />
        <span className={styles.name}>The owner{owner.trim() === '' ? '' : `, ${owner.trim()}`}</span>
        <span className={styles.means}>
          The owner sees it, and agrees by typing their name. Until then nothing is sent.
        </span>
      </Radio>
    </RadioGroup>
  );
}
