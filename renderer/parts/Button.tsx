import type { ReactNode, Ref } from 'react';
import styles from './Button.module.css';

interface Props {
  readonly onPress: () => void;
  readonly children: ReactNode;
  readonly kind?: 'plain' | 'primary' | 'quiet';
  readonly isDisabled?: boolean;
  /** For buttons that show only an icon. */
  readonly label?: string;
  /** Shown on hover, beside the words on the button. */
  readonly title?: string;
  readonly isPressed?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({ onPress, children, kind = 'plain', isDisabled, label, title = label, isPressed, ref }: Props) {
  return (
    <button
      ref={ref}
      type="button"
      className={styles[kind]}
      disabled={isDisabled}
      aria-label={label}
      title={title}
      aria-pressed={isPressed}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
