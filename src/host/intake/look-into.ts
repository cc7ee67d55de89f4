// In: a file whose name says two things. Out: what its first bytes say.
import type { Look } from '../../ingest/arrange-files.ts';
import { endingOf } from '../../ingest/file-kinds.ts';
import { MirrorError } from '../../domain/errors.ts';
import { OUTSIDE } from '../files/create-files.ts';
import type { WorkspaceFiles } from '../files/workspace-files.ts';
import { sketchLogFile } from '../off-thread/read-log-file.ts';
import { looksLikeLog } from '../../ingest/csv-columns.ts';

const HEAD_BYTES = 4096;

/** Undefined where the bytes do not tell either. */
export async function lookInto(file: string, files: WorkspaceFiles = OUTSIDE): Promise<Look | undefined> {
  const ending = endingOf(file);
  if (ending === '.csv' || ending === '.tsv') return lookIntoTable(file, files);
  if (ending !== '.json') return undefined;
  const head = await readHead(file, files);
  if (/^\uFEFF?\s*\{\s*"buckets"\s*:/.test(head)) return 'activity';
  return /"mirror-transcript\/1"|"segments"\s*:/.test(head) && !/"(?:ocel:|eventTypes|objectTypes)/.test(head)
    ? 'transcript'
    : 'log';
}

/** A table is a log when its header has a case, an activity and a time. */
async function lookIntoTable(file: string, { access }: WorkspaceFiles): Promise<Look> {
  try {
    const sketch = await sketchLogFile(file, { columns: {}, access });
    return sketch !== undefined && looksLikeLog(sketch) ? 'log' : 'document';
  } catch (error) {
    if (error instanceof MirrorError) return 'document';
    throw error;
  }
}

async function readHead(file: string, files: WorkspaceFiles): Promise<string> {
  const head = Buffer.alloc(HEAD_BYTES);
  const opened = await files.open(file);
  try {
    return head.toString('utf8', 0, await opened.read(head, 0));
  } finally {
    await opened.close();
  }
}
