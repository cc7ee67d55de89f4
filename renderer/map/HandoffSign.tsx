import styles from './HandoffSign.module.css';

/** The sign of a handoff around the origin, with whom it goes to on hover. */
export function HandoffSign({ title }: { readonly title?: string }) {
  return (
    <path className={styles.diamond} d="M0 -6.5L6.5 0L0 6.5L-6.5 0Z">
      {title && <title>{title}</title>}
    </path>
  );
}
