// In: how long a stage may show no progress. Out: a signal that ends its try when it shows none for so long.
import { MirrorError } from '../../domain/errors.ts';
import type { StageName } from '../../domain/ingest.ts';

export interface Lease {
  readonly signal: AbortSignal;
  /** It has moved. */
  renew(): void;
  /** Meanwhile it is made to wait, and no fault of its own. */
  pause(wait: () => Promise<void>): Promise<void>;
  end(): void;
}

/** The signal aborts with `ingest/stalled`, or with whatever `outer` aborts with. */
export function watchLease(
  outer: AbortSignal,
  { leaseMs, stage }: { readonly leaseMs: number; readonly stage: StageName },
): Lease {
  const stalled = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const end = (): void => clearTimeout(timer);
  const renew = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const data = { stage, minutes: Math.max(1, Math.round(leaseMs / 60_000)) };
      stalled.abort(new MirrorError('ingest/stalled', { data }));
    }, leaseMs);
    timer.unref();
  };
  renew();
  return {
    signal: AbortSignal.any([outer, stalled.signal]),
    renew,
    pause: async (wait) => {
      end();
      await wait();
      renew();
    },
    end,
  };
}
