// A thread that reads mutants one after another and says of each, before it begins, which one it is. Whoever started it
// can so tell a file that makes a reader hang, and end it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { MirrorError } from '../../domain/errors.ts';
import { createRandom } from '../../lib/random.ts';
import { damage, makeInputs } from './inputs.ts';
import { readInput } from './read-input.ts';

export interface FuzzRequest {
  /** Of each kind of input. */
  readonly mutants: number;
  readonly seed: number;
}

export type FuzzMessage =
  | { readonly kind: 'begin'; readonly input: string; readonly number: number }
  | { readonly kind: 'crash'; readonly input: string; readonly number: number; readonly error: string }
  | { readonly kind: 'end'; readonly read: number; readonly refused: number };

await run(workerData as FuzzRequest); // the only one who starts it is run-fuzz.ts

async function run({ mutants, seed }: FuzzRequest): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mirror-fuzz-'));
  const tally = { read: 0, refused: 0 };
  try {
    for (const [at, whole] of makeInputs().entries()) {
      const { name: input } = whole;
      const random = createRandom(seed * 1000 + at);
      for (let number = 0; number < mutants; number += 1) {
        say({ kind: 'begin', input, number });
        // A new name for each: some file systems flush a file that is written over to the disk at once.
        const file = join(folder, `${number}.${input}`);
        writeFileSync(file, damage(whole, random));
        const error = await complain(file, tally);
        if (error !== undefined) say({ kind: 'crash', input, number, error });
        rmSync(file);
      }
    }
    say({ kind: 'end', ...tally });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What is wrong with how the file was taken: undefined for a result, and for a refusal of one line. */
async function complain(file: string, tally: { read: number; refused: number }): Promise<string | undefined> {
  try {
    await readInput(file);
    tally.read += 1;
    return undefined;
  } catch (error) {
    if (!(error instanceof MirrorError)) return error instanceof Error ? (error.stack ?? error.message) : String(error);
    tally.refused += 1;
    return /[\r\n]/.test(error.message) ? `its message has several lines: ${error.message}` : undefined;
  }
}

function say(message: FuzzMessage): void {
  parentPort?.postMessage(message);
}
