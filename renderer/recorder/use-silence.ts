// Whether the window that records has fallen silent: closed, or its computer asleep.
import { useEffect, useState } from 'react';
import type { CaptureHealth } from '../../src/domain/capture.ts';
import { useRecorderView } from './recorder-context.ts';

/** A window that records brings something several times a second. */
const ANSWERS_WITHIN_MS = 5000;

/**
 * True when the recording's clock, which goes by what arrives, has stood for five seconds in which it should go. A pause
 * stops it too, and so does a start that waits for a person; without a connection nothing is heard of it either way.
 */
export function useSilence({ recordingId, phase, elapsedMs }: CaptureHealth): boolean {
  const isConnected = useRecorderView((view) => view.isConnected);
  const isExpected = isConnected && phase === 'recording';
  const seen = `${recordingId} ${elapsedMs}`;
  const [silentAt, setSilentAt] = useState<string>();
  useEffect(() => {
    if (!isExpected) return undefined;
    const timer = setTimeout(() => setSilentAt(seen), ANSWERS_WITHIN_MS);
    return () => {
      clearTimeout(timer);
      setSilentAt(undefined);
    };
  }, [isExpected, seen]);
  return isExpected && silentAt === seen;
}
