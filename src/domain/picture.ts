// Pictures of a recorded screen as a window is given them.
import { z } from 'zod';
import { Frame, OffsetMs, ScreenWord } from './evidence.ts';
import type { RecordingId } from './ids.ts';

/** One of the pictures of a recording, without the text on it. */
export const PictureSummary = z.object({
  atMs: OffsetMs,
  widthPx: Frame.shape.widthPx,
  heightPx: Frame.shape.heightPx,
  /** Relative to the app's own address. */
  url: z.string(),
  /** Whether somebody has looked for text on it. */
  isRead: z.boolean(),
});
export type PictureSummary = z.infer<typeof PictureSummary>;

/** One picture with what stands on it. */
export const PictureView = PictureSummary.extend({
  /** Lines as on the screen, columns set off by tabs; empty where nothing is read or nothing stands there. */
  text: z.string(),
  words: z.array(ScreenWord),
});
export type PictureView = z.infer<typeof PictureView>;

/** Where a window finds the bytes of a frame, relative to the app's own address. */
export const addressOfFrame = (recordingId: RecordingId, atMs: number): string => `frames/${recordingId}/${atMs}`;
