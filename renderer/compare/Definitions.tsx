import { capitalize } from '../format.ts';
import styles from './Definitions.module.css';

/** What the numbers count and how they are tested, for who asks. */
export function Definitions({ definitions }: { readonly definitions: Readonly<Record<string, string>> }) {
  return (
    <details className={styles.definitions}>
      <summary>How this is counted and tested</summary>
      <dl>
        {Object.entries(definitions).map(([word, meaning]) => (
          <div key={word}>
            <dt>{capitalize(word)}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
