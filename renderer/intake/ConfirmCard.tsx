// What was given, as Mirror understands it: a person says where it goes, and puts right what is not so.
import { useState } from 'react';
import { Heading } from 'react-aria-components';
import { useStore } from 'zustand';
import { readProblem } from '../../src/api/client.ts';
import { capitalize, countOf } from '../format.ts';
import { Button } from '../parts/Button.tsx';
import { Field } from '../recorder/Field.tsx';
import { useProcesses } from '../use-mirror.ts';
import styles from './IntakeDialog.module.css';
import { useIntake } from './intake-context.ts';
import { type IntakeState, whatIsOpen } from './intake-store.ts';
import { NoteList } from './NoteList.tsx';
import { PartRow } from './PartRow.tsx';
import { ProcessChoice } from './ProcessChoice.tsx';

type Confirming = Extract<IntakeState, { stage: 'confirming' }>;

export function ConfirmCard({ state: { drafts, skipped, error } }: { readonly state: Confirming }) {
  const intake = useIntake();
  const processId = useStore(intake.target, (target) => target.processId);
  const processes = useProcesses().data ?? [];
  const known = processes.find(({ process }) => process.id === processId)?.process.name;
  const [typed, setTyped] = useState<string>();
  const [actor, setActor] = useState('');
  const [role, setRole] = useState('');
  const process = typed ?? known ?? '';
  const open = whatIsOpen(drafts, process);
  const chosen = drafts.filter(({ isIn }) => isIn);
  const hasPerson = chosen.some(({ as }) => as === 'recording' || as === 'activity');
  const problem = error === undefined ? undefined : readProblem(error);
  const notes = skipped.map(({ path, why }) => `${path}: ${why}`);
  return (
    <form
      className={styles.confirm}
      onSubmit={(event) => {
        event.preventDefault();
        if (open === undefined) intake.submit({ process, actor, role });
      }}
    >
      <div className={styles.scroll}>
        <Heading slot="title" className={styles.title}>
          {drafts.length === 0
            ? 'Nothing here can be taken in'
            : known
              ? `Add to “${capitalize(known)}”`
              : 'Add to a process'}
        </Heading>
        {error !== undefined && (
          <p className={styles.problem} role="alert">
            {problem ? `${problem.title}. ${problem.hint}` : 'That failed, and nothing was taken in. Try again.'}
          </p>
        )}
        {drafts.length > 0 && known === undefined && (
          <ProcessChoice processes={processes} value={process} onChange={setTyped} />
        )}
        {hasPerson && (
          <div className={styles.person}>
            <Field
              label="Who is recorded"
              value={actor}
              onChange={setActor}
              placeholder="Optional"
              autoComplete="name"
            />
            <Field label="Their role" value={role} onChange={setRole} placeholder="For example: order clerk" />
          </div>
        )}
        <ul className={styles.parts} aria-label="What you gave">
          {drafts.map((draft) => (
            <PartRow key={draft.part.part} draft={draft} isOnly={drafts.length === 1} />
          ))}
        </ul>
        <NoteList title={drafts.length === 0 ? 'Why' : 'Left out'} notes={notes} />
      </div>
      <div className={styles.foot}>
        <p className={styles.open} aria-live="polite">
          {drafts.length > 0 && open}
        </p>
        <Button onPress={intake.close}>{drafts.length === 0 ? 'Close' : 'Cancel'}</Button>
        {drafts.length > 0 && (
          <button type="submit" className={styles.submit} disabled={open !== undefined}>
            Add {countOf(chosen.length, 'item')}
          </button>
        )}
      </div>
    </form>
  );
}
