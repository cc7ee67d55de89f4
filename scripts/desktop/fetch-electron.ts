// In: how long it may take. Out: whether Electron's program is here now. It is said before anything is fetched, and what
// comes is compared with the checksums of Electron's package from npm.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { electronVersion } from './find-electron.ts';

/** From a server that does not even take a call within this, nothing would come. */
const PROBE_MS = 3000;
const DAY_MS = 86_400_000;

/** Undefined when it worked; otherwise why not. What fails is remembered for a day (`hasFailedLately`). */
export async function fetchElectron(home: string, limitMs: number): Promise<string | undefined> {
  const host = hostOf(process.env);
  const problem = (await canReach(host)) ? await install(home, host, limitMs) : `${host} cannot be reached`;
  const note = noteFile(home);
  if (problem === undefined) rmSync(note, { force: true });
  else {
    mkdirSync(dirname(note), { recursive: true });
    writeFileSync(note, `${problem}\n`);
  }
  return problem;
}

export function hasFailedLately(home: string, nowMs: number): boolean {
  const note = noteFile(home);
  return existsSync(note) && nowMs - statSync(note).mtimeMs < DAY_MS;
}

const noteFile = (home: string): string => join(home, 'node_modules', '.cache', 'mirror-electron-failed');

/** Where Electron's package fetches from: its makers, or a mirror that a person names. */
function hostOf(env: NodeJS.ProcessEnv): string {
  const mirror = env['ELECTRON_MIRROR'] ?? env['npm_config_electron_mirror'];
  return (mirror && URL.parse(mirror)?.host) || 'github.com';
}

function canReach(host: string): Promise<boolean> {
  const [name = '', port = '443'] = host.split(':');
  return new Promise((resolve) => {
    const socket = connect({ host: name, port: Number(port) });
    const end = (isThere: boolean): void => {
      socket.destroy();
      resolve(isThere);
    };
    // Looking up a name is part of it, and may hang as well.
    const timer = setTimeout(() => end(false), PROBE_MS);
    socket.once('connect', () => end(true)).once('error', () => end(false));
    socket.once('close', () => clearTimeout(timer));
  });
}

function install(home: string, host: string, limitMs: number): Promise<string | undefined> {
  const limit = `${Math.round(limitMs / 1000)} s`;
  console.error(
    `mirror: fetching Electron ${electronVersion(home)} for the desktop app from ${host} (about 120 MB, for ${limit} at most; npm start -- --web does without) ...`,
  );
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(home, 'node_modules', 'electron', 'install.js')], {
      stdio: ['ignore', 'ignore', 'ignore'],
      timeout: limitMs,
      killSignal: 'SIGKILL',
    });
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => {
      if (code === 0) resolve(undefined);
      else resolve(signal === 'SIGKILL' ? `it had not come whole after ${limit}` : `${host} did not give it`);
    });
  });
}
