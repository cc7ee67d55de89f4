// What the intent card shows: what was typed, and where nothing was, what is known from elsewhere.
import { useQuery } from '@tanstack/react-query';
import { useRoute } from 'wouter';
import type { ProcessId, RecordingId } from '../../src/domain/ids.ts';
import { useMirror } from '../use-mirror.ts';
import { type Draft, plainLanguage, type Typed } from './draft.ts';
import { useRecorderView } from './recorder-context.ts';

export function useDraft(typed: Typed): Draft {
  const last = useRecorderView(({ preparation }) => preparation?.last);
  const here = useProcessHere();
  return {
    process: here ?? '',
    actor: last?.actor ?? '',
    role: last?.role ?? '',
    trigger: '',
    done: '',
    caseReference: '',
    language: last?.language ?? plainLanguage(navigator.language),
    ...typed,
  };
}

/** The name of the process one is looking at; what is on screen is known already, so nothing is fetched for it. */
function useProcessHere(): string | undefined {
  const [isProcess, process] = useRoute('/process/:processId/*?');
  const [isRecording, recording] = useRoute('/recording/:recordingId/*?');
  const mirror = useMirror();
  // The addresses were written by this app; an id that names nothing is answered by a problem, and nothing is filled in.
  const processId = (process?.processId ?? '') as ProcessId;
  const recordingId = (recording?.recordingId ?? '') as RecordingId;
  const shownProcess = useQuery(mirror.process.open.queryOptions({ input: { processId }, enabled: isProcess }));
  const shownRecording = useQuery(mirror.recording.open.queryOptions({ input: { recordingId }, enabled: isRecording }));
  const shown = isProcess ? shownProcess.data : isRecording ? shownRecording.data : undefined;
  return shown?.process.name;
}
