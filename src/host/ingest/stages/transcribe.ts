// Stage "transcribe". In: where somebody speaks. Out: the words, as far as a model can be believed. What a person wrote, or
// what came with the recording, always wins.
import { MirrorError } from '../../../domain/errors.ts';
import type { SpeechSpan } from '../../../domain/ingest.ts';
import type { Recording } from '../../../domain/process.ts';
import { packSpans } from '../../../ingest/speech/cut-spans.ts';
import { type HeardWindow, judgeHeard, type JudgedSpeech } from '../../../ingest/speech/judge-heard.ts';
import { sayLeftOut } from '../../../ingest/speech/say-left-out.ts';
import type { Transcriber } from '../../../needs/transcriber.ts';
import type { Host } from '../../host.ts';
import { findSoundTrack, followSound, readSamples, type Sound } from '../../media/sound.ts';
import { hashInputs, type IngestStage } from '../stage.ts';
import { keepPlan } from './keep-plan.ts';

/** Which words are believed. */
const JUDGED = 'judge-1';
/** A language is guessed from so many windows, the longest. */
const GUESSED_FROM = 3;
/** Nobody has said which one it is (ISO 639-2). */
const UNKNOWN_LANGUAGE = 'und';

export const transcribeStage: IngestStage = {
  name: 'transcribe',
  plan: (host, recording) => {
    const track = findSoundTrack(host, recording);
    if (track === undefined) return { skip: 'It has no sound.' };
    if (recording.transcriptBy === 'file') return { skip: 'Its words came with it.' };
    if (recording.transcriptBy === 'person') return { skip: 'A person wrote its words.' };
    const kept = keepPlan(host, recording, 'transcribe');
    if (kept) return kept;
    const spans = host.store.listSpans(recording.id);
    if (spans.length === 0) return { skip: 'Nobody speaks in it.' };
    const transcriber = host.speech.transcriber();
    if (transcriber === undefined) return { skip: NO_MODEL, isTold: true };
    return { inputHash: hashInputs(track.sha256, spans), madeBy: `${transcriber.madeBy} ${JUDGED}` };
  },
  run: async function* (host, recording, signal) {
    const transcriber = host.speech.transcriber();
    // Somebody has removed it since the plan was made.
    if (transcriber === undefined) throw new MirrorError('models/not-installed', { data: { id: 'whisper-base' } });
    const sound = yield* followSound(host, recording, signal);
    const spans = host.store.listSpans(recording.id);
    const windows = packSpans(spans);
    const heard: HeardWindow[] = [];
    const total = sumSeconds(windows);
    const language = await decideLanguage(recording, { transcriber, sound, windows, signal });
    for (const [at, window] of windows.entries()) {
      yield { stage: 'transcribe', done: sumSeconds(windows.slice(0, at)), total, unit: 'seconds of speech' };
      const samples = await readSamples(sound, window.startMs, window.endMs);
      heard.push({ ...window, heard: await transcriber.transcribe(samples, language, { signal }) });
    }
    const judged = judgeHeard(heard, spans);
    const texts = judged.segments.map(({ text }) => text);
    await host.lookAhead(recording.processId, texts, signal);
    return {
      save: () => save(host, recording, { judged, by: transcriber.madeBy, language }),
      counts: { segments: texts.length, words: countWords(texts), ...judged.leftOut },
      warnings: sayLeftOut(judged),
      changesEvidence: true,
    };
  },
};

const NO_MODEL =
  'No model of speech is installed, so its words are not written down. `mirror models pull whisper-base` fetches one; a transcript beside the file does as well.';

interface Written {
  readonly judged: JudgedSpeech;
  readonly by: string;
  readonly language: string | null;
}

/** A person may have written words while the model was listening. */
function save({ store }: Host, { id }: Recording, { judged: { segments }, by, language }: Written): void {
  if (store.findRecording(id)?.transcriptBy === 'person') return;
  store.saveTranscript(id, { segments, by, ...(language !== null && { language }) });
}

interface Listening {
  readonly transcriber: Transcriber;
  readonly sound: Sound;
  readonly windows: readonly SpeechSpan[];
  readonly signal: AbortSignal;
}

/** One for the whole recording: guessed anew for each window, it would jump at every cough. Null where nobody knows. */
async function decideLanguage(
  { language }: Recording,
  { transcriber, sound, windows, signal }: Listening,
): Promise<string | null> {
  if (language !== UNKNOWN_LANGUAGE) return language;
  const longest = windows.toSorted((a, b) => b.endMs - b.startMs - (a.endMs - a.startMs)).slice(0, GUESSED_FROM);
  const votes = new Map<string, number>();
  for (const { startMs, endMs } of longest) {
    const guess = await transcriber.guessLanguage(await readSamples(sound, startMs, endMs), { signal });
    if (guess) votes.set(guess.language, (votes.get(guess.language) ?? 0) + guess.probability01);
  }
  const [first] = [...votes].toSorted(([, a], [, b]) => b - a);
  return first?.[0] ?? null;
}

const sumSeconds = (spans: readonly SpeechSpan[]): number =>
  spans.reduce((sum, { startMs, endMs }) => sum + (endMs - startMs) / 1000, 0);

const countWords = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0);
