// What the door needs of whoever keeps the words of recordings: implemented once, by the host.
import type { RecordingId } from '../domain/ids.ts';
import type { TranscriptEdit } from '../domain/transcript-edit.ts';

export interface TranscriptService {
  edit(id: RecordingId, edit: TranscriptEdit): { undo: TranscriptEdit };
  writeAnew(id: RecordingId): void;
}
