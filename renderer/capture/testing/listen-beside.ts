// For tests: what a page's microphone gave, and when, heard beside the recorder by other means than its own. A made
// microphone on a busy machine speaks more slowly than its file, so the file alone does not tell where a pause was.
import type { Page } from 'playwright-core';
import { writeWave } from '../../../src/host/media/testing.ts';

interface HeardPart {
  /** Of the device's clock, in microseconds. */
  readonly atUs: number;
  /** By `performance.now()`, when the page had it. */
  readonly cameMs: number;
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
  let beside: MediaStreamAudioTrack | undefined;
  mediaDevices.getUserMedia = async (wish) => {
    const stream = await open(wish);
    const [track] = stream.getAudioTracks();
    if (!track) return stream;
    // The one opened last is the one that is recorded.
    beside?.stop();
    beside = track.clone();
    window.heardBeside = [];
    void read(beside, window.heardBeside);
    return stream;
  };
  async function read(track: MediaStreamAudioTrack, heard: HeardPart[]): Promise<void> {
    // Far more than a page that is busy leaves waiting.
    const reader = new MediaStreamTrackProcessor({ track, maxBufferSize: 6000 }).readable.getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      const part = next.value;
      const samples = new Float32Array(part.numberOfFrames);
      part.copyTo(samples, { planeIndex: 0, format: 'f32-planar' });
      window.heardRate = part.sampleRate;
      heard.push({ atUs: part.timestamp, cameMs: performance.now(), samples });
      part.close();
    }
  }
}

export interface Heard {
  readonly file: string;
  /** Its first sample, by `performance.now()` of the page. */
  readonly startMs: number;
}

/** A WAV file of all that was heard since the microphone was opened last, each part at its own time by the device's clock. */
export async function saveHeard(page: Page, folder: string): Promise<Heard> {
  const { rate, parts, originMs } = await page.evaluate(() => {
    const toText = (samples: Float32Array): string => {
      const numbers = Int16Array.from(samples, (sample) => Math.max(-1, Math.min(1, sample)) * 0x7fff);
      return btoa(String.fromCharCode(...new Uint8Array(numbers.buffer)));
    };
    return {
      rate: window.heardRate,
      // What is heard comes later, never before: the least is the truest.
      originMs: Math.min(
        ...window.heardBeside.map(
          ({ atUs, cameMs, samples }) => cameMs - atUs / 1000 - (samples.length / window.heardRate) * 1000,
        ),
      ),
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
  const file = writeWave(folder, { channels: [samples], rate, name: 'heard.wav' });
  return { file, startMs: originMs + first.atUs / 1000 };
}
