// What the door needs of models and of the ledger of connections: implemented once, by the host.
import type { EgressEntry, EgressPayload, EgressVerdict } from '../domain/egress.ts';
import type { ModelId, ModelStatus } from '../domain/models.ts';
import type { Progress } from '../domain/progress.ts';

export interface PullWish {
  readonly id: ModelId;
  /** `hub`, the address of a mirror of it, or the absolute path of a folder. */
  readonly from: string;
}

export interface ModelService {
  list(): ModelStatus[];
  /** Goes on when its watcher leaves, until it is cancelled. A second watcher joins. */
  pull(wish: PullWish, signal: AbortSignal | undefined): AsyncGenerator<Progress, ModelStatus>;
  /** What has come stays for the next try. */
  cancel(id: ModelId): void;
  /** Reads every file. */
  verify(id: ModelId, signal: AbortSignal | undefined): AsyncGenerator<Progress, ModelStatus>;
  remove(id: ModelId): { freedBytes: number };
  /** Models of a catalog file of a person's own. */
  add(file: string): ModelStatus[];
}

export interface EgressService {
  /** The newest first. */
  list(limit: number): Promise<EgressEntry[]>;
  /** @throws ledger/no-entry */
  payload(id: string): Promise<EgressPayload>;
  verify(options: { readonly noted?: string | undefined }): Promise<EgressVerdict>;
  /** @throws ledger/too-large */
  export(): Promise<{ readonly name: string; readonly text: string }>;
}
