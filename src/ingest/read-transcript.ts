// In: a transcript as text, in one of four formats. Out: segments of speech on the recording's clock.
import { MirrorError } from '../domain/errors.ts';
import type { Segment, UiEvent } from '../domain/evidence.ts';
import { readCues } from './transcript-cues.ts';
import type { Speech, TranscriptDraft, TranscriptProblem } from './transcript-draft.ts';
import { readTranscriptFile } from './transcript-file.ts';
import { readPlainText } from './transcript-plain.ts';
import { settleSpeakers } from './transcript-speakers.ts';
import { orderEvents } from './ui-events.ts';

export interface TranscriptReading {
  readonly segments: Segment[];
  readonly events: UiEvent[];
  readonly narrator?: { readonly name?: string; readonly role?: string };
  readonly process?: string;
  readonly language?: string;
  readonly durationMs: number;
  readonly warnings: readonly string[];
}

export interface TranscriptOptions {
  /** The file's name: its ending tells the format, and errors name it. */
  readonly file: string;
  /** Whose recording it is, where the caller knows; other voices are marked as speakers. */
  readonly narrator?: string;
}

/**
 * Reads .vtt, .srt, .txt or mirror-transcript/1 (.json). Segments stand in order of time and have words; those of plain
 * text have estimated times. A speaker is only named where it is not the narrator.
 * @throws transcript/bad-format with the line or the field, transcript/empty, file/unknown-kind
 */
export function readTranscript(text: string, { file, narrator }: TranscriptOptions): TranscriptReading {
  const refuse: TranscriptProblem = (detail, cause) => {
    throw new MirrorError('transcript/bad-format', { data: { file, detail }, cause });
  };
  const draft = readDraft(text.startsWith('\ufeff') ? text.slice(1) : text, file, refuse);
  const spoken = draft.speech.filter((speech) => /[\p{L}\p{N}]/u.test(speech.text));
  if (spoken.length === 0) throw new MirrorError('transcript/empty', { data: { file } });
  const settled = settleSpeakers(spoken, draft.narrator?.name ?? narrator);
  const events = orderEvents(draft.events);
  const name = draft.narrator?.name ?? settled.narrator;
  return {
    segments: orderSpeech(settled.speech),
    events,
    narrator: draft.narrator || name ? { ...draft.narrator, name } : undefined,
    process: draft.process,
    language: draft.language,
    durationMs: Math.max(draft.durationMs ?? 0, lastEndMs(spoken), events.at(-1)?.atMs ?? 0),
    warnings: [...draft.warnings, ...settled.warnings],
  };
}

function readDraft(text: string, file: string, refuse: TranscriptProblem): TranscriptDraft {
  const kind = /\.(\w+)$/.exec(file.toLowerCase())?.[1];
  switch (kind) {
    case 'vtt':
      return readCues(text, { format: 'vtt', refuse });
    case 'srt':
      return readCues(text, { format: 'srt', refuse });
    case 'txt':
      return readPlainText(text);
    case 'json':
      return readTranscriptFile(text, refuse);
    default:
      throw new MirrorError('file/unknown-kind', { data: { file, kinds: '.vtt .srt .txt .json' } });
  }
}

function orderSpeech(speech: readonly Speech[]): Segment[] {
  const ordered = speech.toSorted((a, b) => a.startMs - b.startMs || a.endMs - b.endMs);
  return ordered.map(({ speaker, ...rest }, index) => ({ index, ...rest, ...(speaker ? { speaker } : {}) }));
}

const lastEndMs = (speech: readonly Speech[]): number => speech.reduce((last, { endMs }) => Math.max(last, endMs), 0);
