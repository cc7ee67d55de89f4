// Fetches code that will soon be wanted, once there is nothing else to do.
import { useEffect } from 'react';

/** `load` is called once; a failure shows itself when the code is really needed. */
export function useFetchAhead(load: () => Promise<unknown>): void {
  useEffect(() => {
    const handle = requestIdleCallback(() => void load().catch(() => undefined));
    return () => cancelIdleCallback(handle);
  }, [load]);
}
