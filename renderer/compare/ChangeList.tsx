import { useEffect, useRef, useState } from 'react';
import type { Change, Comparison } from '../../src/domain/comparison.ts';
import { countOf, formatCount } from '../format.ts';
import { EvidenceList } from '../panel/EvidenceList.tsx';
import { EmptyNote } from '../parts/EmptyNote.tsx';
import styles from './ChangeList.module.css';
import { CERTAINTY_WORDS, describeSign, splitEvidence } from './change-words.ts';
import { Definitions } from './Definitions.tsx';

interface Props {
  readonly comparison: Comparison;
  readonly selectedId: string | undefined;
  readonly onSelect: (id: string | undefined) => void;
}

/** Every change as a sentence, the surest and largest first; the one that is open shows its evidence. */
export function ChangeList({ comparison, selectedId, onSelect }: Props) {
  const { changes, steady, definitions } = comparison;
  const [shown, setShown] = useState(AT_ONCE);
  const list = useRef<HTMLDivElement>(null);
  const place = changes.findIndex(({ id }) => id === selectedId);
  const visible = changes.slice(0, Math.max(shown, place + 1));
  useEffect(() => {
    if (place >= 0) list.current?.querySelector('[aria-expanded=true]')?.scrollIntoView({ block: 'nearest' });
  }, [place]);
  if (changes.length === 0) {
    return (
      <EmptyNote icon="check" title="No difference was found">
        {countOf(steady, 'activity or transition', 'activities and transitions')} are the same on both sides, as far as
        their cases can tell.
      </EmptyNote>
    );
  }
  return (
    <div ref={list}>
      {CERTAINTIES.map((certainty) => {
        const group = visible.filter((change) => change.certainty === certainty);
        const all = changes.filter((change) => change.certainty === certainty).length;
        if (group.length === 0) return null;
        return (
          <section key={certainty} className={styles.group}>
            <h3 className={styles.heading}>
              {CERTAINTY_WORDS[certainty]} <span className={styles.count}>{formatCount(all)}</span>
            </h3>
            <ul>
              {group.map((change) => (
                <ChangeRow
                  key={change.id}
                  change={change}
                  comparison={comparison}
                  isOpen={change.id === selectedId}
                  onToggle={() => onSelect(change.id === selectedId ? undefined : change.id)}
                />
              ))}
            </ul>
          </section>
        );
      })}
      {visible.length < changes.length && (
        <button type="button" className={styles.more} onClick={() => setShown(visible.length + AT_ONCE)}>
          Show {formatCount(Math.min(AT_ONCE, changes.length - visible.length))} more of {formatCount(changes.length)}
        </button>
      )}
      <p className={styles.steady}>
        {countOf(steady, 'activity or transition', 'activities and transitions')} without a clear change.
      </p>
      <Definitions definitions={definitions} />
    </div>
  );
}

const AT_ONCE = 40;
const CERTAINTIES = ['clear', 'untested', 'unclear', 'few'] as const;

interface RowProps {
  readonly change: Change;
  readonly comparison: Comparison;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function ChangeRow({ change, comparison, isOpen, onToggle }: RowProps) {
  const { mark, words } = describeSign(change, comparison);
  return (
    <li className={styles.item}>
      <button type="button" className={styles.row} aria-expanded={isOpen} onClick={onToggle}>
        <span className={styles.sign} data-change={mark}>
          {words}
        </span>
        <span className={styles.sentence}>{change.sentence}</span>
      </button>
      {isOpen && <Evidence change={change} comparison={comparison} />}
    </li>
  );
}

/** Of one side at a time; the one that has something to show comes first. */
function Evidence({ change, comparison }: Pick<RowProps, 'change' | 'comparison'>) {
  const sides = splitEvidence(change, comparison);
  const [picked, setPicked] = useState<string>();
  const shown = sides.find(({ title }) => title === picked) ?? sides.findLast(({ refs }) => refs.length > 0);
  if (!shown) return <p className={styles.none}>Every event of the cases speaks for it.</p>;
  return (
    <div className={styles.evidence}>
      <fieldset className={styles.tabs} aria-label="Evidence of which side">
        {sides.map(({ title, refs }) => (
          <button
            key={title}
            type="button"
            className={styles.tab}
            aria-pressed={title === shown.title}
            disabled={refs.length === 0}
            onClick={() => setPicked(title)}
          >
            {title}
            {refs.length === 0 && ': not there'}
          </button>
        ))}
      </fieldset>
      <EvidenceList key={shown.title} refs={shown.refs} />
    </div>
  );
}
