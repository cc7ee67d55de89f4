import { describeFinding, KIND_WORDS } from '../findings/finding-words.ts';
import type { AnyFinding } from '../findings/find-finding.ts';
import { capitalize } from '../format.ts';
import { Icon } from '../parts/Icon.tsx';
import { useScope } from '../process/process-context.ts';
import styles from './Links.module.css';

/** Findings as short links, each with its kind's sign and first number. */
export function FindingLinks({ found }: { readonly found: readonly AnyFinding[] }) {
  const { select, model } = useScope();
  return (
    <ul className={styles.links}>
      {found.map((one) => {
        const words = describeFinding(one, model);
        return (
          <li key={one.finding.id}>
            <button
              type="button"
              className={styles.link}
              onClick={() => select({ what: 'finding', id: one.finding.id })}
            >
              <span className={styles.sign} data-kind={one.kind} title={KIND_WORDS[one.kind].one}>
                <Icon name={KIND_WORDS[one.kind].icon} size={14} />
                <span className="visually-hidden">{KIND_WORDS[one.kind].one}: </span>
              </span>
              <span className={styles.label}>{capitalize(words.label)}</span>
              <span className={styles.figure} title={words.figures[0]?.title}>
                {words.figures[0]?.text}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
