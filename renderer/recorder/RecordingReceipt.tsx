import { useQuery } from '@tanstack/react-query';
import type { RecordingId } from '../../src/domain/ids.ts';
import { capitalize, countOf } from '../format.ts';
import { Icon } from '../parts/Icon.tsx';
import { useMirror } from '../use-mirror.ts';
import { listGaps, listTracks, sortOutGaps } from './describe-receipt.ts';
import styles from './RecordingReceipt.module.css';
import { ReceiptView } from './ReceiptView.tsx';

/** The receipt of a recording that Mirror made itself; nothing for one that was taken in from a file. */
export function RecordingReceipt({ recordingId }: { readonly recordingId: RecordingId }) {
  const mirror = useMirror();
  // What is on disk of it never changes, and that there is none is an answer as well.
  const { data: receipt } = useQuery(
    mirror.recorder.receipt.queryOptions({ input: { recordingId }, staleTime: Number.POSITIVE_INFINITY }),
  );
  if (!receipt) return null;
  const { long: gaps } = sortOutGaps(listGaps(listTracks(receipt)));
  return (
    <details className={styles.receipt}>
      <summary>
        <Icon name={receipt.phase === 'verified' ? 'shield' : 'undo'} size={14} />
        {capitalize(receipt.words)}, {gaps.length === 0 ? 'no gaps' : countOf(gaps.length, 'gap')}
        <span className={styles.ask}>Receipt</span>
      </summary>
      <div className={styles.body}>
        <ReceiptView receipt={receipt} level={2} />
      </div>
    </details>
  );
}
