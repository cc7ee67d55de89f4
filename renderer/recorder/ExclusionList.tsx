// What is never recorded: the list, a line to add to it, and whether anything watches for it.
import { useState } from 'react';
import type { ExclusionRule, WindowWatch } from '../../src/domain/capture.ts';
import { countOf } from '../format.ts';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import { canWatch } from './can-watch.ts';
import styles from './ExclusionList.module.css';
import { Choice, Field, Trouble } from './Field.tsx';
import { useRecorder, useRecorderView } from './recorder-context.ts';

const WAYS = [
  { by: 'app', label: 'Program', one: 'program', example: 'KeePass*' },
  { by: 'title', label: 'Window title', one: 'window title', example: '*payroll*' },
  { by: 'url', label: 'Page', one: 'page', example: '*bank.example*' },
] as const satisfies readonly { readonly by: ExclusionRule['by']; readonly [word: string]: string }[];

const isSame = (a: ExclusionRule, b: ExclusionRule): boolean =>
  a.by === b.by && a.pattern.toLowerCase() === b.pattern.toLowerCase();

export function ExclusionList() {
  const { actions } = useRecorder();
  const preparation = useRecorderView((view) => view.preparation);
  const [added, setAdded] = useState<ExclusionRule['by']>();
  if (!preparation) return null;
  const { exclusions: rules, windows } = preparation;
  const add = (rule: ExclusionRule): void => {
    setAdded(rule.by);
    if (!rules.some((one) => isSame(one, rule))) void actions.setExclusions([...rules, rule]);
  };
  const remove = (rule: ExclusionRule): void => void actions.setExclusions(rules.filter((one) => !isSame(one, rule)));
  return (
    <div className={styles.exclusions}>
      <WatchNote windows={windows} />
      {WAYS.map(({ by, one }) => (
        <RuleGroup
          key={by}
          one={one}
          // One's own before those that Mirror knows by itself.
          rules={rules.filter((rule) => rule.by === by).toReversed()}
          isOpen={added === by}
          onRemove={remove}
        />
      ))}
      <AddRule onAdd={add} />
    </div>
  );
}

interface GroupProps {
  readonly one: string;
  readonly rules: readonly ExclusionRule[];
  /** What was just added is to be seen. */
  readonly isOpen: boolean;
  readonly onRemove: (rule: ExclusionRule) => void;
}

/** Folded: Mirror knows some fifty stores of passwords and private windows by itself. */
function RuleGroup({ one, rules, isOpen, onRemove }: GroupProps) {
  if (rules.length === 0) return null;
  const count = countOf(rules.length, one);
  return (
    <details className={styles.group} open={isOpen || undefined}>
      <summary>{count}</summary>
      <ul className={styles.list} aria-label={`Not recorded: ${count}`}>
        {rules.map((rule) => (
          <li key={rule.pattern} className={styles.rule}>
            <span className={styles.pattern}>{rule.pattern}</span>
            <button
              type="button"
              className={styles.remove}
              aria-label={`Record ${rule.pattern} again`}
              title={`Record ${rule.pattern} again`}
              onClick={() => onRemove(rule)}
            >
              <Icon name="close" size={12} />
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

function WatchNote({ windows }: { readonly windows: WindowWatch }) {
  const { words } = windows;
  if (canWatch(windows)) {
    return (
      <p className={styles.note}>
        As soon as one of these is visible, in front or not, on any screen, picture and sound go blank before anything
        is stored. Each such gap is shown. {words}
      </p>
    );
  }
  const why = words === '' ? 'Windows cannot be watched on this machine.' : words;
  return (
    <Trouble>
      <span>
        <strong>Exclusions cannot act now.</strong> {why} Share a single window instead of a screen, or pause before you
        open something private.
      </span>
    </Trouble>
  );
}

function AddRule({ onAdd }: { readonly onAdd: (rule: ExclusionRule) => void }) {
  const [by, setBy] = useState<ExclusionRule['by']>('app');
  const [pattern, setPattern] = useState('');
  const add = (): void => {
    if (pattern.trim() === '') return;
    onAdd({ by, pattern: pattern.trim() });
    setPattern('');
  };
  return (
    // A form in a form is not allowed: Enter is taken here, and must not start the recording.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- its field and button have the roles
    <div
      className={styles.add}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
        event.preventDefault();
        add();
      }}
    >
      <Choice
        label="Leave out by"
        value={by}
        onChange={(value) => setBy(value as ExclusionRule['by'])}
        options={WAYS.map((way) => ({ value: way.by, label: way.label }))}
      />
      <Field
        label="Its name"
        value={pattern}
        onChange={setPattern}
        placeholder={WAYS.find((way) => way.by === by)?.example}
      />
      <Button onPress={add} isDisabled={pattern.trim() === ''}>
        Add
      </Button>
    </div>
  );
}
