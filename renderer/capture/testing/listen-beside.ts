// For tests: what a page's microphone gave, and when, heard beside the recorder by other means than its own. A made
// microphone on a busy machine speaks more slowly than its file, so the file alone does not tell where a pause was.
import type { Page } from 'playwright-core';
import { writeWave } from '../../../src/host/media/testing.ts';

interface HeardPart {
  /** Of the device's clock, in microseconds. */
  readonly atUs: number;
  readonly samples: Float32Array;
}

declare global {
  interface Window {
    heardBeside: HeardPart[];
    heardRate: number;
  }
}

/** Run in each page before all else. */
export const LISTEN_BESIDE = `(${String(listen)})()`;

function listen(): void {
  const { mediaDevices } = navigator;
  const open = mediaDevices.getUserMedia.bind(mediaDevices);
  window.heardBeside = [];
  mediaDevices.getUserMedia = async (wish) => {
    const stream = await open(wish);
    const [track] = stream.getAudioTracks();
    if (track) void read(track.clone() as MediaStreamAudioTrack);
    return stream;
  };
  async function read(track: MediaStreamAudioTrack): Promise<void> {
    // Far more than a page that is busy leaves waiting.
    const reader = new MediaStreamTrackProcessor({ track, maxBufferSize: 6000 }).readable.getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      const part = next.value as AudioData;
      const samples = new Float32Array(part.numberOfFrames);
      part.copyTo(samples, { planeIndex: 0, format: 'f32-planar' });
      window.heardRate = part.sampleRate;
      window.heardBeside.push({ atUs: part.timestamp, samples });
      part.close();
    }
  }
}

/** A WAV file of all that was heard, each part at its own time by the device's clock. */
export async function saveHeard(page: Page, folder: string): Promise<string> {
  const { rate, parts } = await page.evaluate(() => {
    const toText = (samples: Float32Array): string => {
      const numbers = Int16Array.from(samples, (sample) => Math.max(-1, Math.min(1, sample)) * 0x7fff);
      return btoa(String.fromCharCode(...new Uint8Array(numbers.buffer)));
    };
    return {
      rate: window.heardRate,
      parts: window.heardBeside.map(({ atUs, samples }) => ({ atUs, text: toText(samples) })),
    };
  });
  const heard = parts.map(({ atUs, text }) => ({ atUs, bytes: Buffer.from(text, 'base64') }));
  const [first, last] = [heard[0], heard.at(-1)];
  if (!first || !last) throw new Error('nothing was heard beside the recorder');
  const placeOf = (atUs: number): number => Math.round(((atUs - first.atUs) / 1e6) * rate);
  const samples = new Float32Array(placeOf(last.atUs) + last.bytes.length / 2);
  for (const { atUs, bytes } of heard) {
    const place = placeOf(atUs);
    for (let at = 0; at < bytes.length / 2; at += 1) samples[place + at] = bytes.readInt16LE(at * 2) / 0x7fff;
  }
  return writeWave(folder, { channels: [samples], rate, name: 'heard.wav' });
}
