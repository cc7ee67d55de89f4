import { useState } from 'react';
import { Link } from 'wouter';
import type { ChatTurn } from '../../src/domain/chat.ts';
import type { WriterChoice, WriterStatus } from '../../src/domain/writer.ts';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import { PATTERNS } from '../route.ts';
import { AgainMenu } from './AgainMenu.tsx';
import { AnswerText } from './AnswerText.tsx';
import { sayByline, sayRemoved } from './chat-words.ts';
import { FollowUps } from './FollowUps.tsx';
import { HowComputed } from './HowComputed.tsx';
import styles from './Turn.module.css';

interface Props {
  readonly turn: ChatTurn;
  readonly writers: readonly WriterStatus[];
  /** What can be asked next is offered below the last one only. */
  readonly isLast: boolean;
  readonly isBusy: boolean;
  readonly onAsk: (question: string) => void;
  readonly onAgain: (writer: WriterChoice) => void;
}

/** An answer with who wrote it, what it rests on, and what can be done with it. */
export function Turn({ turn: { answer }, writers, isLast, isBusy, onAsk, onAgain }: Props) {
  const byline = sayByline(answer, writers);
  const removed = sayRemoved(answer.removed);
  return (
    <div className={styles.answer}>
      {answer.isAnswered ? <AnswerText sentences={answer.sentences} /> : <p className={styles.none}>{answer.answer}</p>}
      {removed && (
        <p className={styles.removed}>
          <Icon name="cut" size={13} />
          <span>{removed}: nothing in this process shows what the model said there.</span>
        </p>
      )}
      <p className={styles.byline}>
        <Icon name={byline.isByRules ? 'shield' : 'spark'} size={13} />
        <span>
          {byline.who}: {byline.facts.join(', ')}.
          {answer.egressBytes > 0 && (
            <>
              {' '}
              <Link href={PATTERNS.ledger}>See exactly what</Link>
            </>
          )}
        </span>
      </p>
      <div className={styles.acts}>
        <CopyAnswer text={answer.answer} />
        <AgainMenu writers={writers} isDisabled={isBusy} onAgain={onAgain} />
      </div>
      <HowComputed answer={answer} />
      {isLast && answer.followUps.length > 0 && (
        <FollowUps
          title={answer.isAnswered ? 'Ask next' : 'What can be answered'}
          questions={answer.followUps}
          isDisabled={isBusy}
          onAsk={onAsk}
        />
      )}
    </div>
  );
}

function CopyAnswer({ text }: { readonly text: string }) {
  const [state, setState] = useState<'ready' | 'copied' | 'refused'>('ready');
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setState('copied'),
      () => setState('refused'),
    );
  };
  return (
    <Button kind="quiet" onPress={copy}>
      <Icon name={state === 'copied' ? 'check' : 'copy'} size={14} />
      <span aria-live="polite">{{ ready: 'Copy', copied: 'Copied', refused: 'Select it by hand' }[state]}</span>
    </Button>
  );
}
