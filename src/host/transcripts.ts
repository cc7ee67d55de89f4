// In: what a person changes of a recording's words. Out: they are stored as theirs, and steps, map and search follow.
import type { TranscriptService } from '../api/transcript-service.ts';
import { MirrorError } from '../domain/errors.ts';
import type { RecordingId } from '../domain/ids.ts';
import type { Recording } from '../domain/process.ts';
import type { Progress } from '../domain/progress.ts';
import { applyEdit, invertEdit } from '../domain/transcript-edit.ts';
import type { Detached } from './detached.ts';
import { chooseSpeech } from './engines/speech-choice.ts';
import { extractStored } from './flow/find-steps.ts';
import { mineAndStore } from './flow/rebuild-graph.ts';
import { type Host, processChanged } from './host.ts';
import { findSoundTrack } from './media/sound.ts';
import type { ModelsFolder } from './models/models-folder.ts';

interface TranscriptOptions {
  readonly detached: Detached;
  readonly models: ModelsFolder;
}

export function createTranscripts(host: Host, { detached, models }: TranscriptOptions): TranscriptService {
  /** Recordings whose steps are behind their words. */
  const behind = new Set<RecordingId>();

  /** Whoever types on changes the words again while their steps are found: then once more, and not once for each key. */
  async function* catchUp(id: RecordingId, signal: AbortSignal): AsyncGenerator<Progress, void> {
    while (behind.delete(id)) {
      await extractStored(host, id, signal);
      const recording = host.store.findRecording(id);
      const process = recording && host.store.findProcess(recording.processId);
      if (process === undefined) return;
      await mineAndStore(host, process, { signal });
      yield* host.ingest.follow(host, id, signal);
    }
  }

  return {
    edit: (id, edit) => {
      const { store } = host;
      const { durationMs, processId } = getRecording(host, id);
      const before = store.listSegments(id);
      const late = edit.now.find(({ startMs }) => startMs > durationMs);
      if (late)
        throw new MirrorError('transcript/unfit', { data: { detail: `"${late.text}" would stand after the end` } });
      store.saveTranscript(id, { segments: applyEdit(before, edit), by: 'person' });
      host.announce(processChanged(processId));
      behind.add(id);
      detached.start(`steps of ${id}`, (signal) => catchUp(id, signal));
      return { undo: invertEdit(edit, { before, after: store.listSegments(id) }) };
    },
    listenWith: (choice) => chooseSpeech(host.store, models, choice),
    writeAnew: (id) => {
      const recording = getRecording(host, id);
      if (findSoundTrack(host, recording) === undefined)
        throw new MirrorError('media/no-sound', { data: { title: recording.title } });
      if (host.speech.transcriber() === undefined)
        throw new MirrorError('models/not-installed', { data: { id: 'whisper-base' } });
      host.store.forgetWriter(id);
      host.announce(processChanged(recording.processId));
      detached.start(`write ${id} anew`, (signal) => listenAgain(host, recording, signal));
    },
  };
}

/** The old words stand until the new ones are there. */
async function* listenAgain(
  host: Host,
  { id, processId }: Recording,
  signal: AbortSignal,
): AsyncGenerator<Progress, void> {
  yield* host.ingest.follow(host, id, signal);
  if (host.store.findRecording(id)?.state !== 'ingesting') return;
  await extractStored(host, id, signal);
  const process = host.store.findProcess(processId);
  if (process) await mineAndStore(host, process, { signal });
}

function getRecording({ store }: Host, id: RecordingId): Recording {
  const recording = store.findRecording(id);
  if (recording === undefined) throw new MirrorError('recording/missing');
  return recording;
}
