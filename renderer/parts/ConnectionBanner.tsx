import { useConnection, useLink } from '../use-mirror.ts';
import styles from './ConnectionBanner.module.css';
import { Icon } from './Icon.tsx';

/** Says that the core does not answer, as long as that is so; what is on screen stays readable. */
export function ConnectionBanner() {
  const { state } = useLink();
  const connection = useConnection();
  return (
    <div aria-live="polite" className={styles.region}>
      {state === 'lost' && (
        <div className={styles.banner}>
          <Icon name="warning" />
          <span>
            <strong>Connection to Mirror lost.</strong> What you see may be out of date. Trying again…
          </span>
          <button type="button" className={styles.retry} onClick={() => connection.retry()}>
            Try now
          </button>
        </div>
      )}
    </div>
  );
}
