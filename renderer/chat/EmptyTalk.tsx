import { useMemo } from 'react';
import { Link } from 'wouter';
import type { ProcessView } from '../../src/domain/views.ts';
import { Icon } from '../parts/Icon.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { PATTERNS } from '../route.ts';
import styles from './EmptyTalk.module.css';
import { FollowUps } from './FollowUps.tsx';
import { suggestQuestions } from './suggest-questions.ts';

interface Props {
  /** Undefined while it is on the way, null where it cannot be had. */
  readonly view: ProcessView | null | undefined;
  readonly onAsk: (question: string) => void;
}

/** Before the first question: what this is, and questions of this very process to begin with. */
export function EmptyTalk({ view, onAsk }: Props) {
  const questions = useMemo(() => (view ? suggestQuestions(view) : undefined), [view]);
  if (questions?.length === 0)
    return (
      <div className={styles.empty}>
        <h3 className={styles.title}>There is nothing to ask yet</h3>
        <p className={styles.words}>
          Record how this process is done, or take in an event log: what they show can be asked here a moment later.
        </p>
      </div>
    );
  return (
    <div className={styles.empty}>
      <h3 className={styles.title}>Ask how this process really goes</h3>
      <p className={styles.words}>
        Every sentence of an answer has a number: press it, and the moment plays or the map shows the place. What
        nothing shows is not said.
      </p>
      <p className={styles.private}>
        <Icon name="lock" size={14} />
        <span>
          Mirror answers by its rules. A model is asked only where somebody has added one, and you decide{' '}
          <Link href={PATTERNS.policy}>what may leave</Link>.
        </span>
      </p>
      {questions ? (
        <FollowUps title="For example" questions={questions} onAsk={onAsk} />
      ) : (
        view === undefined && [0, 1, 2].map((at) => <Skeleton key={at} height="34px" />)
      )}
    </div>
  );
}
