// The way to everything that was ever said, shown or written: a field in the bar, and Ctrl+K from anywhere.
import { lazy, Suspense, useEffect, useState } from 'react';
import { Icon } from '../parts/Icon.tsx';
import { useFetchAhead } from '../use-fetch-ahead.ts';
import styles from './SearchPlace.module.css';

const loadDialog = () => import('./SearchDialog.tsx');
const SearchDialog = lazy(loadDialog);

export function SearchPlace() {
  const [isOpen, setIsOpen] = useState(false);
  useFetchAhead(loadDialog);
  useSearchKey(() => setIsOpen(true));
  return (
    <>
      <button
        type="button"
        className={styles.field}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setIsOpen(true)}
      >
        <Icon name="search" size={14} />
        <span className={styles.words}>Search everything</span>
        <kbd className={styles.key} aria-hidden="true">
          {isApple ? '⌘K' : 'Ctrl K'}
        </kbd>
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <SearchDialog onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** From anywhere, fields included: nobody types with it held down. */
function useSearchKey(open: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey)
        return;
      event.preventDefault();
      // Another dialog waits for an answer.
      if (document.querySelector('[role=dialog], [role=alertdialog]') === null) open();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
}
