import { formatCount } from '../format.ts';
import { Icon } from '../parts/Icon.tsx';
import styles from './ToldList.module.css';

interface Props {
  readonly count: number;
  readonly word: string;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** "5 unsure": how many are folded, and the way to them. */
export function FoldButton({ count, word, isOpen, onToggle }: Props) {
  if (count === 0) return null;
  return (
    <button type="button" className={styles.fold} aria-expanded={isOpen} onClick={onToggle}>
      <Icon name={isOpen ? 'down' : 'chevron'} size={14} />
      {formatCount(count)} {word}
    </button>
  );
}
