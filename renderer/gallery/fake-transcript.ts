// The gallery's words of recordings, which can be put right and forget it when the page is loaded again.
import type { RecordingId } from '../../src/domain/ids.ts';
import { applyEdit, invertEdit, type TranscriptEdit } from '../../src/domain/transcript-edit.ts';
import type { RecordingView } from '../../src/domain/views.ts';

export function makeFakeTranscripts(find: (id: RecordingId) => RecordingView | undefined) {
  const written = new Map<RecordingId, RecordingView['segments']>();
  const read = (id: RecordingId) => written.get(id) ?? find(id)?.segments ?? [];
  return {
    /** The view with the words a person wrote, where one did. */
    write: (view: RecordingView): RecordingView => {
      const segments = written.get(view.recording.id);
      return segments ? { ...view, segments, recording: { ...view.recording, transcriptBy: 'person' } } : view;
    },
    api: {
      edit: ({ recordingId, edit }: { readonly recordingId: RecordingId; readonly edit: TranscriptEdit }) => {
        const before = read(recordingId);
        const after = applyEdit(before, edit);
        written.set(recordingId, after);
        return { undo: invertEdit(edit, { before, after }) };
      },
      writeAnew: ({ recordingId }: { readonly recordingId: RecordingId }) => void written.delete(recordingId),
    },
  };
}
