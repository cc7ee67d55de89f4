import { type FormEvent, useId, useState } from 'react';
import type { AskedQuestion } from '../../src/domain/question.ts';
import { capitalize } from '../format.ts';
import { Button } from '../parts/Button.tsx';
import styles from './QuestionCard.module.css';
import type { Answering } from './use-answer.ts';

interface Props {
  readonly question: AskedQuestion;
  /** Id of the element that holds the question. */
  readonly heading: string;
  readonly answering: Answering;
}

/** Buttons where only those answers count, a line to write on otherwise; either can be skipped. */
export function AnswerControl({ question, heading, answering }: Props) {
  const { run, isBusy, complaint } = answering;
  const note = useId();
  const isClosed = question.answerKind === 'yes-no' || question.answerKind === 'choice';
  return (
    <>
      <div className={styles.answers} aria-busy={isBusy}>
        {isClosed ? (
          <Choices {...{ question, heading, answering }} />
        ) : (
          <Line {...{ question, heading, answering, note }} />
        )}
        <Button kind="quiet" isDisabled={isBusy} onPress={() => run({ want: 'skip' })}>
          Skip<span className="visually-hidden">: {question.text}</span>
        </Button>
      </div>
      {complaint && (
        <p id={note} className={styles.complaint} role="alert">
          {complaint}
        </p>
      )}
    </>
  );
}

const YES_NO = ['yes', 'no'];

function Choices({ question, heading, answering: { run, isBusy } }: Props) {
  const choices = question.choices.length > 0 ? question.choices : YES_NO;
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset would want its legend inside
    <div className={styles.choices} role="group" aria-labelledby={heading}>
      {choices.map((choice) => (
        <button
          key={choice}
          type="button"
          className={styles.choice}
          data-answer
          disabled={isBusy}
          onClick={() => run({ want: 'answer', value: choice })}
        >
          {capitalize(choice)}
        </button>
      ))}
    </div>
  );
}

const EXAMPLES: Readonly<Record<AskedQuestion['answerKind'], string>> = {
  text: 'A few words',
  role: 'A role or a name',
  system: 'The name of a system',
  duration: 'Such as “2 days” or “an hour”',
  'yes-no': '',
  choice: '',
};

function Line({ question, heading, answering, note }: Props & { readonly note: string }) {
  const { run, isBusy, complaint } = answering;
  const [text, setText] = useState('');
  const choices = useId();
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const value = text.trim();
    if (value !== '' && !isBusy) run({ want: 'answer', value });
  };
  return (
    <form className={styles.line} onSubmit={send}>
      <input
        className={styles.field}
        data-answer
        aria-labelledby={heading}
        aria-invalid={complaint !== undefined}
        aria-describedby={complaint ? note : undefined}
        list={question.choices.length > 0 ? choices : undefined}
        placeholder={EXAMPLES[question.answerKind]}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {question.choices.length > 0 && (
        <datalist id={choices}>
          {question.choices.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </datalist>
      )}
      <button type="submit" className={styles.choice} disabled={isBusy || text.trim() === ''}>
        {isBusy ? 'Sending…' : 'Answer'}
      </button>
    </form>
  );
}
