import { Link } from 'wouter';
import type { WriterChoice, WriterStatus } from '../../src/domain/writer.ts';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import { PATTERNS } from '../route.ts';
import { AgainMenu } from './AgainMenu.tsx';
import type { Failure } from './conversation.ts';
import styles from './FailureNote.module.css';

interface Props {
  readonly failure: Failure;
  readonly writers: readonly WriterStatus[];
  readonly onAsk: (question: string, writer?: WriterChoice, replaces?: string) => void;
}

/** Why there is no answer, and who could be asked instead. What was refused by a person is no failure. */
export function FailureNote({ failure, writers, onAsk }: Props) {
  const { question, writer, replaces, code, title, hint } = failure;
  const isRefused = code === 'policy/declined';
  const isPolicy = code?.startsWith('policy/') === true && !isRefused;
  return (
    <div className={styles.note} role="alert" data-tone={isRefused ? 'calm' : 'problem'}>
      <p className={styles.title}>
        <Icon name={isRefused ? 'lock' : 'warning'} size={15} />
        {isRefused ? 'Nothing was sent' : title}
      </p>
      <p className={styles.hint}>{isRefused ? 'Mirror can answer by its rules alone.' : hint}</p>
      {isPolicy && (
        <p className={styles.hint}>
          <Link href={PATTERNS.policy}>What may leave this machine</Link>
        </p>
      )}
      <div className={styles.acts}>
        {writer !== 'none' && <Button onPress={() => onAsk(question, 'none', replaces)}>Answer without a model</Button>}
        {!isRefused && (
          <Button kind={writer === 'none' ? 'plain' : 'quiet'} onPress={() => onAsk(question, writer, replaces)}>
            Try again
          </Button>
        )}
        <AgainMenu
          label="Ask another"
          writers={writers}
          isDisabled={false}
          onAgain={(next) => onAsk(question, next, replaces)}
        />
      </div>
    </div>
  );
}
