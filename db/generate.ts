// In: the schema in db/schema. Out: a migration for what changed in it, with STRICT tables, and the dump that every
// later version of Mirror must still be able to open. Run it with `npm run migrations`.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeVersionDump } from './fixtures/write-version-dump.ts';
import { makeStrict } from './make-strict.ts';
import { MIGRATIONS_FOLDER, readMigrations } from './migrations.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const [name = 'change'] = process.argv.slice(2);
runDrizzleKit(['generate', '--name', name]);
makeFilesStrict(MIGRATIONS_FOLDER);
// Only the newest version is ever dumped: an older dump must stay as the older Mirror wrote it.
console.log(`wrote ${writeVersionDump(readMigrations(MIGRATIONS_FOLDER).length)}`);

function runDrizzleKit(args: readonly string[]): void {
  const kit = join(ROOT, 'node_modules', 'drizzle-kit', 'bin.cjs');
  const { status } = spawnSync(process.execPath, [kit, ...args], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) throw new Error(`drizzle-kit ${args[0]} failed`);
}

function makeFilesStrict(folder: string): void {
  for (const file of readdirSync(folder).filter((entry) => entry.endsWith('.sql'))) {
    const path = join(folder, file);
    const before = readFileSync(path, 'utf8');
    const after = makeStrict(before);
    if (after !== before) writeFileSync(path, after);
  }
}
