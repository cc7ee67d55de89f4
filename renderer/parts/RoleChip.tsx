import styles from './RoleChip.module.css';

interface Props {
  readonly role: string;
  /** CSS colour, usually one of the role tokens. */
  readonly color: string;
  readonly count?: string;
}

/** A role's name with its colour, so that the colour is never the only sign. */
export function RoleChip({ role, color, count }: Props) {
  return (
    <span className={styles.chip}>
      <span className={styles.dot} style={{ background: color }} aria-hidden="true" />
      {role}
      {count !== undefined && <span className={styles.count}>{count}</span>}
    </span>
  );
}
