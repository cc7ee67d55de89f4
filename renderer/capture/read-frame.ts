// What is read from a video frame, and what is put in its place.
import type { Plane } from './find-changes.ts';

/** Good enough to read small print. */
const QUALITY = 0.7;

/**
 * The same picture in memory of its own. A capture has few buffers, and as long as somebody keeps one nothing new is put
 * into it: of a screen that moves five times a second, held back by 400 ms, more than every second frame was lost.
 */
export async function copyFrame(frame: VideoFrame): Promise<VideoFrame> {
  const { format, timestamp, visibleRect, displayWidth, displayHeight, colorSpace } = frame;
  if (format === null) return frame.clone();
  const bytes = new Uint8Array(frame.allocationSize());
  const layout = await frame.copyTo(bytes);
  return new VideoFrame(bytes, {
    format,
    timestamp,
    codedWidth: visibleRect?.width ?? frame.codedWidth,
    codedHeight: visibleRect?.height ?? frame.codedHeight,
    displayWidth,
    displayHeight,
    layout,
    colorSpace,
    transfer: [bytes.buffer],
  });
}

/** A copy of it in planes: brightness and two of colour, or red, green and blue. */
export async function readPlanes(frame: VideoFrame): Promise<Plane[]> {
  const bytes = new Uint8Array(frame.allocationSize());
  const layout = await frame.copyTo(bytes);
  const { visibleRect, format } = frame;
  const [widthPx, heightPx] = [visibleRect?.width ?? frame.codedWidth, visibleRect?.height ?? frame.codedHeight];
  const plane = (at: number, skip: number, step: number, areaPx: 1 | 4): Plane => ({
    bytes: bytes.subarray((layout[at]?.offset ?? 0) + skip),
    stride: layout[at]?.stride ?? 0,
    step,
    areaPx,
    widthPx: areaPx === 1 ? widthPx : widthPx >> 1,
    heightPx: areaPx === 1 ? heightPx : heightPx >> 1,
  });
  if (format === 'I420') return [plane(0, 0, 1, 1), plane(1, 0, 1, 4), plane(2, 0, 1, 4)];
  if (format === 'NV12') return [plane(0, 0, 1, 1), plane(1, 0, 2, 4), plane(1, 1, 2, 4)];
  return [plane(0, 1, 4, 1), plane(0, 0, 4, 1), plane(0, 2, 4, 1)];
}

/** The frame as a JPEG file: WebP would be a third smaller and takes a browser fourteen times as long. */
export async function drawPicture(frame: VideoFrame): Promise<Blob> {
  const canvas = new OffscreenCanvas(frame.displayWidth, frame.displayHeight);
  canvas.getContext('2d', { alpha: false })?.drawImage(frame, 0, 0);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
}

/** As large as `like`, all black (limited range, as video has it). `timestamp` in microseconds. */
export function blackFrame(like: VideoFrame, timestamp: number): VideoFrame {
  const [codedWidth, codedHeight] = [like.displayWidth & ~1, like.displayHeight & ~1];
  const lumaBytes = codedWidth * codedHeight;
  const data = new Uint8Array((lumaBytes * 3) / 2);
  data.fill(16, 0, lumaBytes);
  data.fill(128, lumaBytes);
  return new VideoFrame(data, { format: 'I420', codedWidth, codedHeight, timestamp });
}
