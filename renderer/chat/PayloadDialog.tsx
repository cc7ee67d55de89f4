// Before anything leaves this machine: exactly what, to whom, and who agrees. Nothing is sent until that is answered.
import { useId, useState } from 'react';
import { Heading } from 'react-aria-components';
import type { Payload } from '../../src/domain/policy.ts';
import { formatCount } from '../format.ts';
import { saySize } from '../intake/say-size.ts';
import { Button } from '../parts/Button.tsx';
import { CardDialog } from '../parts/CardDialog.tsx';
import { Icon } from '../parts/Icon.tsx';
import { RELEASED } from './chat-words.ts';
import styles from './PayloadDialog.module.css';
import { PayloadView } from './PayloadView.tsx';

interface Props {
  readonly payload: Payload;
  readonly onDecide: (decision: { readonly isAgreed: boolean; readonly by?: string }) => void;
}

export function PayloadDialog({ payload, onDecide }: Props) {
  const { host, model, bytes, release, needsOwner, standIns, exception } = payload;
  const [by, setBy] = useState('');
  const field = useId();
  const isSigned = needsOwner === null || sameName(by, needsOwner);
  const refuse = (): void => onDecide({ isAgreed: false });
  return (
    // Putting it away is no agreement.
    <CardDialog isWide onClose={refuse}>
      <div className={styles.head}>
        <Heading slot="title" className={styles.title}>
          Send this to {host}?
        </Heading>
        <p className={styles.lead}>
          Nothing has left this machine yet. This is the whole message, byte for byte; your key goes in a header beside
          it.
        </p>
        {exception !== null && (
          <p className={styles.exception}>
            The rules do not allow this: {exception} {needsOwner ?? 'Their owner'} may let this one message pass.
          </p>
        )}
        <dl className={styles.facts}>
          <Fact name="To" value={host} />
          <Fact name="Model" value={model} />
          <Fact name="Size" value={bytes < 1000 ? saySize(bytes) : `${saySize(bytes)} (${formatCount(bytes)} bytes)`} />
          <Fact name="At most" value={RELEASED[release]} />
          <Fact
            name="Replaced"
            value={
              standIns.length === 0 ? 'nothing in this message' : `${formatCount(standIns.length)} names by stand-ins`
            }
          />
        </dl>
      </div>
      <div className={styles.body}>
        <PayloadView body={payload.body} sha256={payload.sha256} standIns={standIns} />
      </div>
      <form
        className={styles.foot}
        onSubmit={(event) => {
          event.preventDefault();
          if (isSigned) onDecide({ isAgreed: true, ...(needsOwner !== null && { by: by.trim() }) });
        }}
      >
        {needsOwner !== null && (
          <div className={styles.owner}>
            <label htmlFor={field}>{needsOwner} answers for what may leave, and agrees by typing that name:</label>
            <input
              id={field}
              className={styles.name}
              value={by}
              maxLength={120}
              autoComplete="off"
              placeholder={needsOwner}
              onChange={(event) => setBy(event.target.value)}
            />
          </div>
        )}
        <p className={styles.note}>
          Agreeing holds for {exception === null ? 'this conversation' : 'this one message'}; each message of it stands
          in the ledger.
        </p>
        <div className={styles.acts}>
          <Button kind="primary" onPress={refuse}>
            <Icon name="lock" size={14} />
            Do not send
          </Button>
          <button type="submit" className={styles.send} disabled={!isSigned}>
            Agree and send
          </button>
        </div>
      </form>
    </CardDialog>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** As somebody types their own name. */
const sameName = (one: string, other: string): boolean =>
  one.trim().replaceAll(/\s+/g, ' ').toLowerCase() === other.trim().replaceAll(/\s+/g, ' ').toLowerCase();
