// What is never recorded: the list, a line to add to it, and whether anything watches for it.
import { useState } from 'react';
import type { ExclusionRule, WindowWatch } from '../../src/domain/capture.ts';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import styles from './ExclusionList.module.css';
import { Choice, Field, Trouble } from './Field.tsx';
import { useRecorder, useRecorderView } from './recorder-context.ts';

const BY = { app: 'Program', title: 'Window title', url: 'Page' } as const;

/** What most people would not want in a recording. */
const USUAL: readonly ExclusionRule[] = [
  { by: 'app', pattern: 'KeePass*' },
  { by: 'app', pattern: '1Password*' },
  { by: 'app', pattern: 'Bitwarden*' },
  { by: 'title', pattern: '*Private Browsing*' },
  { by: 'title', pattern: '*Incognito*' },
];

const isSame = (a: ExclusionRule, b: ExclusionRule): boolean =>
  a.by === b.by && a.pattern.toLowerCase() === b.pattern.toLowerCase();

export function ExclusionList() {
  const { actions } = useRecorder();
  const preparation = useRecorderView((view) => view.preparation);
  if (!preparation) return null;
  const { exclusions: rules, windows } = preparation;
  const add = (rule: ExclusionRule): void => {
    if (!rules.some((one) => isSame(one, rule))) void actions.setExclusions([...rules, rule]);
  };
  const missing = USUAL.filter((rule) => !rules.some((one) => isSame(one, rule)));
  return (
    <div className={styles.exclusions}>
      <WatchNote windows={windows} />
      {rules.length > 0 && (
        <ul className={styles.list} aria-label="Not recorded">
          {rules.map((rule) => (
            <li key={`${rule.by} ${rule.pattern}`} className={styles.rule}>
              <span className={styles.by}>{BY[rule.by]}</span>
              <span className={styles.pattern}>{rule.pattern}</span>
              <button
                type="button"
                className={styles.remove}
                aria-label={`Record ${rule.pattern} again`}
                title={`Record ${rule.pattern} again`}
                onClick={() => void actions.setExclusions(rules.filter((one) => !isSame(one, rule)))}
              >
                <Icon name="close" size={12} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <AddRule onAdd={add} />
      {missing.length > 0 && (
        <div className={styles.usual}>
          <span>Often left out:</span>
          {missing.map((rule) => (
            <button key={rule.pattern} type="button" className={styles.offer} onClick={() => add(rule)}>
              <Icon name="plus" size={12} />
              {rule.pattern.replaceAll('*', '')}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

function WatchNote({ windows: { state, words } }: { readonly windows: WindowWatch }) {
  if (state === 'watching' || state === 'starting') {
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
        options={Object.entries(BY).map(([value, label]) => ({ value, label }))}
      />
      <Field
        label="Its name"
        value={pattern}
        onChange={setPattern}
        placeholder={by === 'url' ? '*bank.example*' : by === 'title' ? '*payroll*' : 'KeePass'}
      />
      <Button onPress={add} isDisabled={pattern.trim() === ''}>
        Add
      </Button>
    </div>
  );
}
