import type { UserMark } from '../capture/recorder-model.ts';
import { MARK_WAYS } from './mark-kinds.ts';
import styles from './MarkButtons.module.css';

interface Props {
  readonly isDisabled: boolean;
  readonly showsKeys: boolean;
  readonly onMark: (kind: UserMark) => void;
}

/** What a person can say of this moment with one press. */
export function MarkButtons({ isDisabled, showsKeys, onMark }: Props) {
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset cannot be laid out in a row
    <div role="group" aria-label="Mark this moment" className={styles.marks}>
      {MARK_WAYS.map(({ kind, label, key, means }) => (
        <button
          key={kind}
          type="button"
          className={styles.mark}
          data-kind={kind}
          disabled={isDisabled}
          title={means}
          aria-keyshortcuts={showsKeys ? key : undefined}
          onClick={() => onMark(kind)}
        >
          {label}
          {showsKeys && <kbd aria-hidden="true">{key}</kbd>}
        </button>
      ))}
    </div>
  );
}
