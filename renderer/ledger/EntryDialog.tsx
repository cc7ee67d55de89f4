// One connection: all that is known of it, and the exact bytes that it carried.
import { useQuery } from '@tanstack/react-query';
import { Heading } from 'react-aria-components';
import type { EgressEntry } from '../../src/domain/egress.ts';
import { PayloadView } from '../chat/PayloadView.tsx';
import { formatCount, formatDuration, formatMoment } from '../format.ts';
import { Button } from '../parts/Button.tsx';
import { CardDialog } from '../parts/CardDialog.tsx';
import { Icon } from '../parts/Icon.tsx';
import { ProblemNote } from '../parts/ProblemNote.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { useMirror } from '../use-mirror.ts';
import styles from './EntryDialog.module.css';
import { sayCost, sayOutcome, sayTokens } from './ledger-words.ts';

interface Props {
  readonly entry: EgressEntry;
  readonly onClose: () => void;
}

export function EntryDialog({ entry, onClose }: Props) {
  const { startedMs, endedMs, sentBytes, receivedBytes } = entry;
  const facts = [
    ['When', formatMoment(startedMs)],
    ['Took', endedMs === null ? 'not ended' : formatDuration(endedMs - startedMs)],
    ['To', `${entry.host}, ${entry.isBeyond ? 'beyond this machine' : 'on this machine'}`],
    ['Model', entry.model ?? 'no model'],
    ['Agreed by', entry.agreedBy ?? 'nobody was asked'],
    ['Sent', `${formatCount(sentBytes)} bytes`],
    ['Received', `${formatCount(receivedBytes)} bytes`],
    ['Tokens', sayTokens(entry)],
    ['Cost', sayCost(entry)],
    ['Outcome', sayOutcome(entry)],
  ] as const;
  return (
    <CardDialog isWide onClose={onClose}>
      <div className={styles.head}>
        <Heading slot="title" className={styles.title}>
          {entry.purpose}
        </Heading>
        <Button kind="quiet" label="Close" onPress={onClose}>
          <Icon name="close" />
        </Button>
      </div>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {entry.payloadSha256 === null ? (
        <p className={styles.none}>It asked for something and sent no body, so there is nothing more to show.</p>
      ) : (
        <Sent id={entry.id} />
      )}
    </CardDialog>
  );
}

function Sent({ id }: Pick<EgressEntry, 'id'>) {
  const payload = useQuery(useMirror().egress.payload.queryOptions({ input: { id } }));
  return (
    <div className={styles.body}>
      {payload.data ? (
        <PayloadView body={payload.data.payload} sha256={payload.data.sha256} />
      ) : payload.error ? (
        <ProblemNote error={payload.error} onRetry={() => void payload.refetch()} isSmall />
      ) : (
        <Skeleton height="200px" />
      )}
    </div>
  );
}
