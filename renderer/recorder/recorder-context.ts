// What every recorder screen shares: the one recorder of this window.
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { RecorderModel, RecorderView } from '../capture/recorder-model.ts';

export const RecorderContext = createContext<RecorderModel | undefined>(undefined);

/** The recorder this window was given. */
export function useRecorder(): RecorderModel {
  const recorder = useContext(RecorderContext);
  if (!recorder) throw new Error('RecorderContext is missing above this component.');
  return recorder;
}

/** What `select` picks of the recorder's state, drawn again whenever that changes. */
export function useRecorderView<T>(select: (view: RecorderView) => T): T {
  return useStore(useRecorder().view, select);
}
