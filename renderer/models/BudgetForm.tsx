import { useId, useState } from 'react';
import type { WriterBudget } from '../../src/domain/writer.ts';
import { Button } from '../parts/Button.tsx';
import styles from './BudgetForm.module.css';

interface Props {
  readonly budget: WriterBudget;
  readonly onSet: (budget: WriterBudget) => Promise<void>;
}

/** At most how much: for one question, and for a day. Empty is no limit. */
export function BudgetForm({ budget, onSet }: Props) {
  const [question, setQuestion] = useState(say(budget.perQuestionUsd));
  const [day, setDay] = useState(say(budget.perDayUsd));
  const [questionId, dayId] = [useId(), useId()];
  const next = { perQuestionUsd: read(question), perDayUsd: read(day) };
  const isWrong = [next.perQuestionUsd, next.perDayUsd].some((usd) => usd !== null && !(usd >= 0));
  const isChanged = next.perQuestionUsd !== budget.perQuestionUsd || next.perDayUsd !== budget.perDayUsd;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isWrong && isChanged) void onSet(next);
      }}
    >
      <h3 className={styles.title}>Budget</h3>
      <label htmlFor={questionId}>US$ a question</label>
      <input
        id={questionId}
        className={styles.field}
        inputMode="decimal"
        placeholder="no limit"
        value={question}
        aria-invalid={isWrong}
        onChange={(event) => setQuestion(event.target.value)}
      />
      <label htmlFor={dayId}>US$ a day</label>
      <input
        id={dayId}
        className={styles.field}
        inputMode="decimal"
        placeholder="no limit"
        value={day}
        aria-invalid={isWrong}
        onChange={(event) => setDay(event.target.value)}
      />
      <Button isDisabled={isWrong || !isChanged} onPress={() => void onSet(next)}>
        Save
      </Button>
    </form>
  );
}

const say = (usd: number | null): string => (usd === null ? '' : String(usd));

const read = (typed: string): number | null => (typed.trim() === '' ? null : Number(typed));
