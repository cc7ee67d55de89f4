// What the intent card holds: what was typed, and where nothing was, what is known from elsewhere.
import { useQuery } from '@tanstack/react-query';
import { useRoute } from 'wouter';
import type { Intent } from '../../src/domain/capture.ts';
import type { ProcessId, RecordingId } from '../../src/domain/ids.ts';
import { capitalize, formatMoment } from '../format.ts';
import { useMirror } from '../use-mirror.ts';
import { useRecorderView } from './recorder-context.ts';

export interface Draft {
  readonly process: string;
  readonly actor: string;
  readonly role: string;
  readonly trigger: string;
  readonly done: string;
  readonly caseReference: string;
  readonly language: string;
}

/** Only what a person has typed. */
export type Typed = Partial<Draft>;

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

/** What the core is told; what was left empty is not said. */
export function toIntent(draft: Draft, consent: string, nowMs: number): Intent {
  const { process, language, ...rest } = draft;
  const said = Object.entries(rest).flatMap(([field, text]) => (text.trim() === '' ? [] : [[field, text.trim()]]));
  const what = [capitalize(process.trim()), draft.caseReference.trim()].filter(Boolean).join(' ');
  const title = `${what}, ${formatMoment(nowMs)}`.slice(0, 200);
  return { process: process.trim(), title, language, ...Object.fromEntries(said), consent };
}

/** `en` of `en-GB`: how a language is spoken where makes no difference to a transcriber. */
export const plainLanguage = (tag: string): string => tag.split('-')[0] ?? 'en';

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
