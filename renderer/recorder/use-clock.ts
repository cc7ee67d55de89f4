// The recording's clock for reading: drawn again once a second, never more often.
import { useSyncExternalStore } from 'react';
import { useRecorder } from './recorder-context.ts';

/** Often enough that a second never seems to be left out. */
const LOOK_MS = 200;

/** Whole seconds on the recording's clock, in milliseconds. */
export function useClock(): number {
  const recorder = useRecorder();
  return useSyncExternalStore(watch, () => Math.floor(recorder.nowMs() / 1000) * 1000);
}

function watch(onChange: () => void): () => void {
  const timer = setInterval(onChange, LOOK_MS);
  return () => clearInterval(timer);
}
