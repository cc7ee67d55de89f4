// What the door needs of the worker that turns sound and pictures into evidence: implemented once, by the host.
import type { RecordingId } from '../domain/ids.ts';
import type { IngestState, RecordingStage } from '../domain/ingest.ts';

export interface IngestService {
  /** Yields the state at once and after each change, until `signal` aborts. */
  watch(signal: AbortSignal | undefined): AsyncGenerator<IngestState, void>;
  stages(id: RecordingId): RecordingStage[];
  cancel(id: RecordingId): void;
  /** Goes on in the background. */
  tryAgain(id: RecordingId): void;
}
