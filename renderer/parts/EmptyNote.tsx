import type { ReactNode } from 'react';
import styles from './EmptyNote.module.css';
import { Icon, type IconName } from './Icon.tsx';

interface Props {
  readonly icon: IconName;
  readonly title: string;
  /** It is all that the screen shows. */
  readonly isPage?: boolean;
  readonly children?: ReactNode;
}

/** Nothing here yet: why, and what would fill it. */
export function EmptyNote({ icon, title, isPage = false, children }: Props) {
  const Title = isPage ? 'h1' : 'h2';
  return (
    <div className={styles.note}>
      <span className={styles.icon}>
        <Icon name={icon} size={22} />
      </span>
      <Title className={styles.title}>{title}</Title>
      {children && <div className={styles.body}>{children}</div>}
    </div>
  );
}
