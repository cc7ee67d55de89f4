// What is read from a video frame, and what is put in its place.
import type { Luma } from './find-changes.ts';

/** Good enough to read small print. */
const QUALITY = 0.7;

/** A copy of its brightness; of formats other than I420 and NV12 green stands for it, which is most of it. */
export async function readLuma(frame: VideoFrame): Promise<Luma> {
  const bytes = new Uint8Array(frame.allocationSize());
  const [plane] = await frame.copyTo(bytes);
  const { visibleRect, format } = frame;
  const isPlanar = format === 'I420' || format === 'NV12';
  return {
    bytes: bytes.subarray((plane?.offset ?? 0) + (isPlanar ? 0 : 1)),
    stride: plane?.stride ?? 0,
    step: isPlanar ? 1 : 4,
    widthPx: visibleRect?.width ?? frame.codedWidth,
    heightPx: visibleRect?.height ?? frame.codedHeight,
  };
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
