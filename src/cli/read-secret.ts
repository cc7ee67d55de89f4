// In: a sealed workspace in front of a person, or of a script. Out: the passphrase or recovery key, seen by nobody else.
import { readFileSync } from 'node:fs';
import { MirrorError } from '../domain/errors.ts';

/** Two names for the one that opens a workspace, two for the one that is to open it from now on. */
type Wanted = 'MIRROR_PASSPHRASE' | 'MIRROR_NEW_PASSPHRASE';

/**
 * From MIRROR_PASSPHRASE_FILE (a file, or /dev/fd/3), from MIRROR_PASSPHRASE, or typed without being shown.
 * @throws vault/locked where there is nobody to ask, vault/secret-unreadable
 */
export async function readSecret(): Promise<string> {
  const secret = findSecret() ?? (await askHidden('Passphrase or recovery key: '));
  if (secret === undefined || secret === '') throw new MirrorError('vault/locked');
  return secret;
}

/** A new passphrase, typed twice. @throws vault/no-passphrase where there is nobody to ask, vault/typed-differently */
export async function readNewPassphrase(): Promise<string> {
  const given = findSecret('MIRROR_NEW_PASSPHRASE');
  if (given !== undefined) return given;
  const first = await askHidden('New passphrase (four words or more): ');
  if (first === undefined) throw new MirrorError('vault/no-passphrase');
  if (first !== (await askHidden('Once more: '))) throw new MirrorError('vault/typed-differently');
  return first;
}

/** What the environment gives. It is taken out of it, so that no program that Mirror starts inherits it. */
export function findSecret(
  wanted: Wanted = 'MIRROR_PASSPHRASE',
  env: NodeJS.ProcessEnv = process.env,
): string | undefined {
  const { [wanted]: given, [`${wanted}_FILE`]: file } = env;
  delete env[wanted];
  delete env[`${wanted}_FILE`];
  const secret = file === undefined || file === '' ? given : readFirstLine(file);
  return secret === '' ? undefined : secret;
}

function readFirstLine(file: string): string {
  try {
    const [line = ''] = readFileSync(file, 'utf8').split(/\r?\n/);
    if (line !== '') return line;
  } catch (cause) {
    const detail = cause instanceof Error && 'code' in cause ? String(cause.code) : 'it cannot be read';
    throw new MirrorError('vault/secret-unreadable', { data: { from: file, detail } });
  }
  throw new MirrorError('vault/secret-unreadable', { data: { from: file, detail: 'it is empty' } });
}

/** Undefined where no person sits. The question goes to stderr: stdout belongs to the result. */
function askHidden(question: string): Promise<string | undefined> {
  const { stdin, stderr } = process;
  if (!stdin.isTTY || !stderr.isTTY) return Promise.resolve(undefined);
  stderr.write(question);
  stdin.setRawMode(true).setEncoding('utf8').resume();
  return new Promise((resolve, reject) => {
    let typed = '';
    const end = (finish: () => void): void => {
      stdin.off('data', onKeys).setRawMode(false).pause();
      stderr.write('\n');
      finish();
    };
    // Pasting brings many characters at once.
    const onKeys = (keys: string): void => {
      for (const key of keys) {
        if (key === '\r' || key === '\n') return end(() => resolve(typed));
        if (key === '\u0003' || key === '\u0004') return end(() => reject(new DOMException('stopped', 'AbortError')));
        typed = key === '\u007f' || key === '\b' ? typed.slice(0, -1) : typed + key;
      }
    };
    stdin.on('data', onKeys);
  });
}
