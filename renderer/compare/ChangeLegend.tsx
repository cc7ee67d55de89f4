import type { Comparison } from '../../src/domain/comparison.ts';
import { Icon } from '../parts/Icon.tsx';
import { sideWords, signOf } from './change-words.ts';
import styles from './ChangeLegend.module.css';

const MEANINGS = {
  more: 'in a larger share of cases',
  less: 'in a smaller share of cases',
  slower: 'takes longer',
  faster: 'takes less time',
} as const;

/** What the signs on the map mean. */
export function ChangeLegend({ comparison }: { readonly comparison: Comparison }) {
  const { before, after } = sideWords(comparison);
  const meanings = { added: `only “${after}”; drawn bold`, removed: `only “${before}”; drawn dotted`, ...MEANINGS };
  return (
    <details className={styles.legend}>
      <summary className={styles.summary}>
        <Icon name="list" size={14} />
        Legend
      </summary>
      <ul className={styles.signs}>
        {(Object.keys(meanings) as (keyof typeof meanings)[]).map((mark) => (
          <li key={mark} className={styles.sign}>
            <span className={styles.word} data-change={mark}>
              {signOf(mark, comparison).words}
            </span>
            {meanings[mark]}
          </li>
        ))}
      </ul>
      <p className={styles.rest}>On a way the sign stands alone. Without one: no clear change.</p>
    </details>
  );
}
