import { useState } from 'react';
import { capitalize, formatClock, formatCount } from '../format.ts';
import { GroundsLine } from '../parts/GroundsLine.tsx';
import { Icon } from '../parts/Icon.tsx';
import { FoldButton } from './FoldButton.tsx';
import type { Told, ToldGroup } from './list-told.ts';
import styles from './ToldList.module.css';

interface Props {
  readonly label: string;
  readonly groups: readonly ToldGroup[];
  readonly pickedId: string | undefined;
  readonly onPick: (told: Told) => void;
}

/** What was understood in a recording; unsure things are folded at the end. The one picked shows its words. */
export function ToldList({ label, groups, pickedId, onPick }: Props) {
  const [showsUnsure, setShowsUnsure] = useState(false);
  const unsure = groups.flatMap(({ told }) => told).filter((one) => one.unsure).length;
  return (
    <section className={styles.list} aria-label={label}>
      {groups.map((group) => {
        const shown = group.told.filter((one) => showsUnsure || !one.unsure);
        return (
          <section key={group.name} className={styles.group} aria-label={group.name}>
            <h2 className={styles.name}>
              <Icon name={group.icon} size={14} />
              {group.name} <span className={styles.count}>{formatCount(shown.length)}</span>
            </h2>
            <ul>
              {shown.map((one) => (
                <li key={one.id} className={styles.item} data-picked={one.id === pickedId}>
                  <button
                    type="button"
                    className={styles.told}
                    data-unsure={one.unsure}
                    aria-pressed={one.id === pickedId}
                    onClick={() => onPick(one)}
                  >
                    <span className={styles.clock}>{formatClock(one.startMs)}</span>
                    <span className={styles.text}>
                      <span>{capitalize(one.label)}</span>
                      {one.detail && <span className={styles.detail}>{one.detail}</span>}
                    </span>
                  </button>
                  {one.id === pickedId && (
                    <div className={styles.words}>
                      {one.quote && <blockquote className={styles.quote}>“{one.quote}”</blockquote>}
                      <GroundsLine grounds={one} />
                    </div>
                  )}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      <FoldButton count={unsure} word="unsure" isOpen={showsUnsure} onToggle={() => setShowsUnsure(!showsUnsure)} />
    </section>
  );
}
