// The recorder on screen: a bar while something is recorded, a dialog before and after.
import { useState } from 'react';
import { CardDialog } from '../parts/CardDialog.tsx';
import type { Typed } from './draft.ts';
import { ElsewhereBar } from './ElsewhereBar.tsx';
import { FailedCard } from './FailedCard.tsx';
import { FinishingCard } from './FinishingCard.tsx';
import { IntentCard } from './IntentCard.tsx';
import { ReceiptCard } from './ReceiptCard.tsx';
import { RecorderBar } from './RecorderBar.tsx';
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
