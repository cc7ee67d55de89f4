import { Button, Dialog, DialogTrigger, Popover, Radio, RadioGroup } from 'react-aria-components';
import { Link } from 'wouter';
import type { WriterChoice } from '../../src/domain/writer.ts';
import { Icon } from '../parts/Icon.tsx';
import { PATTERNS } from '../route.ts';
import { BudgetOfDay } from './BudgetOfDay.tsx';
import { sayChoice, sayMoney, sayPlace } from './chat-words.ts';
import type { Writers } from './use-writers.ts';
import styles from './WriterPicker.module.css';

/** Who answers: by rules alone, whoever fits best, or one model; with where it runs and why it cannot be chosen. */
export function WriterPicker({ writers }: { readonly writers: Writers }) {
  const { all, chosen, budget, spentTodayUsd, error } = writers;
  const isPaid = all.some(({ price }) => price !== null);
  return (
    <DialogTrigger>
      <Button className={styles.button}>
        <Icon name={chosen === 'none' ? 'shield' : 'spark'} size={13} />
        <span className={styles.chosen}>{sayChoice(chosen, all)}</span>
        {chosen !== 'none' && isPaid && (
          <span className={styles.spent}>
            {sayMoney(spentTodayUsd)}
            {budget.perDayUsd === null ? ' today' : ` of ${sayMoney(budget.perDayUsd)} today`}
          </span>
        )}
        <Icon name="down" size={12} />
      </Button>
      <Popover className={styles.popover} placement="top start" offset={6}>
        <Dialog aria-label="Who answers" className={styles.dialog}>
          {({ close }) => (
            <>
              <RadioGroup
                aria-label="Who answers"
                className={styles.choices}
                value={chosen}
                // The values are those of the choices below.
                onChange={(value) => void writers.choose(value as WriterChoice)}
              >
                <Choice value="none" title="No model" about="Mirror’s own rules. Nothing is sent, nothing is spent." />
                <Choice
                  value="auto"
                  title="Auto"
                  about={
                    all.some(({ refusal }) => refusal === null)
                      ? 'Rules first; where they do not reach, the lightest model that may be asked.'
                      : 'Rules first. There is no model yet that may be asked, so rules alone.'
                  }
                />
                {all.map((writer) => (
                  <Choice
                    key={writer.id}
                    value={writer.id}
                    title={writer.title}
                    about={`${writer.isBeyond ? 'Runs at' : 'Runs on'} ${sayPlace(writer)}`}
                    refusal={writer.refusal}
                  />
                ))}
              </RadioGroup>
              {error !== undefined && (
                <p className={styles.problem}>The models could not be listed. Close this and open it again.</p>
              )}
              {isPaid && <BudgetOfDay budget={budget} spentUsd={spentTodayUsd} onSet={writers.setBudget} />}
              <p className={styles.links}>
                <Link href={PATTERNS.models} onClick={close}>
                  Add or change models
                </Link>
                <Link href={PATTERNS.policy} onClick={close}>
                  What may leave
                </Link>
              </p>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

interface ChoiceProps {
  readonly value: string;
  readonly title: string;
  readonly about: string;
  readonly refusal?: string | null;
}

function Choice({ value, title, about, refusal = null }: ChoiceProps) {
  return (
    <Radio value={value} className={styles.choice} isDisabled={refusal !== null}>
      <span className={styles.sign} aria-hidden="true" />
      <span className={styles.name}>{title}</span>
      <span className={styles.about}>{about}</span>
      {refusal !== null && <span className={styles.refusal}>{refusal}</span>}
    </Radio>
  );
}
