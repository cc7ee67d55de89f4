import { useState } from 'react';
import type { ProcessSummary } from '../../src/domain/views.ts';
import { capitalize } from '../format.ts';
import { Choice, Field } from '../recorder/Field.tsx';
import styles from './IntakeDialog.module.css';

interface Props {
  readonly processes: readonly ProcessSummary[];
  readonly value: string;
  readonly onChange: (process: string) => void;
}

/** A process there is, or a new one by its name. */
export function ProcessChoice({ processes, value, onChange }: Props) {
  const [isNew, setIsNew] = useState(false);
  const names = processes.map(({ process }) => process.name);
  if (names.length === 0) return <NewProcess value={value} onChange={onChange} />;
  const choose = (id: string): void => {
    setIsNew(id === NEW);
    onChange(id === NEW ? '' : (names[Number(id)] ?? ''));
  };
  const options = [
    { value: '', label: 'Choose…' },
    ...names.map((name, at) => ({ value: String(at), label: capitalize(name) })),
    { value: NEW, label: 'A new process…' },
  ];
  const at = names.indexOf(value);
  return (
    <div className={styles.person}>
      <Choice label="Process" value={isNew ? NEW : at < 0 ? '' : String(at)} onChange={choose} options={options} />
      {isNew && <NewProcess value={value} onChange={onChange} />}
    </div>
  );
}

const NEW = 'new';

function NewProcess({ value, onChange }: Pick<Props, 'value' | 'onChange'>) {
  return (
    <Field
      label="Name of the new process"
      value={value}
      onChange={onChange}
      placeholder="For example: customer onboarding"
    />
  );
}
