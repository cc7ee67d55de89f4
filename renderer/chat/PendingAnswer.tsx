import type { WriterStatus } from '../../src/domain/writer.ts';
import { Icon } from '../parts/Icon.tsx';
import { AnswerText } from './AnswerText.tsx';
import { sayLookup, sayPending } from './chat-words.ts';
import type { Pending } from './conversation.ts';
import styles from './PendingAnswer.module.css';

interface Props {
  readonly pending: Pending;
  readonly writers: readonly WriterStatus[];
}

/** An answer on its way: what is looked up in plain words, then its sentences as they come. */
export function PendingAnswer({ pending: { by, looked, sentences, payload }, writers }: Props) {
  const state = payload ? 'Waiting for you to agree' : sentences.length > 0 ? 'Writing' : sayPending(by, writers);
  return (
    <div className={styles.pending} aria-busy="true">
      {looked.length > 0 && (
        <ul className={styles.looked} aria-label="Looked up">
          {looked.map((use, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- they are only ever added, and may be alike
            <li key={at}>
              <Icon name="search" size={12} />
              <span>Looking up {sayLookup(use)}</span>
            </li>
          ))}
        </ul>
      )}
      {sentences.length > 0 && <AnswerText sentences={sentences} />}
      <p className={styles.state}>
        <span className={styles.dot} aria-hidden="true" />
        {state} …
      </p>
    </div>
  );
}
