// In: the store. Out: the pictures of a recording as a window shows them.
import type { PictureService } from '../api/services.ts';
import { MirrorError } from '../domain/errors.ts';
import type { RecordingId } from '../domain/ids.ts';
import { addressOfFrame, type PictureSummary, type PictureView } from '../domain/picture.ts';
import type { Store } from '../needs/store.ts';

export const createPictureService = (store: Store): PictureService => ({
  list: (id) => listPictures(store, id),
  view: (id, atMs) => viewPicture(store, id, atMs),
});

/** @throws recording/missing */
function listPictures(store: Store, id: RecordingId): PictureSummary[] {
  if (store.findRecording(id) === undefined) throw new MirrorError('recording/missing');
  return store.listPictures(id).map(({ atMs, widthPx, heightPx, isRead }) => ({
    atMs,
    widthPx,
    heightPx,
    url: addressOfFrame(id, atMs),
    isRead,
  }));
}

/** @throws recording/missing where there is no picture of that time */
function viewPicture(store: Store, id: RecordingId, atMs: number): PictureView {
  const frame = store.findFrame(id, atMs);
  if (frame === undefined) throw new MirrorError('recording/missing');
  const { widthPx, heightPx, text, words = [] } = frame;
  return { atMs, widthPx, heightPx, url: addressOfFrame(id, atMs), isRead: text !== null, text: text ?? '', words };
}
