import { useId } from 'react';
import type { SideChoices } from '../../src/domain/comparison.ts';
import type { ProcessId } from '../../src/domain/ids.ts';
import { capitalize } from '../format.ts';
import styles from './SidePicker.module.css';
import { listKinds, SIDE_WORDS, type SideDraft, type SideKind, startSide } from './side-draft.ts';

interface Props {
  readonly title: string;
  readonly processId: ProcessId;
  readonly choices: SideChoices;
  readonly draft: SideDraft;
  readonly onChange: (draft: SideDraft) => void;
}

/** One side of a comparison: what kind of graph, and which one. */
export function SidePicker({ title, processId, choices, draft, onChange }: Props) {
  return (
    <fieldset className={styles.side}>
      <legend className={styles.title}>{title}</legend>
      <select
        className={styles.field}
        aria-label={`${title}: what it shows`}
        value={draft.kind}
        // The options are the kinds.
        onChange={(event) => onChange(startSide(event.target.value as SideKind, choices, processId))}
      >
        {listKinds(choices).map((kind) => (
          <option key={kind} value={kind}>
            {SIDE_WORDS[kind]}
          </option>
        ))}
      </select>
      <Which title={title} processId={processId} choices={choices} draft={draft} onChange={onChange} />
    </fieldset>
  );
}

function Which({ title, processId, choices, draft, onChange }: Props) {
  const { kind } = draft;
  if (kind === 'period') return <Span title={title} draft={draft} onChange={onChange} type="date" />;
  if (kind === 'variants') {
    return <Span title={title} draft={draft} onChange={onChange} type="number" max={choices.variants} />;
  }
  const options = listOptions(kind, choices, processId);
  if (!options) return null;
  return (
    <select
      className={styles.field}
      aria-label={`${title}: which`}
      value={draft.value}
      onChange={(event) => onChange({ ...draft, value: event.target.value })}
    >
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {capitalize(label)}
        </option>
      ))}
    </select>
  );
}

type Option = { readonly value: string; readonly label: string };

function listOptions(kind: SideKind, choices: SideChoices, processId: ProcessId): readonly Option[] | undefined {
  const same = (names: readonly string[]): Option[] => names.map((name) => ({ value: name, label: name }));
  const lists: Partial<Record<SideKind, readonly Option[]>> = {
    approved: choices.approvals
      .filter(({ withdrawnAtMs }) => withdrawnAtMs === null)
      .map(({ id, name }) => ({ value: id, label: name })),
    role: same(choices.roles),
    resource: same(choices.resources),
    activity: same(choices.activities),
    process: choices.processes.filter(({ id }) => id !== processId).map(({ id, name }) => ({ value: id, label: name })),
  };
  return lists[kind];
}

interface SpanProps extends Pick<Props, 'title' | 'draft' | 'onChange'> {
  readonly type: 'date' | 'number';
  readonly max?: number;
}

/** From and to, both included. */
function Span({ title, draft, onChange, type, max }: SpanProps) {
  const id = useId();
  const bounds = type === 'number' ? { min: 1, max } : {};
  return (
    <span className={styles.span}>
      {(['from', 'to'] as const).map((end) => (
        <span key={end} className={styles.end}>
          <label htmlFor={`${id}-${end}`}>
            <span className="visually-hidden">{title}, </span>
            {end}
          </label>
          <input
            id={`${id}-${end}`}
            className={styles.field}
            type={type}
            {...bounds}
            value={draft[end]}
            onChange={(event) => onChange({ ...draft, [end]: event.target.value })}
          />
        </span>
      ))}
    </span>
  );
}
