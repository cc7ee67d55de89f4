// What the door needs of whoever keeps the words of recordings: implemented once, by the host.
import type { RecordingId } from '../domain/ids.ts';
import type { TranscriptEdit } from '../domain/transcript-edit.ts';

export interface TranscriptService {
  edit(id: RecordingId, edit: TranscriptEdit): { undo: TranscriptEdit };
  writeAnew(id: RecordingId): void;
  /** `auto`, the id of a model, or the address of a server on this machine and how it calls its model. */
  listenWith(choice: { readonly by: string; readonly model?: string | undefined }): void;
}
