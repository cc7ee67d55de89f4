// In: the worker and the house it works in. Out: what the door needs of it.
import type { IngestService } from '../../api/ingest-service.ts';
import { MirrorError } from '../../domain/errors.ts';
import type { RecordingId } from '../../domain/ids.ts';
import type { Recording } from '../../domain/process.ts';
import type { Detached } from '../detached.ts';
import type { Host } from '../host.ts';
import { finishProcess } from '../resume.ts';
import { getProcess } from '../views.ts';

export function createIngestService(host: Host, detached: Detached): IngestService {
  return {
    watch: (signal) => host.ingest.watch(host, signal),
    stages: (id) => host.store.listStages(getRecording(host, id).id),
    cancel: (id) => host.ingest.cancel(host, getRecording(host, id).id),
    tryAgain: (id) => {
      const { processId } = getRecording(host, id);
      host.ingest.forgiveFailures(host, id);
      // Under a name of its own: a pass through the process that is under way may be past this recording.
      detached.start(`try again ${id}`, (stop) => finishProcess(host, getProcess(host.store, processId), stop));
    },
  };
}

/** @throws recording/missing */
function getRecording({ store }: Host, id: RecordingId): Recording {
  const recording = store.findRecording(id);
  if (recording === undefined) throw new MirrorError('recording/missing');
  return recording;
}
