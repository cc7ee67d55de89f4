// The recorder on screen: a bar while something is recorded, a dialog before and after.
import { type ReactNode, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import type { Typed } from './draft.ts';
import { ElsewhereBar } from './ElsewhereBar.tsx';
import { FailedCard } from './FailedCard.tsx';
import { FinishingCard } from './FinishingCard.tsx';
import { IntentCard } from './IntentCard.tsx';
import { ReceiptCard } from './ReceiptCard.tsx';
import { RecorderBar } from './RecorderBar.tsx';
import styles from './Recorder.module.css';
import { useRecorder, useRecorderView } from './recorder-context.ts';
import { StartingCard } from './StartingCard.tsx';

/** The default export is what a lazy import asks for. */
export default function Recorder() {
  const stage = useRecorderView((view) => view.stage);
  const elsewhere = useRecorderView((view) => view.elsewhere);
  const { actions } = useRecorder();
  const [typed, setTyped] = useState<Typed>({});
  const [isDiscarding, setIsDiscarding] = useState(false);
  const discard = (): void => {
    setIsDiscarding(true);
    void actions.discard().finally(() => setIsDiscarding(false));
  };
  // It has been said of this recording; the next one is another case.
  if (stage === 'running' && Object.keys(typed).length > 0) setTyped({});
  const recordAnother = (process: string): void => {
    setTyped({ process });
    void actions.open();
  };
  return (
    <>
      {stage === 'running' && <RecorderBar onDiscard={discard} />}
      {elsewhere && stage !== 'running' && <ElsewhereBar health={elsewhere} />}
      {stage === 'choosing' && (
        <CardDialog label="Record a process" onClose={actions.close} isWide>
          <IntentCard typed={typed} onType={setTyped} />
        </CardDialog>
      )}
      {stage === 'starting' && (
        <CardDialog label="Starting the recording">
          <StartingCard onCancel={discard} />
        </CardDialog>
      )}
      {stage === 'finishing' && (
        <CardDialog label={isDiscarding ? 'Discarding the recording' : 'Saving the recording'}>
          <FinishingCard isDiscarding={isDiscarding} />
        </CardDialog>
      )}
      {stage === 'done' && (
        <CardDialog label="Receipt of the recording" onClose={actions.close} isWide>
          <ReceiptCard onRecordAnother={recordAnother} />
        </CardDialog>
      )}
      {stage === 'failed' && (
        <CardDialog label="The recording has ended" onClose={actions.close}>
          <FailedCard />
        </CardDialog>
      )}
    </>
  );
}

interface CardDialogProps {
  readonly label: string;
  /** Absent: it cannot be put away. */
  readonly onClose?: () => void;
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

function CardDialog({ label, onClose, isWide = false, children }: CardDialogProps) {
  return (
    <ModalOverlay
      isOpen
      className={styles.overlay}
      isKeyboardDismissDisabled={!onClose}
      onOpenChange={(isOpen) => !isOpen && onClose?.()}
    >
      <Modal className={styles.modal} data-wide={isWide}>
        <Dialog className={styles.dialog} aria-label={label}>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
