// Payloads that wait for a person to say whether they may leave. Out: what the person said, to whoever waits.
import type { Decision } from '../../domain/chat.ts';
import { MirrorError } from '../../domain/errors.ts';

export interface PendingPayloads {
  /** Resolves with what is said of this payload; as a refusal when `signal` aborts first, for then nobody is left to ask. */
  wait(approvalId: string, signal: AbortSignal): Promise<Decision>;
  /** @throws chat/decided where nobody waits: it was decided, its question is over, or there never was one */
  decide(decision: Decision): void;
}

export function createPendingPayloads(): PendingPayloads {
  const waiting = new Map<string, (decision: Decision) => void>();
  return {
    wait: async (approvalId, signal) => {
      const { promise, resolve } = Promise.withResolvers<Decision>();
      const decline = (): void => resolve({ approvalId, isAgreed: false });
      waiting.set(approvalId, resolve);
      signal.addEventListener('abort', decline, { once: true });
      if (signal.aborted) decline();
      try {
        return await promise;
      } finally {
        waiting.delete(approvalId);
        signal.removeEventListener('abort', decline);
      }
    },
    decide: (decision) => {
      const resolve = waiting.get(decision.approvalId);
      if (resolve === undefined) throw new MirrorError('chat/decided');
      // At once: a second decision may come before the first has been heard.
      waiting.delete(decision.approvalId);
      resolve(decision);
    },
  };
}
