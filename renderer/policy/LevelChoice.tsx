import { Radio, RadioGroup } from 'react-aria-components';
import type { ReleaseLevel } from '../../src/domain/policy.ts';
import styles from './Choice.module.css';
import { LEVELS } from './policy-words.ts';

interface Props {
  readonly value: ReleaseLevel;
  readonly onChange: (level: ReleaseLevel) => void;
}

/** The four levels, each with what it would send of the same work. */
export function LevelChoice({ value, onChange }: Props) {
  return (
    <RadioGroup
      aria-labelledby="policy-what"
      className={styles.choices}
      value={value}
      // The values are those of the levels.
      onChange={(level) => onChange(level as ReleaseLevel)}
    >
      {LEVELS.map(({ level, title, means, example }) => (
        <Radio key={level} value={level} className={styles.choice}>
          <span className={styles.sign} aria-hidden="true" />
          <span className={styles.name}>{title}</span>
          <span className={styles.means}>{means}</span>
          {example !== '' && (
            <span className={styles.example}>
              <span className={styles.word}>For example</span> {example}
            </span>
          )}
        </Radio>
      ))}
    </RadioGroup>
  );
}
