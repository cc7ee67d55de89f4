// Sounds for the tests: tones that the tiny Whisper hears as sentences, silence and noise. 16,000 samples a second.
import { createRandom } from '../../src/lib/random.ts';
import { SAMPLES_PER_SECOND } from '../../src/needs/transcriber.ts';

const countSamples = (seconds: number): number => Math.round(seconds * SAMPLES_PER_SECOND);

export const silence = (seconds: number): Float32Array => new Float32Array(countSamples(seconds));

/** Pulses of a tone, five a second, so that it comes and goes as syllables do. */
export function tone(hertz: number, seconds: number, loudness01 = 0.4): Float32Array {
  const step = (2 * Math.PI) / SAMPLES_PER_SECOND;
  return new Float32Array(countSamples(seconds)).map((_, at) => {
    const syllable = 0.55 - 0.45 * Math.cos(at * step * 5);
    return loudness01 * syllable * Math.sin(at * step * hertz);
  });
}

/** White noise, the same each time. */
export function noise(seconds: number, loudness01 = 0.1, seed = 7): Float32Array {
  const random = createRandom(seed);
  return new Float32Array(countSamples(seconds)).map(() => loudness01 * (2 * random() - 1));
}

export function join(...sounds: readonly Float32Array[]): Float32Array {
  const joined = new Float32Array(sounds.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const sound of sounds) {
    joined.set(sound, at);
    at += sound.length;
  }
  return joined;
}

/** The louder of the two ends when they are mixed: as a voice before the hum of a room. */
export const mix = (a: Float32Array, b: Float32Array): Float32Array => a.map((sample, at) => sample + (b[at] ?? 0));
