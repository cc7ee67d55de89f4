// Where the recorder shows itself in the window: nothing until it is needed, its code included.
import { lazy, Suspense, useState } from 'react';
import { useFetchAhead } from '../use-fetch-ahead.ts';
import { useRecordKey } from './RecordButton.tsx';
import { useRecorderView } from './recorder-context.ts';

const loadRecorder = () => import('./Recorder.tsx');
const Recorder = lazy(loadRecorder);

export function RecorderPlace() {
  const isWanted = useRecorderView(({ stage, elsewhere }) => stage !== 'idle' || elsewhere !== null);
  const [wasWanted, setWasWanted] = useState(isWanted);
  useRecordKey();
  useFetchAhead(loadRecorder);
  if (isWanted && !wasWanted) setWasWanted(true);
  // It stays once it was there: it holds what somebody has typed on the card and put away.
  if (!isWanted && !wasWanted) return null;
  return (
    <Suspense fallback={null}>
      <Recorder />
    </Suspense>
  );
}
