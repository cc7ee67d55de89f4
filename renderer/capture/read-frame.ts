// In: a video frame. Out: its pixels in memory of our own; frames, pictures and planes of them, and black in their place.
import type { Plane } from './find-changes.ts';

/**
 * A capture has few buffers, and as long as somebody keeps one nothing new is put into it: of a screen that moves five times
 * a second, held back by 400 ms, more than every second frame was lost. So pixels are copied, and the frame is let go.
 */
export interface Pixels {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** What the bytes mean. */
  readonly form: Omit<VideoFrameBufferInit, 'timestamp'>;
}

/** Good enough to read small print. */
const QUALITY = 0.7;

export async function copyPixels(frame: VideoFrame): Promise<Pixels> {
  const { format, visibleRect, displayWidth, displayHeight, colorSpace } = frame;
  if (format === null) return drawPixels(frame);
  const bytes = new Uint8Array(frame.allocationSize());
  const layout = await frame.copyTo(bytes);
  const [codedWidth, codedHeight] = [visibleRect?.width ?? frame.codedWidth, visibleRect?.height ?? frame.codedHeight];
  return { bytes, form: { format, codedWidth, codedHeight, displayWidth, displayHeight, layout, colorSpace } };
}

/** Frames that only a graphics card can read are drawn. */
function drawPixels(frame: VideoFrame): Pixels {
  const [codedWidth, codedHeight] = [frame.displayWidth, frame.displayHeight];
  const canvas = new OffscreenCanvas(codedWidth, codedHeight);
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (!context) throw new Error('no canvas to draw a frame on');
  context.drawImage(frame, 0, 0);
  const { data } = context.getImageData(0, 0, codedWidth, codedHeight);
  return { bytes: new Uint8Array(data.buffer), form: { format: 'RGBA', codedWidth, codedHeight } };
}

/**
 * A frame of them; `timestamp` in microseconds. Always of the pixels, never of another frame: a media recorder takes the time
 * of one from the machine's start and of the other from the page's, and puts hours between them where both are in a film.
 */
export const frameOf = ({ bytes, form }: Pixels, timestamp: number): VideoFrame =>
  new VideoFrame(bytes, { ...form, timestamp });

/** In planes: brightness and two of colour, or red, green and blue. They share its memory. */
export function planesOf({ bytes, form }: Pixels): Plane[] {
  const { format, layout, codedWidth: widthPx, codedHeight: heightPx } = form;
  const plane = (at: number, skip: number, step: number, areaPx: 1 | 4): Plane => ({
    bytes: bytes.subarray((layout?.[at]?.offset ?? 0) + skip),
    stride: layout?.[at]?.stride ?? widthPx * step,
    step,
    areaPx,
    widthPx: areaPx === 1 ? widthPx : widthPx >> 1,
    heightPx: areaPx === 1 ? heightPx : heightPx >> 1,
  });
  if (format === 'I420') return [plane(0, 0, 1, 1), plane(1, 0, 1, 4), plane(2, 0, 1, 4)];
  if (format === 'NV12') return [plane(0, 0, 1, 1), plane(1, 0, 2, 4), plane(1, 1, 2, 4)];
  return [plane(0, 1, 4, 1), plane(0, 0, 4, 1), plane(0, 2, 4, 1)];
}

/** As a JPEG file: WebP would be a third smaller and takes a browser fourteen times as long. */
export async function drawPicture(pixels: Pixels): Promise<Blob> {
  const frame = frameOf(pixels, 0);
  try {
    const canvas = new OffscreenCanvas(frame.displayWidth, frame.displayHeight);
    canvas.getContext('2d', { alpha: false })?.drawImage(frame, 0, 0);
    return await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
  } finally {
    frame.close();
  }
}

/** As large, all black (limited range, as video has it). */
export function blackLike({ form }: Pixels): Pixels {
  const [codedWidth, codedHeight] = [form.codedWidth & ~1, form.codedHeight & ~1];
  const lumaBytes = codedWidth * codedHeight;
  const bytes = new Uint8Array((lumaBytes * 3) / 2);
  bytes.fill(16, 0, lumaBytes);
  bytes.fill(128, lumaBytes);
  return { bytes, form: { format: 'I420', codedWidth, codedHeight } };
}
