import { useEffect, useState } from 'react';
import { useView } from '../view-store.ts';
import { Icon } from './Icon.tsx';
import styles from './Toasts.module.css';

/** Long enough to read a line and reach for its button. */
const SHOWN_MS = 9000;

/** Says what was just done, with a way back; nothing waits for it, and it stays while somebody is at it. */
export function Toasts() {
  const { toast, dropToast } = useView((state) => state);
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => {
    if (!toast || isHeld) return;
    const timer = setTimeout(dropToast, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [toast, isHeld, dropToast]);
  const { action } = toast ?? {};
  return (
    <div className={styles.region} aria-live="polite" aria-atomic="true">
      {toast && (
        <div
          className={styles.toast}
          data-tone={toast.tone}
          onPointerEnter={() => setIsHeld(true)}
          onPointerLeave={() => setIsHeld(false)}
          onFocus={() => setIsHeld(true)}
          onBlur={() => setIsHeld(false)}
        >
          <Icon name={toast.tone === 'done' ? 'check' : 'warning'} size={15} />
          <span className={styles.text}>{toast.text}</span>
          {action && (
            <button
              type="button"
              className={styles.action}
              onClick={() => {
                setIsHeld(false);
                dropToast();
                action.run();
              }}
            >
              {action.label}
            </button>
          )}
          <button
            type="button"
            className={styles.close}
            aria-label="Close this note"
            onClick={() => {
              setIsHeld(false);
              dropToast();
            }}
          >
            <Icon name="close" size={14} />
          </button>
        </div>
      )}
    </div>
  );
}
