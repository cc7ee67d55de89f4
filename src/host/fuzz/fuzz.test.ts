// Damaged files of every kind: a result or one line, and a workspace that is as it was. `npm run bench:fuzz` reads more.
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import BetterSqlite3 from 'better-sqlite3';
import { MirrorError } from '../../domain/errors.ts';
import type { Source } from '../../domain/source.ts';
import { createRandom } from '../../lib/random.ts';
import type { Core } from '../core.ts';
import { runFlow } from '../flow.ts';
import { gatherSources } from '../intake/gather.ts';
import { findImportSource, findRecordingSource } from '../sources.ts';
import { createTestCore, createTestFolder, finish, writeTranscript } from '../testing.ts';
import { damage, makeInputs, packed } from './inputs.ts';
import { readInput } from './read-input.ts';
import { runFuzz } from './run-fuzz.ts';

const MUTANTS_OF_EACH = 140;
const RUNS_OF_EACH = 3;

/** Machines differ; that a reader hangs is told by run-fuzz.ts, which watches each mutant. */
const AMPLE = { timeout: 300_000 };

test('every example is read when it is whole', async () => {
  const folder = createTestFolder();
  const inputs = makeInputs();
  expect(inputs.length * MUTANTS_OF_EACH).toBeGreaterThan(2000);
  const refused: string[] = [];
  for (const input of inputs) {
    const file = join(folder, input.name);
    writeFileSync(file, packed(input));
    await readInput(file).catch((error: unknown) => refused.push(`${input.name}: ${String(error)}`));
  }
  // The recording is the beginning of one, and says so.
  expect(refused).toEqual([expect.stringMatching(/^screen\.webm: MirrorError: .* breaks off/)]);
});

test('damaged files of every kind end in a result or a refusal of one line', AMPLE, async () => {
  const { crashes, read, refused } = await runFuzz({ mutants: MUTANTS_OF_EACH, seed: 1 });
  expect(crashes).toEqual([]);
  expect(read + refused).toBe(makeInputs().length * MUTANTS_OF_EACH);
  // Damage that is always noticed, or never, tests one half of the readers.
  expect(Math.min(read, refused)).toBeGreaterThan(300);
});

test('a damaged file that is refused leaves the workspace as it was', AMPLE, async () => {
  const folder = createTestFolder();
  const core = await createTestCore(join(folder, 'workspace'));
  await finish(runFlow(core.host, request(findRecordingSource(writeTranscript(folder), {}))));
  const random = createRandom(2);
  let refused = 0;
  const changed: string[] = [];
  for (const input of makeInputs().filter(({ name }) => !name.endsWith('.events.jsonl'))) {
    const { name, door } = input;
    for (let number = 0; number < RUNS_OF_EACH; number += 1) {
      const before = fingerprint(core);
      const file = join(folder, `${number}.${name}`);
      writeFileSync(file, damage(input, random));
      try {
        await finish(
          runFlow(
            core.host,
            request(door === 'import' ? findImportSource(file, { columns: {} }) : await findIngestSource(file)),
          ),
        );
      } catch (error) {
        if (!(error instanceof MirrorError)) throw new Error(`${name} #${number}`, { cause: error });
        refused += 1;
        if (fingerprint(core) !== before) changed.push(`${name} #${number}`);
      }
    }
  }
  expect(changed).toEqual([]);
  expect(refused).toBeGreaterThan(10);
});

const request = (source: Source) => ({ process: { name: 'refunds' }, sources: [source] });

async function findIngestSource(file: string): Promise<Source> {
  const { sources } = await gatherSources([file], {});
  return sources[0]!; // one file named is one source
}

/** A hash of all rows of all tables. */
function fingerprint(core: Core): string {
  const sqlite = new BetterSqlite3(core.host.workspace.database, { readonly: true });
  try {
    const hash = createHash('sha256');
    const tables = sqlite.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all();
    for (const table of tables) {
      for (const row of sqlite
        .prepare(`SELECT * FROM "${String(table)}"`)
        .raw()
        .iterate())
        hash.update(JSON.stringify(row));
    }
    return hash.digest('hex');
  } finally {
    sqlite.close();
  }
}
