// Stage "speech". In: the sound of a recording. Out: where somebody speaks in it, in spans that a transcriber can take.
import type { SpeechSpan } from '../../../domain/ingest.ts';
import { cutLongSpans } from '../../../ingest/speech/cut-spans.ts';
import { settlePiece } from '../../../ingest/speech/find-in-pieces.ts';
import { findSoundTrack, followSound, readSamples } from '../../media/sound.ts';
import { hashInputs, type IngestStage } from '../stage.ts';
import { keepPlan } from './keep-plan.ts';

/** So much is listened to at a time: memory stays flat, and what is quiet is told by more than one sentence. */
const PIECE_MS = 120_000;

export const speechStage: IngestStage = {
  name: 'speech',
  plan: (host, recording) => {
    const track = findSoundTrack(host, recording);
    if (track === undefined) return { skip: 'It has no sound.' };
    if (recording.transcriptBy === 'file') return { skip: 'Its words came with it.' };
    const { madeBy } = host.speech.detector();
    return keepPlan(host, recording, 'speech') ?? { inputHash: hashInputs(track.sha256), madeBy: `${madeBy} cut-1` };
  },
  run: async function* (host, recording, signal) {
    const sound = yield* followSound(host, recording, signal);
    const detector = host.speech.detector();
    const spans: SpeechSpan[] = [];
    for (let startMs = 0; startMs < sound.durationMs; ) {
      yield { stage: 'speech', done: startMs / 1000, total: sound.durationMs / 1000, unit: 'seconds' };
      const endMs = Math.min(sound.durationMs, startMs + PIECE_MS);
      const samples = await readSamples(sound, startMs, endMs);
      const found = cutLongSpans(await detector.detect(samples, { signal }), samples);
      const settled = settlePiece(found, { startMs, endMs, isLast: endMs === sound.durationMs });
      spans.push(...settled.spans);
      startMs = settled.nextMs;
    }
    const speechMs = spans.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);
    return {
      save: () => host.store.saveSpans(recording.id, spans),
      counts: { spans: spans.length, speechSeconds: Math.round(speechMs / 1000) },
      warnings: [],
    };
  },
};
