// Which process is recorded: known ones are offered, a new one is typed.
import { type Ref, useId, useRef } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import type { ProcessSummary } from '../../src/domain/views.ts';
import { capitalize, countOf } from '../format.ts';
import { Icon } from '../parts/Icon.tsx';
import { useProcesses } from '../use-mirror.ts';
import field from './Field.module.css';
import styles from './ProcessField.module.css';

interface Props {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Shown when it was asked for and is still missing. */
  readonly complaint: string | undefined;
  readonly ref: Ref<HTMLInputElement>;
}

export function ProcessField({ value, onChange, complaint, ref }: Props) {
  const processes = useProcesses().data ?? [];
  const box = useRef<HTMLDivElement>(null);
  const note = useId();
  const known = processes.find(({ process }) => isSame(process.name, value));
  return (
    <ComboBox
      ref={box}
      className={field.field}
      allowsCustomValue
      menuTrigger="input"
      inputValue={value}
      onInputChange={onChange}
      isInvalid={complaint !== undefined}
      aria-describedby={note}
      defaultItems={processes.map(({ process }) => ({ id: process.name }))}
    >
      <Label className={field.label}>Process</Label>
      <div className={styles.combo}>
        <Input ref={ref} className={field.input} maxLength={200} placeholder="For example: customer onboarding" />
        {processes.length > 0 && (
          <Button className={styles.chevron} aria-label="Show all processes">
            <Icon name="down" size={14} />
          </Button>
        )}
      </div>
      <p id={note} className={field.hint} data-wrong={complaint !== undefined}>
        {complaint ? <strong className={styles.wrong}>{complaint}</strong> : describe(value, known)}
      </p>
      <Popover className={styles.popover} triggerRef={box} placement="bottom start" offset={4}>
        <ListBox className={styles.list}>
          {({ id }: { id: string }) => (
            <ListBoxItem id={id} textValue={id} className={styles.option}>
              {capitalize(id)}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

const isSame = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

function describe(value: string, known: ProcessSummary | undefined): string {
  if (value.trim() === '') return 'What the business calls it.';
  if (!known) return 'A new process: Mirror starts its map with this recording.';
  return `Joins ${known.recordings === 0 ? 'what is known of it' : countOf(known.recordings, 'other recording')}.`;
}
