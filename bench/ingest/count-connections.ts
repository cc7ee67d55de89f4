// In: a folder of models. Out: how many connections leave this machine while a film goes through all of them (strace).
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeToldFilm, SCRIPT } from '../../src/host/ingest/testing/killed-runs.ts';

/** Null where there is no strace to look with. Every process of the run is followed. */
export async function countConnections(folder: string, models: string): Promise<number | null> {
  if (spawnSync('strace', ['-V']).status !== 0) return null;
  const own = join(folder, 'traced');
  mkdirSync(own);
  const trace = join(own, 'trace.txt');
  const node = [process.execPath, '--disable-warning=ExperimentalWarning', SCRIPT];
  const args = [join(own, 'workspace'), models, makeToldFilm(own)];
  execFileSync('strace', ['-f', '-qq', '-e', 'trace=network', '-o', trace, ...node, ...args], { stdio: 'ignore' });
  const lines = readFileSync(trace, 'utf8').split('\n');
  if (!lines.some((line) => line.includes('socketpair(')))
    throw new Error('strace saw no process talk to its children');
  return lines.filter(leavesMachine).length;
}

/** Sockets of the machine itself, and of the loopback device, stay here. */
export const leavesMachine = (line: string): boolean =>
  /\b(?:connect|sendto|sendmsg)\(/.test(line) &&
  /sa_family=AF_INET6?/.test(line) &&
  !/inet_addr\("127\.|inet_pton\(AF_INET6, "::1"/.test(line);
