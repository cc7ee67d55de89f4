import type { WrittenAnswer } from '../../src/domain/answer.ts';
import { capitalize, formatCount } from '../format.ts';
import { ProvenanceWord } from '../parts/GroundsLine.tsx';
import { Icon } from '../parts/Icon.tsx';
import { sayKey, sayLookup, sayValue } from './chat-words.ts';
import styles from './HowComputed.module.css';

/** Lists longer than this say how many they are instead. */
const MOST_NAMES = 8;

/** For who asks: what the number counts, what was looked up, on how many observations it rests, how that is known. */
export function HowComputed({ answer }: { readonly answer: WrittenAnswer }) {
  const { definition, n, provenance, tools, values } = answer;
  const figures = Object.entries(values);
  if (definition === null && n === null && tools.length === 0 && figures.length === 0) return null;
  return (
    <details className={styles.how}>
      <summary className={styles.summary}>
        <Icon name="info" size={14} />
        How this was computed
      </summary>
      <div className={styles.body}>
        {definition !== null && <p>{definition}</p>}
        {(n !== null || provenance !== null) && (
          <p className={styles.grounds}>
            {n !== null && <span>n = {formatCount(n)}</span>}
            {provenance !== null && <ProvenanceWord provenance={provenance} />}
          </p>
        )}
        {figures.length > 0 && (
          <dl className={styles.figures}>
            {figures.map(([key, value]) => (
              <div key={key}>
                <dt>{capitalize(sayKey(key))}</dt>
                <dd>
                  {Array.isArray(value) && value.length > MOST_NAMES
                    ? `${value.slice(0, MOST_NAMES).join(', ')} and ${formatCount(value.length - MOST_NAMES)} more`
                    : sayValue(key, value)}
                </dd>
              </div>
            ))}
          </dl>
        )}
        {tools.length > 0 && (
          <ol className={styles.tools} aria-label="What was looked up">
            {tools.map((use, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- the list never changes, and items may be alike
              <li key={at}>
                Looked up {sayLookup(use)}
                <code className={styles.call}>
                  {use.tool}({JSON.stringify(use.input ?? {})})
                </code>
              </li>
            ))}
          </ol>
        )}
        <p className={styles.note}>Figures are the same with any model and with none.</p>
      </div>
    </details>
  );
}
