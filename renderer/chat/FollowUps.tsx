import { Icon } from '../parts/Icon.tsx';
import styles from './FollowUps.module.css';

interface Props {
  readonly title: string;
  readonly questions: readonly string[];
  readonly isDisabled?: boolean;
  readonly onAsk: (question: string) => void;
}

/** Questions to press. */
export function FollowUps({ title, questions, isDisabled, onAsk }: Props) {
  return (
    <section className={styles.questions} aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      <ul className={styles.list}>
        {questions.map((question) => (
          <li key={question}>
            <button type="button" className={styles.question} disabled={isDisabled} onClick={() => onAsk(question)}>
              <span>{question}</span>
              <Icon name="arrow" size={13} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
