// In the core: the system's keystore, which main alone can use. In: bytes. Out: the same wrapped, or unwrapped.
import type { FromCore } from './core-line.ts';

export interface RemoteKeystore {
  /** "Keychain", "Secret Service" */
  readonly name: string;
  /** @throws where the system refuses */
  wrap(bytes: Uint8Array): Promise<Uint8Array>;
  /** @throws where it was wrapped by another machine, another person, or its entry is gone */
  unwrap(wrapped: Uint8Array): Promise<Uint8Array>;
}

export function createRemoteKeystore(
  name: string,
  tell: (message: FromCore) => void,
): { readonly keystore: RemoteKeystore; note(id: number, bytes: Uint8Array | null): void } {
  const waiting = new Map<number, PromiseWithResolvers<Uint8Array>>();
  let nextId = 1;
  const ask = (kind: 'wrap' | 'unwrap', bytes: Uint8Array): Promise<Uint8Array> => {
    const id = nextId++;
    const answer = Promise.withResolvers<Uint8Array>();
    waiting.set(id, answer);
    tell({ kind, id, bytes });
    return answer.promise;
  };
  return {
    keystore: { name, wrap: (bytes) => ask('wrap', bytes), unwrap: (bytes) => ask('unwrap', bytes) },
    note: (id, bytes) => {
      const answer = waiting.get(id);
      waiting.delete(id);
      if (bytes === null) answer?.reject(new Error('it was asked and gave nothing'));
      else answer?.resolve(bytes);
    },
  };
}
