// The end of a recording: what is there of it, and where to go from here.
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { Receipt } from '../../src/domain/capture.ts';
import { capitalize, countOf, formatMoment } from '../format.ts';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import { mapPath, recordingPath } from '../route.ts';
import styles from './ReceiptCard.module.css';
import { ReceiptView } from './ReceiptView.tsx';
import { useRecorder, useRecorderView } from './recorder-context.ts';

interface Props {
  readonly onRecordAnother: (process: string) => void;
}

export function ReceiptCard({ onRecordAnother }: Props) {
  const { actions } = useRecorder();
  const receipt = useRecorderView((view) => view.receipt);
  const stopped = useRecorderView((view) => view.health?.stopped);
  const [, navigate] = useLocation();
  if (!receipt) return null;
  const go = (path: string): void => {
    actions.close();
    navigate(path);
  };
  return (
    <div className={styles.card}>
      <div className={styles.body}>
        <ReceiptHead receipt={receipt} />
        {stopped && (
          <p className={styles.stopped} role="alert">
            <Icon name="warning" size={15} />
            {stopped}
          </p>
        )}
        <ReceiptView receipt={receipt} onLeave={actions.close} />
      </div>
      <footer className={styles.foot}>
        <Button kind="quiet" onPress={actions.close}>
          Close
        </Button>
        <span className={styles.space} />
        <Button onPress={() => onRecordAnother(receipt.intent.process)}>Record another</Button>
        <Button onPress={() => go(mapPath(receipt.processId))}>Go to the process</Button>
        <Button kind="primary" onPress={() => go(recordingPath(receipt.recordingId))}>
          <Icon name="play" size={14} />
          Watch it
        </Button>
      </footer>
    </div>
  );
}

/** How it ended, in the core's own words, whose it is and when. */
export function ReceiptHead({ receipt, children }: { readonly receipt: Receipt; readonly children?: ReactNode }) {
  const { phase, words, intent, startedAtMs, timeZone, frames } = receipt;
  const isVerified = phase === 'verified';
  return (
    <header className={styles.head}>
      <span className={styles.sign} data-phase={phase}>
        <Icon name={isVerified ? 'shield' : 'undo'} size={20} />
      </span>
      <div className={styles.about}>
        <h2 className={styles.title}>{capitalize(words)}</h2>
        <p className={styles.meta}>
          {[
            capitalize(intent.process),
            intent.actor,
            intent.role,
            formatMoment(startedAtMs, timeZone),
            countOf(frames, 'picture'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <p className={styles.checked}>
          {isVerified
            ? 'Verified: every file was closed, read again and counted.'
            : 'Recovered: it ended before anybody stopped it; this was saved from its files.'}
        </p>
      </div>
      {children}
    </header>
  );
}
