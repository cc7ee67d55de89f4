// In: a way to ask a server that transcribes as OpenAI's does (POST /audio/transcriptions, verbose_json:
// https://platform.openai.com/docs/api-reference/audio). Out: a transcriber. It opens no connection itself.
import { z } from 'zod';
import { MirrorError } from '../src/domain/errors.ts';
import type { StopSignal } from '../src/lib/cancel.ts';
import { type Heard, SAMPLES_PER_SECOND, type Transcriber } from '../src/needs/transcriber.ts';
import { toWave } from './wave.ts';

export interface ServerTranscriberOptions {
  /** Host with port, for people. */
  readonly host: string;
  /** As the server knows it. */
  readonly model: string;
  readonly post: (path: string, body: ServerBody, signal: StopSignal | undefined) => Promise<ServerReply>;
}

export interface ServerBody {
  readonly bytes: Uint8Array;
  readonly type: string;
}

export interface ServerReply {
  readonly status: number;
  readonly text: string;
}

/** Servers differ in what they tell beside the text. */
const Reply = z.object({
  text: z.string(),
  language: z.string().nullish(),
  segments: z
    .array(
      z.object({
        start: z.number().min(0),
        end: z.number().min(0),
        text: z.string(),
        avg_logprob: z.number().max(0).nullish(),
        no_speech_prob: z.number().min(0).max(1).nullish(),
      }),
    )
    .nullish(),
});
type Reply = z.infer<typeof Reply>;

export function createServerTranscriber({ host, model, post }: ServerTranscriberOptions): Transcriber {
  const ask = async (
    samples: Float32Array,
    language: string | null,
    signal: StopSignal | undefined,
  ): Promise<Reply> => {
    const { status, text } = await post('audio/transcriptions', await writeForm(samples, { model, language }), signal);
    if (status < 200 || status > 299) throw new MirrorError('transcriber/refused', { data: { host, status } });
    return readReply(text, host);
  };
  return {
    madeBy: `model:${model}@${host}`,
    languages: ['many'],
    transcribe: async (samples, language, { signal } = {}) => toHeard(await ask(samples, language, signal), samples),
    guessLanguage: async (samples, { signal } = {}) => {
      const { language } = await ask(samples, null, signal);
      const code = language ? toCode(language) : undefined;
      return code === undefined ? undefined : { language: code, probability01: 0.5 };
    },
  };
}

async function writeForm(
  samples: Float32Array,
  { model, language }: { readonly model: string; readonly language: string | null },
): Promise<ServerBody> {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(toWave(samples))], { type: 'audio/wav' }), 'speech.wav');
  form.set('model', model);
  form.set('response_format', 'verbose_json');
  form.set('temperature', '0');
  if (language !== null) form.set('language', language);
  const written = new Response(form);
  return { bytes: new Uint8Array(await written.arrayBuffer()), type: written.headers.get('content-type') ?? '' };
}

function readReply(text: string, host: string): Reply {
  try {
    return Reply.parse(JSON.parse(text));
  } catch (cause) {
    const detail = cause instanceof z.ZodError ? (cause.issues[0]?.path.join('.') ?? 'shape') : 'no JSON';
    throw new MirrorError('transcriber/bad-reply', { data: { host, detail }, cause });
  }
}

/** A server that tells no segments has heard one. */
function toHeard({ text, segments }: Reply, samples: Float32Array): Heard {
  const lengthMs = Math.round((samples.length * 1000) / SAMPLES_PER_SECOND);
  const told = segments ?? [{ start: 0, end: lengthMs / 1000, text }];
  const heard = told.map((segment) => ({
    startMs: Math.round(segment.start * 1000),
    endMs: Math.round(segment.end * 1000),
    text: segment.text.trim(),
    logProbability: segment.avg_logprob ?? null,
  }));
  const silent = (segments ?? []).flatMap(({ no_speech_prob: share }) => share ?? []);
  return {
    segments: heard.filter((segment) => segment.text !== ''),
    noSpeech01: silent.length === 0 ? null : Math.min(...silent),
  };
}

/** OpenAI's own server says "english", others "en". */
function toCode(language: string): string | undefined {
  const wanted = language.toLowerCase();
  if (/^[a-z]{2}$/.test(wanted)) return wanted;
  const names = new Intl.DisplayNames('en', { type: 'language' });
  return WHISPER_CODES.find((code) => names.of(code)?.toLowerCase() === wanted);
}

/** The languages of Whisper that people narrate work in; a server may know more, and then names them by code. */
const WHISPER_CODES =
  'en zh de es ru ko fr ja pt tr pl ca nl ar sv it id hi fi vi he uk el ms cs ro da hu ta no th ur hr bg lt'.split(' ');
