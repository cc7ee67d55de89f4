import { useMemo, useState } from 'react';
import type { RecordingView } from '../../src/domain/views.ts';
import { useCorrect } from '../corrections/use-correct.ts';
import { capitalize } from '../format.ts';
import { Button } from '../parts/Button.tsx';
import { useCorrectionList } from '../use-mirror.ts';
import { FoldButton } from './FoldButton.tsx';
import { type LeftOut, listLeftOut } from './list-left-out.ts';
import styles from './ToldList.module.css';

/** What people have left out of this recording, each with its way back. */
export function LeftOutList({ view: { recording, process } }: { readonly view: RecordingView }) {
  const { data } = useCorrectionList(process.id);
  const [isOpen, setIsOpen] = useState(false);
  const leftOut = useMemo(() => (data ? listLeftOut(data, recording.id) : []), [data, recording.id]);
  return (
    <>
      <FoldButton count={leftOut.length} word="left out" isOpen={isOpen} onToggle={() => setIsOpen(!isOpen)} />
      {isOpen && (
        <ul>
          {leftOut.map((one) => (
            <Item key={one.id} one={one} processId={process.id} />
          ))}
        </ul>
      )}
    </>
  );
}

function Item({ one, processId }: { readonly one: LeftOut; readonly processId: RecordingView['process']['id'] }) {
  const { apply, isBusy } = useCorrect(processId);
  return (
    <li className={styles.leftOut}>
      <span className={styles.text}>
        <span>{capitalize(one.label)}</span>
        {one.quote && <span className={styles.detail}>“{one.quote}”</span>}
      </span>
      <Button
        kind="quiet"
        isDisabled={isBusy}
        label={`Restore ${one.label}`}
        onPress={() => void apply({ do: 'restore', elements: [one.id] })}
      >
        Restore
      </Button>
    </li>
  );
}
