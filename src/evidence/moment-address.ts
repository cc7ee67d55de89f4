// In: evidence pointers. Out: addresses of the moments they point at, and back. An address carries ids and numbers, no words.
import { z } from 'zod';
import type { EvidenceRef } from '../domain/evidence.ts';
import { ArtifactId, CorrectionId, LogId, RecordingId } from '../domain/ids.ts';
import type { EvidenceSource } from './cite.ts';

const START = 'mirror://moment/';

/** "mirror://moment/speech/ID/SEGMENT/FROM-TO", and its like; of a document without a page, page 0. */
export function addressOf(ref: EvidenceRef): string {
  switch (ref.kind) {
    case 'speech':
      return write('speech', ref.recordingId, ref.segment, `${ref.charStart}-${ref.charEnd}`);
    case 'event':
      return write('event', ref.recordingId, ref.event);
    case 'log':
      return write('log', ref.logId, ref.rows.join(','), ref.count);
    case 'frame':
      return write('frame', ref.recordingId, ref.atMs);
    case 'artifact':
      return write('page', ref.artifactId, ref.page ?? 0);
    case 'answer':
      return write('answer', ref.correctionId);
  }
}

const write = (...parts: readonly (string | number)[]): string =>
  START + parts.map((part) => encodeURIComponent(part).replaceAll('%2C', ',')).join('/');

/**
 * The pointer that an address was made of; undefined for anything else, and for a moment that is not there (any more).
 * Without "FROM-TO" it is all of a segment; of a document it is the page, without a quote.
 */
export function findRef(address: string, source: EvidenceSource): EvidenceRef | undefined {
  const parsed = Address.safeParse(readParts(address));
  if (!parsed.success) return undefined;
  switch (parsed.data[0]) {
    case 'speech':
      return findSpeech(parsed.data, source);
    case 'event': {
      const [kind, recordingId, index] = parsed.data;
      const event = source.recording(recordingId)?.events[index];
      return event && { kind, recordingId, event: index, startMs: event.atMs, endMs: event.atMs, title: event.title };
    }
    case 'log': {
      const [kind, logId, rows, count] = parsed.data;
      return source.log(logId) && { kind, logId, rows, count };
    }
    case 'frame': {
      const [kind, recordingId, atMs] = parsed.data;
      return { kind, recordingId, atMs };
    }
    case 'page': {
      const [, artifactId, page] = parsed.data;
      return { kind: 'artifact', artifactId, ...(page > 0 && { page }) };
    }
    case 'answer': {
      const [kind, correctionId] = parsed.data;
      const command = source.correction(correctionId)?.command;
      if (command?.do !== 'answer' || command.words === null) return undefined;
      return { kind, correctionId, quote: command.words };
    }
  }
}

function findSpeech([kind, recordingId, index, chars]: Speech, source: EvidenceSource): EvidenceRef | undefined {
  const segment = source.recording(recordingId)?.segments[index];
  if (segment === undefined) return undefined;
  const [charStart, charEnd] = chars ?? [0, segment.text.length];
  const quote = segment.text.slice(charStart, charEnd);
  if (quote.length === 0 || quote.length !== charEnd - charStart) return undefined;
  return {
    kind,
    recordingId,
    segment: index,
    startMs: segment.startMs,
    endMs: segment.endMs,
    charStart,
    charEnd,
    quote,
  };
}

function readParts(address: string): string[] {
  if (!address.startsWith(START)) return [];
  try {
    return address.slice(START.length).split('/').map(decodeURIComponent);
  } catch {
    // A malformed escape: no address of ours.
    return [];
  }
}

const Index = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);
const Chars = z
  .string()
  .regex(/^\d{1,9}-\d{1,9}$/)
  .transform((text) => {
    const [from = 0, to = 0] = text.split('-').map(Number);
    return [from, to] as const;
  });
const Rows = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.array(Index).min(1).max(5));

const SpeechAddress = z.tuple([z.literal('speech'), RecordingId, Index, Chars.optional()]);
type Speech = z.output<typeof SpeechAddress>;

const Address = z.union([
  SpeechAddress,
  z.tuple([z.literal('event'), RecordingId, Index]),
  z.tuple([z.literal('log'), LogId, Rows, Index.pipe(z.number().min(1))]),
  z.tuple([z.literal('frame'), RecordingId, Index]),
  z.tuple([z.literal('page'), ArtifactId, Index]),
  z.tuple([z.literal('answer'), CorrectionId]),
]);
