import type { WriterStatus } from '../../src/domain/writer.ts';
import { sayPlace } from '../chat/chat-words.ts';
import { Button } from '../parts/Button.tsx';
import { ConfirmButton } from '../parts/ConfirmButton.tsx';
import { describeWriter } from './describe-writer.ts';
import styles from './ModelsScreen.module.css';
import type { WriterWork } from './use-writer-work.ts';

interface Props {
  readonly writer: WriterStatus;
  readonly work: WriterWork;
  readonly onChange: () => void;
}

/** One model behind a server: where it runs, what it can, why it may not be asked. */
export function WriterRow({ writer, work, onChange }: Props) {
  const { id, title, refusal, note, isBeyond } = writer;
  const message = work.messageOf(id);
  return (
    <li className={styles.model}>
      <div className={styles.about}>
        <h3 className={styles.name}>
          {title}
          <span className={styles.state} data-state={isBeyond ? 'beyond' : 'installed'}>
            {sayPlace(writer)}
          </span>
        </h3>
        <p className={styles.facts}>{describeWriter(writer).join(' · ')}</p>
        {refusal !== null && <p className={styles.good}>{refusal}</p>}
        {note !== null && !message && <p className={styles.good}>{note}</p>}
        {message && (
          <p className={message.isProblem ? styles.trouble : styles.said} role={message.isProblem ? 'alert' : 'status'}>
            {message.text}
          </p>
        )}
      </div>
      <div className={styles.acts}>
        <Button
          kind="quiet"
          isDisabled={work.trying !== undefined}
          title="One short request: how much it reads, and whether it calls tools"
          onPress={() => void work.probe(writer)}
        >
          {work.trying === id ? 'Trying…' : 'Try it'}
        </Button>
        <Button kind="quiet" onPress={onChange}>
          Change
        </Button>
        <ConfirmButton
          label={`Remove ${title}`}
          question="Remove this model and its key?"
          onConfirm={() => work.remove(writer)}
        />
      </div>
    </li>
  );
}
