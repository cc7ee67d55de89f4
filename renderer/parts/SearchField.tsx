import { Icon } from './Icon.tsx';
import styles from './SearchField.module.css';

interface Props {
  /** For those who do not see the sign. */
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Words to look for; what is found changes as they are typed. */
export function SearchField({ label, placeholder, value, onChange }: Props) {
  return (
    <label className={styles.field}>
      <Icon name="search" size={14} />
      <span className="visually-hidden">{label}</span>
      <input
        type="search"
        className={styles.input}
        placeholder={placeholder}
        value={value}
        maxLength={200}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
