// Recordings that an earlier run left behind and this one saved: told once, each with its receipt.
import { useState } from 'react';
import { Link } from 'wouter';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import { recordingPath } from '../route.ts';
import { ReceiptHead } from './ReceiptCard.tsx';
import { ReceiptView } from './ReceiptView.tsx';
import styles from './RecoveredNotes.module.css';
import { useRecorderView } from './recorder-context.ts';

const KEPT_AS = 'mirror.recorder.told';

export default function RecoveredNotes() {
  const recovered = useRecorderView((view) => view.recovered);
  const [told, setTold] = useState(readTold);
  const news = recovered.filter(({ recordingId }) => !told.includes(recordingId));
  if (news.length === 0) return null;
  const tell = (id: string): void => {
    const next = [...told, id];
    // Only those of this run of Mirror can come again.
    localStorage.setItem(
      KEPT_AS,
      next.filter((one) => recovered.some((receipt) => receipt.recordingId === one)).join(' '),
    );
    setTold(next);
  };
  return (
    <section className={styles.notes} aria-label="Recovered recordings">
      {news.map((receipt) => (
        <article key={receipt.recordingId} className={styles.note}>
          <ReceiptHead receipt={receipt}>
            <Button kind="quiet" label="Close this note" onPress={() => tell(receipt.recordingId)}>
              <Icon name="close" size={14} />
            </Button>
          </ReceiptHead>
          <div className={styles.more}>
            <Link
              href={recordingPath(receipt.recordingId)}
              className={styles.watch}
              onClick={() => tell(receipt.recordingId)}
            >
              Watch it
            </Link>
            <details className={styles.receipt}>
              <summary>Receipt</summary>
              <ReceiptView receipt={receipt} />
            </details>
          </div>
        </article>
      ))}
    </section>
  );
}

const readTold = (): string[] => (localStorage.getItem(KEPT_AS) ?? '').split(' ').filter((id) => id !== '');
