// One step, opened: its words, how it is known, and everything that can be put right about it.
import { type ReactNode, useState } from 'react';
import type { Command } from '../../src/domain/correction.ts';
import type { Step } from '../../src/domain/extraction.ts';
import type { ProcessId } from '../../src/domain/ids.ts';
import { setField } from '../corrections/command-for.ts';
import { useCorrect } from '../corrections/use-correct.ts';
import { capitalize } from '../format.ts';
import { Button } from '../parts/Button.tsx';
import { GroundsLine } from '../parts/GroundsLine.tsx';
import { Icon, type IconName } from '../parts/Icon.tsx';
import { InlineEdit } from '../parts/InlineEdit.tsx';
import { listWords } from './list-cuts.ts';
import { SplitEditor } from './SplitEditor.tsx';
import styles from './StepEditor.module.css';

interface Props {
  readonly processId: ProcessId;
  readonly step: Step;
  /** What is listed before and after it. */
  readonly before: Step | undefined;
  readonly after: Step | undefined;
  /** All steps, for the names they use. */
  readonly known: readonly Step[];
}

export function StepEditor({ processId, step, before, after, known }: Props) {
  const { apply } = useCorrect(processId);
  const [isSplitting, setIsSplitting] = useState(false);
  const canSplit = listWords(step).length > 1;
  const speech = step.evidence.find((ref) => ref.kind === 'speech');
  return (
    <div className={styles.editor}>
      {speech && <blockquote className={styles.quote}>“{speech.quote}”</blockquote>}
      <GroundsLine grounds={step} />
      <dl className={styles.fields}>
        <Field name="Name">
          <InlineEdit
            action="Rename the step"
            value={step.label}
            onSave={(label) => apply({ do: 'rename', elements: [step.id], logLabel: null, label })}
          >
            {capitalize(step.label)}
          </InlineEdit>
        </Field>
        {FIELDS.map(({ field, name }) => (
          <Field key={field} name={name}>
            <InlineEdit
              action={`Change the ${name.toLowerCase()}`}
              value={step[field] ?? ''}
              options={[...new Set(known.flatMap((one) => one[field] ?? []))].toSorted()}
              canClear
              onSave={(text) => apply(setField([step.id], field, text))}
            >
              {step[field] ?? <span className={styles.none}>not known</span>}
            </InlineEdit>
          </Field>
        ))}
      </dl>
      <div className={styles.acts}>
        <Act processId={processId} icon="up" command={before && move(step, 'before', before)}>
          Move up
        </Act>
        <Act processId={processId} icon="below" command={after && move(step, 'after', after)}>
          Move down
        </Act>
        <Act
          processId={processId}
          icon="join"
          command={after && { do: 'merge', elements: [step.id, after.id], label: step.label }}
        >
          Merge with next
        </Act>
        <Button
          kind="quiet"
          isDisabled={!canSplit}
          isPressed={isSplitting}
          onPress={() => setIsSplitting(!isSplitting)}
        >
          <Icon name="cut" size={14} />
          Split…
        </Button>
        <Act processId={processId} icon="trash" command={{ do: 'delete', elements: [step.id] }}>
          Leave out
        </Act>
      </div>
      {isSplitting && <SplitEditor processId={processId} step={step} onClose={() => setIsSplitting(false)} />}
    </div>
  );
}

const FIELDS = [
  { field: 'actor', name: 'Role' },
  { field: 'system', name: 'System' },
  { field: 'artifact', name: 'Artifact' },
] as const;

const move = (step: Step, place: 'before' | 'after', other: Step): Command => ({
  do: 'reorder',
  element: step.id,
  place,
  other: other.id,
});

function Field({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles.field}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface ActProps {
  readonly processId: ProcessId;
  readonly icon: IconName;
  /** Absent where there is nothing to do it with. */
  readonly command: Command | undefined;
  readonly children: string;
}

function Act({ processId, icon, command, children }: ActProps) {
  const { apply, isBusy } = useCorrect(processId);
  return (
    <Button kind="quiet" isDisabled={isBusy || !command} onPress={() => command && void apply(command)}>
      <Icon name={icon} size={14} />
      {children}
    </Button>
  );
}
