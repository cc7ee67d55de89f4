// Transfers: what was copied in one system and pasted in another, seen in the window events.
import type { EventRef, UiEvent } from '../domain/evidence.ts';
import type { Transfer } from '../domain/extraction.ts';
import { ElementId } from '../domain/ids.ts';
import type { RecordingEvidence } from '../domain/process.ts';
import { shortHash } from '../lib/short-hash.ts';
import confidence from './data/confidence.json' with { type: 'json' };

const LONGEST_MS = 5 * 60_000;

/** Each paste in another window than the last copy is one transfer. */
export function findTransfers({ recording, events }: RecordingEvidence): Transfer[] {
  const found: Transfer[] = [];
  let copied: UiEvent | undefined;
  for (const event of [...events].sort((a, b) => a.atMs - b.atMs || a.index - b.index)) {
    if (event.kind === 'copy') copied = event;
    if (event.kind !== 'paste' || !copied || sameWindow(copied, event) || event.atMs - copied.atMs > LONGEST_MS)
      continue;
    const source = copied;
    const evidence = [source, event].map((each): EventRef => eventRef(recording.id, each));
    found.push({
      id: ElementId.parse(`transfer-${shortHash(`${recording.id}|transfer|${source.index}-${event.index}`)}`),
      recordingId: recording.id,
      startMs: source.atMs,
      endMs: event.atMs,
      from: windowName(source),
      to: windowName(event),
      what: null,
      evidence,
      provenance: 'observed',
      confidence01: confidence.seen,
      unsure: false,
      by: 'events:copy-paste',
    });
  }
  return found;
}

function eventRef(recordingId: RecordingEvidence['recording']['id'], event: UiEvent): EventRef {
  return { kind: 'event', recordingId, event: event.index, startMs: event.atMs, endMs: event.atMs, title: event.title };
}

function sameWindow(a: UiEvent, b: UiEvent): boolean {
  return a.app === b.app && a.title === b.title;
}

function windowName(event: UiEvent): string {
  return event.title.trim() === '' ? event.app : event.title;
}
