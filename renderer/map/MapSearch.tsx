import { useEffect, useRef, useState } from 'react';
import { ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import type { Activity } from '../../src/domain/graph.ts';
import type { ActivityId } from '../../src/domain/ids.ts';
import { capitalize, formatCount } from '../format.ts';
import { Icon } from '../parts/Icon.tsx';
import parts from '../parts/SearchField.module.css';
import styles from './MapSearch.module.css';

interface Props {
  readonly activities: readonly Activity[];
  readonly onPick: (id: ActivityId) => void;
}

/** Finds an activity by its label; the slash key comes here from anywhere on the screen. */
export function MapSearch({ activities, onPick }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  // A pick makes a new box: emptied, closed, and with no choice left in it.
  const [picks, setPicks] = useState(0);
  useSlashKey(input);
  const sorted = activities.toSorted((a, b) => b.count - a.count);
  return (
    <ComboBox
      key={picks}
      ref={box}
      aria-label="Find an activity"
      className={`${parts.field} ${styles.search}`}
      onSelectionChange={(key) => {
        if (key === null) return;
        setPicks(picks + 1);
        // The keys of the list are the activities' ids.
        onPick(key as ActivityId);
      }}
      defaultItems={sorted}
    >
      <Icon name="search" size={14} />
      <Input ref={input} className={parts.input} placeholder="Find an activity" aria-keyshortcuts="/" />
      <kbd className={parts.key} aria-hidden="true">
        /
      </kbd>
      <Popover className={styles.popover} triggerRef={box} placement="bottom start" offset={6}>
        <ListBox className={styles.list} renderEmptyState={() => <p className={styles.none}>No such activity</p>}>
          {(activity: Activity) => (
            <ListBoxItem id={activity.id} textValue={activity.label} className={styles.item}>
              <span>{capitalize(activity.label)}</span>
              <span className={styles.count}>{formatCount(activity.count)}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

function useSlashKey(input: { readonly current: HTMLInputElement | null }): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isTyping = event.target instanceof HTMLElement && event.target.matches('input:not([type=range]), textarea');
      if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [input]);
}
