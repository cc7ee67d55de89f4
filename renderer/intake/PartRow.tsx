// One part of what was given: what it is, whether it is taken in, and for a log how it is read.
import { useId } from 'react';
import type { PartKind } from '../../src/domain/intake.ts';
import { countOf } from '../format.ts';
import { Icon, type IconName } from '../parts/Icon.tsx';
import { Choice } from '../recorder/Field.tsx';
import styles from './IntakeDialog.module.css';
import { useIntake } from './intake-context.ts';
import type { PartDraft } from './intake-store.ts';
import { LogCheck } from './LogCheck.tsx';
import { saySize } from './say-size.ts';

const KINDS: Readonly<Record<PartKind, { readonly words: string; readonly icon: IconName }>> = {
  recording: { words: 'Recording', icon: 'film' },
  log: { words: 'Event log', icon: 'table' },
  activity: { words: 'Windows (ActivityWatch)', icon: 'window' },
  document: { words: 'Document', icon: 'list' },
};

export function PartRow({ draft, isOnly }: { readonly draft: PartDraft; readonly isOnly: boolean }) {
  const { change } = useIntake();
  const id = useId();
  const { part, as, isIn } = draft;
  const { name, files, sizeBytes, canBe, missing } = part;
  const beside = files.length > 1 ? `with ${files.slice(1).map(baseOf).join(' and ')}` : undefined;
  const about = [
    saySize(sizeBytes),
    beside,
    as === 'recording' && part.kind === 'document' ? 'its words as narration' : undefined,
  ];
  return (
    <li className={styles.part} data-in={isIn}>
      <div className={styles.head}>
        <input
          id={id}
          type="checkbox"
          checked={isIn}
          disabled={missing !== null}
          onChange={(event) => change(part.part, { isIn: event.currentTarget.checked })}
        />
        <Icon name={KINDS[as].icon} size={15} />
        <label htmlFor={id} className={styles.name} title={files[0]}>
          {name}
        </label>
        {canBe.length > 1 ? (
          <Choice
            label={`Take ${name} in as`}
            isQuiet
            value={as}
            onChange={(kind) => change(part.part, { as: canBe.find((each) => each === kind) ?? as })}
            options={canBe.map((kind) => ({
              value: kind,
              label: kind === 'recording' ? 'Words of a recording' : KINDS[kind].words,
            }))}
          />
        ) : (
          <span className={styles.kind}>{KINDS[as].words}</span>
        )}
      </div>
      <p className={styles.about}>{about.filter(Boolean).join(' · ')}</p>
      {missing !== null && <p className={styles.missing}>Cannot be added: {missing}.</p>}
      {isIn && as === 'activity' && draft.preview && (
        <p className={styles.about}>
          {countOf(draft.preview.events ?? 0, 'change')} of windows; a recording without words
        </p>
      )}
      {isIn && as === 'log' && <LogCheck draft={draft} isOpen={isOnly} />}
    </li>
  );
}

const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
