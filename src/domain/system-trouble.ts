// In: anything thrown. Out: the expected failure it is when the machine got in the way: a full disk, no permission.
import { MirrorError } from './errors.ts';

/** By the codes of Node and of SQLite, wherever in the chain of causes they stand; undefined for everything else. */
export function findSystemTrouble(error: unknown): MirrorError | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = 'code' in cause ? String(cause.code) : '';
    const kind = KINDS.find(([pattern]) => pattern.test(code))?.[1];
    if (kind === undefined) continue;
    const file = 'path' in cause && typeof cause.path === 'string' ? cause.path : 'the workspace';
    return new MirrorError(kind, { data: { file, detail: cause.message }, cause: error });
  }
  return undefined;
}

const KINDS = [
  [/^(ENOSPC|EDQUOT|SQLITE_FULL)$/, 'disk/full'],
  [/^(EACCES|EPERM|EROFS|SQLITE_READONLY.*|SQLITE_PERM|SQLITE_CANTOPEN.*)$/, 'disk/no-access'],
  [/^(EIO|SQLITE_IOERR.*)$/, 'disk/failing'],
] as const;
