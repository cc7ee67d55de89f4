// The child that reads sound: hours of it in WebAssembly, and files that somebody else made.
import { convertWave } from '../media/convert-wave.ts';
import { decodeOpus, findSoundCodec } from '../media/decode-opus.ts';
import { measureSound } from '../media/measure-sound.ts';
import { serveEngine } from './serve-engine.ts';

const METHODS = { findSoundCodec, decodeOpus, convertWave, measureSound };
export type SoundMethods = typeof METHODS;

serveEngine(METHODS);
