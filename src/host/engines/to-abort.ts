import type { StopSignal } from '../../lib/cancel.ts';

/** For Node's own doors; whoever made the signal made an AbortSignal, nearly always. */
export function toAbort(signal: StopSignal | undefined): AbortSignal {
  if (signal instanceof AbortSignal) return signal;
  const controller = new AbortController();
  signal?.addEventListener('abort', () => controller.abort(signal.reason), { once: true });
  if (signal?.aborted) controller.abort(signal.reason);
  return controller.signal;
}
