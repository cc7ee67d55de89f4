// In: a file of any kind that Mirror takes in. Out: what is read of it; each goes through the door a user's file goes through.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readEvents } from '../../ingest/read-events.ts';
import { readTranscript } from '../../ingest/read-transcript.ts';
import { OUTSIDE } from '../files/create-files.ts';
import { createMediaReader } from '../media.ts';
import { readActivityFile } from '../off-thread/read-activity-file.ts';
import { readLogFile } from '../off-thread/read-log-file.ts';
import { readDocumentFile } from '../off-thread/read-document-file.ts';
import { findImportSource, isDocument } from '../sources.ts';

/** @throws MirrorError where the file is refused */
export async function readInput(file: string): Promise<unknown> {
  const name = basename(file);
  if (isDocument(file)) return readDocumentFile(file, { name, folder: `${file}.files` });
  if (/\.(?:webm|wav)$/.test(name)) return createMediaReader(OUTSIDE).probe(file);
  if (name.endsWith('.events.jsonl')) return readEvents(readFileSync(file, 'utf8'), { file: name });
  if (name.includes('talk.')) return readTranscript(readFileSync(file, 'utf8'), { file: name });
  const source = findImportSource(file, { columns: {} });
  return source.kind === 'activity' ? readActivityFile(file) : readLogFile(file, { columns: {} });
}
