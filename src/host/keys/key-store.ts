// In: keys of model servers, as people enter them. Out: the same to whoever sends them, and to nobody else.
import { MirrorError } from '../../domain/errors.ts';

/**
 * Where keys lie: a file of their owner's (`file-slots.ts`), or the keystore of the system, which the desktop hands in.
 * What is read is what was written. Nothing of it may get into an error, a log, the database or the ledger.
 */
export interface KeySlots {
  read(id: string): string | undefined;
  write(id: string, secret: string): void;
  /** Of one that is not there: nothing happens. */
  forget(id: string): void;
}

export interface KeyStore {
  /**
   * The key itself; undefined where there is none.
   * @throws keys/no-variable where an environment variable was named that is not set, keys/readable, keys/damaged
   */
  read(id: string): string | undefined;
  /**
   * In the place of an earlier one. "env:NAME" keeps the name of an environment variable instead of a key.
   * @throws keys/unusable, keys/readable, keys/damaged, disk/no-access
   */
  write(id: string, key: string): void;
  forget(id: string): void;
  /** Whether there is a key, or an environment variable that has one. */
  has(id: string): boolean;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** @param env where "env:NAME" is looked up, each time anew */
export function createKeyStore(slots: KeySlots, env: Environment): KeyStore {
  return {
    read: (id) => {
      const kept = slots.read(id);
      const name = kept === undefined ? undefined : readVariableName(kept);
      if (name === undefined) return kept;
      const key = env[name]?.trim();
      if (!key) throw new MirrorError('keys/no-variable', { data: { name } });
      return requireSendable(key);
    },
    write: (id, key) => slots.write(id, requireSendable(key.trim())),
    forget: (id) => slots.forget(id),
    has: (id) => {
      const kept = slots.read(id);
      const name = kept === undefined ? undefined : readVariableName(kept);
      return name === undefined ? kept !== undefined : Boolean(env[name]?.trim());
    },
  };
}

/**
 * The id of a writer's key. The server is part of it: a key that was entered for one server is never sent to another,
 * whether the writer's address was changed or somebody else's workspace names a writer of the same id.
 */
export const keyIdOf = ({ id, url }: { readonly id: string; readonly url: string }): string =>
  `${id}@${URL.parse(url)?.origin ?? ''}`;

const readVariableName = (kept: string): string | undefined => /^env:([A-Za-z_]\w*)$/.exec(kept)?.[1];

/** Headers take visible ASCII; anything else came from a slip of the mouse, and would only fail later. */
function requireSendable(key: string): string {
  if (!/^[\x21-\x7e]{1,1000}$/.test(key) || (key.startsWith('env:') && readVariableName(key) === undefined))
    throw new MirrorError('keys/unusable');
  return key;
}

/** For as long as the process lives. */
export function createMemorySlots(): KeySlots {
  const all = new Map<string, string>();
  return {
    read: (id) => all.get(id),
    write: (id, secret) => void all.set(id, secret),
    forget: (id) => void all.delete(id),
  };
}
