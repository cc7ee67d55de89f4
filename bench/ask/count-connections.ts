// In: a folder. Out: how many connections leave this machine while `mirror ask` runs under the rules a workspace begins with.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WriterEntry } from '../../src/domain/writer.ts';
import { createCore } from '../../src/host/core.ts';
import { openFakeServer } from '../../src/host/writers/testing/fake-server.ts';
import { leavesMachine } from '../ingest/count-connections.ts';

const MAIN = join(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts');
const PROCESS = 'Customer onboarding';

/**
 * Rules, a model server of this machine, and one beyond it that the rules do not let be asked; every process of each run
 * is followed. Null where there is no strace to look with.
 */
export async function countAskConnections(folder: string): Promise<number | null> {
  if (spawnSync('strace', ['-V']).status !== 0) return null;
  const own = join(folder, 'traced');
  mkdirSync(own);
  const server = await openFakeServer(() => ({ text: 'I cannot answer this.' }));
  try {
    const here = writer('here', server.urlOf('openai-compatible'));
    const beyond = writer('beyond', 'https://models.example.com/v1');
    await prepare(join(own, 'workspace'), [here, beyond]);
    const runs = [
      await trace(own, ['How many handoffs are there?', '--model', 'none']),
      await trace(own, ['How many handoffs are there?', '--model', here.id]),
      await trace(own, ['Which of them annoys people most?', '--model', 'auto']),
      // Refused: bad input, to a terminal.
      await trace(own, ['How many handoffs are there?', '--model', beyond.id], 2),
    ];
    if (server.asked.length === 0) throw new Error('the model of this machine was never asked');
    if (!runs[1]?.some((line) => line.includes('inet_addr("127.'))) throw new Error('strace saw no model being asked');
    return runs.flat().filter(leavesMachine).length;
  } finally {
    await server.close();
  }
}

const writer = (id: string, url: string): WriterEntry =>
  WriterEntry.parse({
    id,
    title: id,
    dialect: 'openai-compatible',
    url,
    model: 'small-1',
    strength: 'light',
    price: null,
    contextTokens: 32_000,
    callsTools: true,
  });

async function prepare(workspace: string, writers: readonly WriterEntry[]): Promise<void> {
  const core = await createCore({ workspace, door: 'terminal' });
  try {
    const loading = await core.client.samples.load();
    while (!(await loading.next()).done);
    for (const each of writers) await core.client.writer.save({ writer: each });
  } finally {
    await core.close();
  }
}

/** @throws Error when the command ends with another code than is expected */
async function trace(folder: string, asked: readonly string[], expected = 0): Promise<string[]> {
  const file = join(folder, 'trace.txt');
  const node = [process.execPath, '--disable-warning=ExperimentalWarning', MAIN];
  const ask = ['ask', ...asked, '--process', PROCESS, '--workspace', join(folder, 'workspace'), '--json'];
  const child = spawn('strace', ['-f', '-qq', '-e', 'trace=network', '-o', file, ...node, ...ask], { stdio: 'ignore' });
  const [code]: unknown[] = await once(child, 'close');
  if (code !== expected) throw new Error(`mirror ${ask.join(' ')} ended with ${String(code)}`);
  return readFileSync(file, 'utf8').split('\n');
}
