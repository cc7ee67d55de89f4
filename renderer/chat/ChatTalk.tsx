import { useEffect, useRef } from 'react';
import type { ProcessView } from '../../src/domain/views.ts';
import type { WriterChoice } from '../../src/domain/writer.ts';
import styles from './ChatTalk.module.css';
import type { Conversation } from './conversation.ts';
import { EmptyTalk } from './EmptyTalk.tsx';
import { FailureNote } from './FailureNote.tsx';
import { PendingAnswer } from './PendingAnswer.tsx';
import { Turn } from './Turn.tsx';
import type { Writers } from './use-writers.ts';

interface Props {
  readonly conversation: Conversation;
  /** Undefined while it is on the way, null where it cannot be had. */
  readonly view: ProcessView | null | undefined;
  readonly writers: Writers;
  readonly ask: (question: string, writer?: WriterChoice, replaces?: string) => void;
}

/** What was asked and answered so far, the newest last. */
export function ChatTalk({ conversation, view, writers, ask }: Props) {
  const { turns, pending, failure } = conversation;
  const place = useNewest(conversation);
  const isEmpty = turns.length === 0 && !pending && !failure;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <section ref={place} className={styles.talk} tabIndex={0} aria-label="Questions and answers">
      {isEmpty && <EmptyTalk view={view} onAsk={ask} />}
      <ol className={styles.turns}>
        {turns.map((turn, at) => (
          <li key={turn.id} className={styles.turn}>
            <p className={styles.question}>{turn.question}</p>
            {pending?.replaces === turn.id ? (
              <PendingAnswer pending={pending} writers={writers.all} />
            ) : (
              <Turn
                key={turn.askedMs}
                turn={turn}
                writers={writers.all}
                isLast={at === turns.length - 1 && !pending && !failure}
                isBusy={pending !== undefined}
                onAsk={ask}
                onAgain={(writer) => ask(turn.question, writer, turn.id)}
              />
            )}
            {failure?.replaces === turn.id && <FailureNote failure={failure} writers={writers.all} onAsk={ask} />}
          </li>
        ))}
        {pending && pending.replaces === undefined && (
          <li className={styles.turn}>
            <p className={styles.question}>{pending.question}</p>
            <PendingAnswer pending={pending} writers={writers.all} />
          </li>
        )}
        {failure && failure.replaces === undefined && (
          <li className={styles.turn}>
            <p className={styles.question}>{failure.question}</p>
            <FailureNote failure={failure} writers={writers.all} onAsk={ask} />
          </li>
        )}
      </ol>
    </section>
  );
}

/** Far enough from the end that somebody is reading something else. */
const READS_ABOVE_PX = 140;

/** Keeps the newest in sight: always when something was asked, and while it comes unless somebody has scrolled away. */
function useNewest({ turns, pending, failure, threadId }: Conversation) {
  const place = useRef<HTMLElement>(null);
  const before = useRef({ asked: pending?.question, threadId });
  const length = `${turns.length} ${pending?.sentences.length} ${pending?.looked.length} ${failure !== undefined}`;
  useEffect(() => {
    const { current } = place;
    if (!current || pending?.replaces !== undefined) return;
    const isNew = pending !== undefined && before.current.asked !== pending.question;
    const left = current.scrollHeight - current.scrollTop - current.clientHeight;
    if (isNew || left < READS_ABOVE_PX || before.current.threadId !== threadId)
      current.scrollTop = current.scrollHeight;
    before.current = { asked: pending?.question, threadId };
    // oxlint-disable-next-line react/exhaustive-deps -- whenever something was added
  }, [length, threadId]);
  return place;
}
