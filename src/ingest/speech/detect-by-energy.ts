// In: sound. Out: where somebody seems to speak, by how loud it is: louder than the room, and going up and down as
// syllables do. What stands in for a model; steady noise, hum and silence are no speech to it, a slammed door may be.
import type { SpeechSpan } from '../../needs/speech-detector.ts';
import { SAMPLES_PER_SECOND } from '../../needs/transcriber.ts';

const FRAME_MS = 20;
const FRAME = (FRAME_MS * SAMPLES_PER_SECOND) / 1000;
/** Decibels of full scale; quieter than this no microphone's speech is. */
const QUIETEST_DB = -55;
/** So much louder than the room's own noise, which a tenth of all frames is at or below. */
const ABOVE_ROOM_DB = 10;
/** A span goes on while it is at most so much below what begins one: ends of words are quiet. */
const HYSTERESIS_DB = 4;
/** The middle half of a span's frames differs by at least so much in speech; by less than 1 in noise and hum. */
const LEAST_SWING_DB = 3;
const LONGEST_PAUSE_MS = 400;
const SHORTEST_SPEECH_MS = 200;
/** Left at both ends: consonants are quiet. */
const MARGIN_MS = 160;

/** Mono, 16,000 samples a second. About 4 ms for a minute of it. */
export function detectByEnergy(samples: Float32Array): SpeechSpan[] {
  const levels = measureLevels(samples);
  if (levels.length === 0) return [];
  const begins = Math.max(QUIETEST_DB, quantile(levels, 0.1) + ABOVE_ROOM_DB);
  const lengthMs = Math.floor((samples.length / SAMPLES_PER_SECOND) * 1000);
  return joinNear(findLoud(levels, begins))
    .filter(({ from, to }) => (to - from) * FRAME_MS >= SHORTEST_SPEECH_MS && swings(levels.subarray(from, to)))
    .map(({ from, to }) => ({ from: from * FRAME_MS - MARGIN_MS, to: to * FRAME_MS + MARGIN_MS }))
    .map(({ from, to }) => ({ startMs: Math.max(0, from), endMs: Math.min(lengthMs, to) }))
    .reduce<SpeechSpan[]>(joinTouching, []);
}

/** Frames, the last not included. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

function measureLevels(samples: Float32Array): Float32Array {
  const levels = new Float32Array(Math.floor(samples.length / FRAME));
  for (let frame = 0; frame < levels.length; frame += 1) {
    let power = 0;
    for (let at = frame * FRAME; at < (frame + 1) * FRAME; at += 1) power += samples[at]! * samples[at]!;
    levels[frame] = 10 * Math.log10(power / FRAME + 1e-10);
  }
  return levels;
}

function findLoud(levels: Float32Array, begins: number): Stretch[] {
  const stretches: Stretch[] = [];
  let from = -1;
  for (let frame = 0; frame <= levels.length; frame += 1) {
    const level = levels[frame] ?? -Infinity;
    if (from < 0 && level >= begins) from = frame;
    else if (from >= 0 && level < begins - HYSTERESIS_DB) {
      stretches.push({ from, to: frame });
      from = -1;
    }
  }
  return stretches;
}

function joinNear(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const next of stretches) {
    const last = joined.at(-1);
    if (last && (next.from - last.to) * FRAME_MS <= LONGEST_PAUSE_MS)
      joined[joined.length - 1] = { ...last, to: next.to };
    else joined.push(next);
  }
  return joined;
}

const swings = (levels: Float32Array): boolean => quantile(levels, 0.75) - quantile(levels, 0.25) >= LEAST_SWING_DB;

function joinTouching(spans: SpeechSpan[], next: SpeechSpan): SpeechSpan[] {
  const last = spans.at(-1);
  if (last === undefined || next.startMs > last.endMs) return [...spans, next];
  return [...spans.slice(0, -1), { startMs: last.startMs, endMs: next.endMs }];
}

function quantile(values: Float32Array, share01: number): number {
  const sorted = Float32Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share01))]!;
}
