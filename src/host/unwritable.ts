// In: what went wrong while a file was written. Out: the same, in words for whoever chose the place.
import { MirrorError } from '../domain/errors.ts';

/** An error of the system or of SQLite becomes export/unwritable; any other is given back as it is. */
export const toUnwritable = (file: string, error: unknown): unknown =>
  isFromSystem(error)
    ? new MirrorError('export/unwritable', { data: { file, detail: error.message }, cause: error })
    : error;

const isFromSystem = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && /^(?:E[A-Z]+|SQLITE_[A-Z_]+)$/.test(String(error.code));
