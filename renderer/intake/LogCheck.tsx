// How an event log would be read: a person confirms it, or says otherwise; what they say wins.
import { useState } from 'react';
import { readProblem } from '../../src/api/client.ts';
import type { LogPreview, LogRole } from '../../src/domain/intake.ts';
import type { LogChoices } from '../../src/domain/source.ts';
import { countOf } from '../format.ts';
import { Button } from '../parts/Button.tsx';
import { Choice } from '../recorder/Field.tsx';
import { FirstEvents, FirstRows } from './LogTables.tsx';
import styles from './LogCheck.module.css';
import { useIntake } from './intake-context.ts';
import type { PartDraft } from './intake-store.ts';
import { NoteList } from './NoteList.tsx';

export function LogCheck({ draft, isOpen }: { readonly draft: PartDraft; readonly isOpen: boolean }) {
  const { preview, error } = draft;
  const [isShown, setIsShown] = useState<boolean>();
  if (error !== undefined) {
    const problem = readProblem(error);
    return (
      <p className={styles.problem} role="alert">
        {problem ? `${problem.title}. ${problem.hint}` : 'This log could not be looked into.'}
      </p>
    );
  }
  if (preview === undefined) return <output className={styles.words}>Looking into the log…</output>;
  const isQuestion = preview.problem !== null;
  const shows = isQuestion || (isShown ?? (isOpen && preview.csv !== null));
  return (
    <div className={styles.check}>
      <p className={styles.words}>
        {say(preview)}
        {!isQuestion && (
          <Button kind="quiet" isPressed={shows} onPress={() => setIsShown(!shows)}>
            How it is read
          </Button>
        )}
      </p>
      {preview.problem && (
        <p className={styles.problem} role="alert">
          {preview.problem.title}. {sayHint(preview)}
        </p>
      )}
      {/* Columns are told by what is in them, so the rows stand first where they are asked for. */}
      {isQuestion && <FirstRows preview={preview} />}
      {shows && <Choices draft={draft} preview={preview} />}
      {shows && !isQuestion && <FirstEvents preview={preview} />}
      <NoteList title="Notes" notes={preview.warnings} />
    </div>
  );
}

function say({ format, events, cases, encoding }: LogPreview): string {
  const name = format === 'csv' ? 'CSV' : format === 'activitywatch' ? 'ActivityWatch' : format.toUpperCase();
  if (events === null) return `${name}${encoding ? `, ${encoding}` : ''}`;
  return `${name}: ${countOf(events, 'event')}${cases === null ? '' : ` of ${countOf(cases, 'case')}`}`;
}

/** The core's hint names options of the terminal, which stand below as fields here. */
const sayHint = ({ problem, csv }: LogPreview): string =>
  csv && problem?.hint.includes('--') ? 'Choose it below.' : (problem?.hint ?? '');

const ROLES: readonly (readonly [role: LogRole, label: string, isNeeded: boolean])[] = [
  ['case', 'Case', true],
  ['activity', 'Activity', true],
  ['timestamp', 'Time (or end)', true],
  ['start', 'Start', false],
  ['resource', 'Person', false],
  ['role', 'Role', false],
];

const DELIMITERS = [
  { value: '', label: 'As found' },
  { value: ',', label: 'Commas' },
  { value: ';', label: 'Semicolons' },
  { value: 'tab', label: 'Tabs' },
  { value: '|', label: 'Bars' },
];

function Choices({ draft, preview }: { readonly draft: PartDraft; readonly preview: LogPreview }) {
  const { change } = useIntake();
  const { part, columns, choices } = draft;
  const { csv, xes, ocel } = preview;
  const choose = (some: LogChoices): void => change(part.part, { choices: { ...choices, ...some } });
  return (
    <div className={styles.choices}>
      {csv &&
        ROLES.map(([role, label, isNeeded]) => {
          const found = csv.columns.find((each) => each.role === role)?.column;
          const none = isNeeded ? (found ? `As found: ${found}` : 'Choose…') : found ? `As found: ${found}` : 'None';
          return (
            <Choice
              key={role}
              label={label}
              value={columns[role] ?? ''}
              onChange={(column) =>
                change(part.part, { columns: { ...columns, [role]: column === '' ? undefined : column } })
              }
              options={[{ value: '', label: none }, ...csv.header.map((name) => ({ value: name, label: name }))]}
            />
          );
        })}
      {csv && (
        <Choice
          label="Fields are parted by"
          value={choices.delimiter ?? ''}
          onChange={(delimiter) => choose({ delimiter: delimiter || undefined })}
          options={DELIMITERS}
        />
      )}
      {csv && (
        <Choice
          label="Dates are"
          value={choices.dateFormat ?? ''}
          onChange={(dateFormat) => choose({ dateFormat: dateFormat || undefined })}
          options={[
            { value: '', label: csv.dateFormats.timestamp ? `As found: ${csv.dateFormats.timestamp}` : 'As found' },
            { value: 'dmy', label: 'Day first (02.03.2026)' },
            { value: 'mdy', label: 'Month first (03/02/2026)' },
            { value: 'iso', label: 'Year first (2026-03-02)' },
            { value: 'excel', label: 'Days counted by Excel' },
            { value: 'seconds', label: 'Seconds since 1970' },
            { value: 'milliseconds', label: 'Milliseconds since 1970' },
          ]}
        />
      )}
      {xes && xes.classifiers.length > 0 && (
        <Choice
          label="Activities are made by"
          value={choices.classifier ?? ''}
          onChange={(classifier) => choose({ classifier: classifier || undefined })}
          options={[
            { value: '', label: 'concept:name' },
            ...xes.classifiers.map(({ name, keys }) => ({ value: name, label: `${name} (${keys.join(' + ')})` })),
          ]}
        />
      )}
      {ocel && (
        <Choice
          label="A case is"
          value={choices.objectType ?? ocel.objectType}
          onChange={(objectType) => choose({ objectType })}
          options={ocel.objectTypes.map(({ objectType, objects }) => ({
            value: objectType,
            label: `${objectType} (${countOf(objects, 'object')})`,
          }))}
        />
      )}
    </div>
  );
}
