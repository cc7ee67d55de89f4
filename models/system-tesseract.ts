// The Tesseract of this machine, where there is one: nearly twice as fast as the same in WebAssembly.
import { execFile, spawn } from 'node:child_process';
import { buffer, text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { MirrorError } from '../src/domain/errors.ts';
import type { StopSignal } from '../src/lib/cancel.ts';
import type { Recogniser } from './screen/create-screen-reader.ts';

export interface SystemTesseract {
  readonly command: string;
  /** "5.3.0" */
  readonly version: string;
  /** As Tesseract calls them: "eng". */
  readonly languages: readonly string[];
}

const run = promisify(execFile);

/** Undefined where there is none that runs, or only one from before it read lines as a whole (4.0). */
export async function findSystemTesseract(command = 'tesseract'): Promise<SystemTesseract | undefined> {
  try {
    const [about, list] = await Promise.all([run(command, ['--version']), run(command, ['--list-langs'])]);
    const version = /tesseract v?(\d+(?:\.\d+)+)/.exec(about.stdout + about.stderr)?.[1];
    if (version === undefined || Number.parseInt(version, 10) < 4) return undefined;
    const languages = (list.stdout + list.stderr).split('\n').map((line) => line.trim());
    return { command, version, languages: languages.filter((line) => /^[a-z_]{3,}$/i.test(line)) };
  } catch {
    // Not there, or broken: then it is as if it were not there.
    return undefined;
  }
}

export const nameSystemTesseract = ({ version }: SystemTesseract, language: string): string =>
  `tesseract ${version} (${language})`;

/** Each picture in a process of its own, about 0.1 s of which is its start. */
export function openSystemTesseract(tesseract: SystemTesseract, language: string): Recogniser {
  return {
    name: nameSystemTesseract(tesseract, language),
    recognise: (picture, signal) => recognise(tesseract.command, language, { picture, signal }),
    close: () => Promise.resolve(),
  };
}

async function recognise(
  command: string,
  language: string,
  { picture, signal }: { readonly picture: Buffer; readonly signal: StopSignal | undefined },
): Promise<string> {
  const args = ['stdin', 'stdout', '-l', language, '--psm', '3', '-c', 'tessedit_create_tsv=1'];
  // Its threads wait for each other in loops: with one it is five times as fast.
  const env = { ...process.env, OMP_THREAD_LIMIT: '1' };
  const child = spawn(command, args, { env, stdio: ['pipe', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  // One that ends early does not take all of its picture; how it ended is told below.
  child.stdin.on('error', () => {});
  child.stdin.end(picture);
  const onAbort = (): void => void child.kill('SIGKILL');
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    const [code, found, complaint] = await Promise.all([ended, buffer(child.stdout), text(child.stderr)]);
    signal?.throwIfAborted();
    if (code === 0) return found.toString('utf8');
    const detail = complaint.trim().split('\n').at(-1) || `tesseract ended with code ${String(code)}`;
    throw new MirrorError('reader/failed', { data: { detail } });
  } finally {
    signal?.removeEventListener('abort', onAbort);
  }
}
