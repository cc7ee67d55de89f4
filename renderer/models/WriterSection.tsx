// Models that somebody else's program runs: added, found on this machine, tried, changed, removed; and what they may spend.
import { useState } from 'react';
import type { WriterEntry, WriterStatus } from '../../src/domain/writer.ts';
import { useWriters } from '../chat/use-writers.ts';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import { BudgetForm } from './BudgetForm.tsx';
import { describeWriter } from './describe-writer.ts';
import styles from './ModelsScreen.module.css';
import { useWriterWork } from './use-writer-work.ts';
import { WriterForm } from './WriterForm.tsx';
import { WriterRow } from './WriterRow.tsx';
import own from './WriterSection.module.css';

/** A form that is open: for a new one, or for one that is there. */
interface Open {
  readonly given: Partial<WriterEntry>;
  readonly kept: WriterStatus | undefined;
}

export function WriterSection() {
  const writers = useWriters();
  const work = useWriterWork(writers);
  const [open, setOpen] = useState<Open>();
  const { all, budget, setBudget } = writers;
  const isSpending = all.some(({ price }) => price !== null);
  return (
    <section className={styles.role} aria-labelledby="writers">
      <h2 id="writers" className={styles.roleTitle}>
        Models behind a server
        {all.some(({ refusal }) => refusal === null) && <span className={styles.ready}>ready</span>}
      </h2>
      <p className={styles.adds}>
        Ollama, LM Studio, llama.cpp and vLLM on this machine, or hosted ones. They put answers into fluent words;
        figures stay the same. One beyond this machine is asked only where the rules of what may leave allow it.
      </p>
      <div className={own.acts}>
        <Button onPress={() => setOpen({ given: {}, kept: undefined })}>
          <Icon name="plus" size={14} />
          Add a model
        </Button>
        <Button isDisabled={work.isFinding} onPress={() => void work.find()}>
          <Icon name="search" size={14} />
          {work.isFinding ? 'Asking the usual ports…' : 'Find on this machine'}
        </Button>
      </div>
      {work.message && (
        <output className={work.message.isProblem ? styles.trouble : styles.said}>{work.message.text}</output>
      )}
      {work.found.length > 0 && (
        <ul className={styles.models} aria-label="Found on this machine">
          {work.found.map((entry) => (
            <li key={entry.id} className={styles.model}>
              <div className={styles.about}>
                <h3 className={styles.name}>{entry.title}</h3>
                <p className={styles.facts}>
                  {[entry.url || 'run by Mirror itself', ...describeWriter(entry)].join(' · ')}
                </p>
              </div>
              <Button onPress={() => void work.add(entry)}>Add</Button>
            </li>
          ))}
        </ul>
      )}
      {all.length > 0 ? (
        <ul className={styles.models} aria-label="Models behind a server">
          {all.map((writer) => (
            <WriterRow
              key={writer.id}
              writer={writer}
              work={work}
              onChange={() => setOpen({ given: writer, kept: writer })}
            />
          ))}
        </ul>
      ) : (
        <p className={styles.none}>None is added. Everything works without.</p>
      )}
      {isSpending && <BudgetForm key={JSON.stringify(budget)} budget={budget} onSet={setBudget} />}
      {open && <WriterForm {...open} all={all} onClose={() => setOpen(undefined)} onSaved={work.saved} />}
    </section>
  );
}
