// What the recordings leave open, asked of whoever made them; what is answered folds and can be taken back.
import { useState } from 'react';
import type { AskedQuestion } from '../../src/domain/question.ts';
import type { ProcessView } from '../../src/domain/views.ts';
import { capitalize, formatCount } from '../format.ts';
import { EmptyNote } from '../parts/EmptyNote.tsx';
import { ProblemNote } from '../parts/ProblemNote.tsx';
import { ScreenSkeleton } from '../parts/Skeleton.tsx';
import { useQuestions } from '../use-mirror.ts';
import { addOpen, arrange, countState, sayProgress } from './arrange.ts';
import { QuestionCard } from './QuestionCard.tsx';
import styles from './QuestionsTab.module.css';

export default function QuestionsTab({ view }: { readonly view: ProcessView }) {
  const list = useQuestions(view.process.id);
  if (list.data) return <Full view={view} questions={list.data} />;
  if (list.error) return <ProblemNote error={list.error} onRetry={() => void list.refetch()} />;
  return <ScreenSkeleton label="Loading questions" />;
}

function Full({ view, questions }: { readonly view: ProcessView; readonly questions: readonly AskedQuestion[] }) {
  const [seen, setSeen] = useState(() => addOpen([], questions));
  const now = addOpen(seen, questions);
  if (now !== seen) setSeen(now);
  const { groups, settled } = arrange(questions, now);
  return (
    <div className={styles.tab} data-questions>
      <div className={styles.head}>
        <div>
          <h2 className={styles.title}>
            Questions <span className={styles.count}>{formatCount(countState(questions, 'open'))}</span>
          </h2>
          <p className={styles.lead}>
            What the recordings leave open. Answers are kept as evidence, in the words given here, and change the map at
            once; each can be taken back.
          </p>
        </div>
        {questions.length > 0 && <Progress questions={questions} />}
      </div>
      {groups.length === 0 && (
        <EmptyNote icon="check" title="Nothing is unclear">
          When a recording leaves something open, the question to its narrator stands here.
        </EmptyNote>
      )}
      {groups.map((group) => (
        <Group key={group.recordingId} view={view} {...group} />
      ))}
      {settled.length > 0 && (
        <details className={styles.settled}>
          <summary className={styles.fold}>{formatCount(settled.length)} answered or skipped before</summary>
          <ul className={styles.cards}>
            {settled.map((question) => (
              <QuestionCard key={question.id} view={view} question={question} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Progress({ questions }: { readonly questions: readonly AskedQuestion[] }) {
  const text = sayProgress(questions);
  return (
    <div className={styles.progress}>
      <p>{text}</p>
      <progress
        className={styles.bar}
        aria-label={text}
        value={questions.length - countState(questions, 'open')}
        max={questions.length}
      />
    </div>
  );
}

type GroupProps = ReturnType<typeof arrange>['groups'][number] & { readonly view: ProcessView };

function Group({ view, recordingId, questions }: GroupProps) {
  const recording = view.recordings.find((one) => one.recording.id === recordingId)?.recording;
  const who = [recording?.actor, recording?.role].filter(Boolean).join(', ');
  return (
    <section className={styles.group}>
      <h3 className={styles.recording}>
        {recording?.title ?? 'A recording'}
        {who && <span className={styles.who}>{capitalize(who)}</span>}
      </h3>
      <ul className={styles.cards}>
        {questions.map((question) => (
          <QuestionCard key={question.id} view={view} question={question} />
        ))}
      </ul>
    </section>
  );
}
