import styles from './ShareBar.module.css';

/** A bar for a share from 0 to 1; the number itself stands beside it. `scale01` is the share a full bar means. */
export function ShareBar({ share01, scale01 = 1 }: { readonly share01: number; readonly scale01?: number }) {
  const width = scale01 > 0 ? Math.min(1, share01 / scale01) : 0;
  return (
    <span className={styles.track} aria-hidden="true">
      <span className={styles.fill} style={{ width: `${width * 100}%` }} />
    </span>
  );
}
