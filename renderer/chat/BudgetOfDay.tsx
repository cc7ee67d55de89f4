import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { WriterBudget } from '../../src/domain/writer.ts';
import styles from './BudgetOfDay.module.css';
import { sayMoney } from './chat-words.ts';

interface Props {
  readonly budget: WriterBudget;
  readonly spentUsd: number;
  readonly onSet: (budget: WriterBudget) => Promise<void>;
}

const AMOUNTS = [0, 0.5, 2, 10] as const;

/** What was spent today, and one press for another limit. */
export function BudgetOfDay({ budget, spentUsd, onSet }: Props) {
  const { perDayUsd } = budget;
  const isOwn = perDayUsd !== null && !AMOUNTS.some((amount) => amount === perDayUsd);
  const amounts = isOwn ? [...AMOUNTS, perDayUsd].toSorted((a, b) => a - b) : AMOUNTS;
  return (
    <div className={styles.budget}>
      <p className={styles.spent}>
        Spent today: <strong>{sayMoney(spentUsd)}</strong>
        {perDayUsd === null ? '' : ` of ${sayMoney(perDayUsd)}`}
      </p>
      <ToggleButtonGroup
        className={styles.amounts}
        aria-label="At most a day"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[String(perDayUsd)]}
        onSelectionChange={([key]) =>
          void onSet({ ...budget, perDayUsd: key === undefined || key === 'null' ? null : Number(key) })
        }
      >
        {amounts.map((amount) => (
          <ToggleButton key={amount} id={String(amount)} className={styles.amount}>
            {sayMoney(amount)}
          </ToggleButton>
        ))}
        <ToggleButton id="null" className={styles.amount}>
          No limit
        </ToggleButton>
      </ToggleButtonGroup>
    </div>
  );
}
