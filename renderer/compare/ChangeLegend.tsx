import { CHANGE_WORDS } from '../map/ChangeBadge.tsx';
import { Icon } from '../parts/Icon.tsx';
import styles from './ChangeLegend.module.css';

const MEANINGS = {
  added: 'only after; drawn bold',
  removed: 'only before; drawn dotted',
  more: 'in a larger share of cases',
  less: 'in a smaller share of cases',
  slower: 'takes longer',
  faster: 'takes less time',
} as const;

/** What the signs on the map mean. */
export function ChangeLegend() {
  return (
    <details className={styles.legend}>
      <summary className={styles.summary}>
        <Icon name="list" size={14} />
        Legend
      </summary>
      <ul className={styles.signs}>
        {(Object.keys(CHANGE_WORDS) as (keyof typeof CHANGE_WORDS)[]).map((mark) => (
          <li key={mark} className={styles.sign}>
            <span className={styles.word} data-change={mark}>
              {CHANGE_WORDS[mark]}
            </span>
            {MEANINGS[mark]}
          </li>
        ))}
      </ul>
      <p className={styles.rest}>On a way the sign stands alone. Without one: no clear change.</p>
    </details>
  );
}
