import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../db/open.ts';
import { fillEveryTable } from '../../../db/fixtures/fill-every-table.ts';
import { createOffThread } from '../off-thread/pool.ts';
import { createTestFolder } from '../testing.ts';
import { holdWorkspace } from './hold-workspace.ts';
import { makeVault } from './keyring.ts';
import { moveWorkspace } from './move.ts';
import { TEST_COST } from './testing/fake-keystore.ts';
import { type Held, listFiles, readHeld } from './testing/read-all.ts';

const SCRIPT = join(import.meta.dirname, 'testing', 'move-until-killed.ts');
const PASSPHRASE = 'four words or more';
const WORDS = 'confidential words of somebody\n';

/** A plain workspace with a row in every table, files of all kinds, and a database kept from before. */
function makeWorkspace(): string {
  const folder = join(createTestFolder(), 'workspace');
  for (const name of ['media', 'artifacts', 'exports', 'live/one', '.sound', '.incoming'])
    mkdirSync(join(folder, name), { recursive: true });
  const db = openDatabase(join(folder, 'mirror.db'));
  fillEveryTable(db);
  db.close();
  cpSync(join(folder, 'mirror.db'), join(folder, 'mirror.db.before-3'));
  for (const [name, times] of Object.entries({
    'media/film.webm': 9_000,
    'artifacts/order.pdf': 3,
    'live/one/journal.jsonl': 1,
    'live/one/screen.part': 4_000,
    'egress.jsonl': 2,
    'egress.jsonl.head': 1,
    '.sound/left.pcm': 10,
    '.incoming/half': 1,
    '.web-key': 1,
  }))
    writeFileSync(join(folder, name), WORDS.repeat(times));
  return folder;
}

interface Moved {
  readonly said: readonly string[];
}

/** Moves it in a process of its own, killed without warning after as many steps; to its end if left out. */
async function moveInProcess(folder: string, direction: 'seal' | 'unseal', killAfter = Infinity): Promise<Moved> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', SCRIPT, folder, direction], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const said: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    said.push(line);
    if (said.length >= killAfter) child.kill('SIGKILL');
    else child.stdin.write('\n');
  }
  const [code, signal] = await ended;
  if (code !== 0 && signal !== 'SIGKILL') throw new Error(`the move ended with ${String(code ?? signal)}`);
  return { said };
}

const moved = async (
  from: string,
  direction: 'seal' | 'unseal',
): Promise<{ folder: string; said: readonly string[] }> => {
  const folder = join(createTestFolder(), 'workspace');
  cpSync(from, folder, { recursive: true });
  const { said } = await moveInProcess(folder, direction);
  return { folder, said };
};

/** Rows and files, without the form. */
const contentOf = ({ rows, files }: Held): unknown => ({ rows, files });
/** Of a move; what is made anew at each opening goes with the old form. */
const LEFT_OVER = /^\.(resealing|resealed|replaced)|^\.vault\.json|(-wal|-shm|\.next)$/;
const PASSING = /^\.(sound|incoming)/;
const findLeft = (folder: string, form: Held['form'], start: Held['form']): string[] =>
  listFiles(folder).filter((path) => LEFT_OVER.test(path) || (form !== start && PASSING.test(path)));

test('a move there and back keeps every row and every byte, and leaves nothing behind', async () => {
  const folder = makeWorkspace();
  const before = await readHeld(folder, PASSPHRASE);
  expect([before.form, Object.keys(before.files).length]).toEqual(['plain', 6]);
  await moveInProcess(folder, 'seal');
  const sealed = await readHeld(folder, PASSPHRASE);
  expect(sealed.form).toBe('sealed');
  expect(contentOf(sealed)).toEqual(contentOf(before));
  expect(findLeft(folder, 'sealed', 'plain')).toEqual([]);
  await moveInProcess(folder, 'unseal');
  const after = await readHeld(folder, PASSPHRASE);
  expect(after).toEqual(before);
  expect(readdirSync(folder)).not.toContain('vault.json');
});

for (const direction of ['seal', 'unseal'] as const) {
  test(`killed after any step, ${direction} leaves the old form or the new one, whole`, async () => {
    let start = makeWorkspace();
    const { said, folder } = await moved(start, 'seal');
    if (direction === 'unseal') start = folder;
    const before = await readHeld(start, PASSPHRASE);
    const other = before.form === 'plain' ? 'sealed' : 'plain';
    const forms: string[] = [];
    // In the database, among the files, and twice while the new form is put in its place; every step is below.
    const placing = said.findIndex((line) => line.startsWith('putting in place'));
    for (const step of [2, placing - 1, placing + 1, placing + 4]) {
      const killed = join(createTestFolder(), 'workspace');
      cpSync(start, killed, { recursive: true });
      await moveInProcess(killed, direction, step);
      const held = await readHeld(killed, PASSPHRASE);
      forms.push(held.form);
      expect(contentOf(held)).toEqual(contentOf(before));
      expect(findLeft(killed, held.form, before.form)).toEqual([]);
    }
    // First the old, then the new, and never back.
    expect(forms).toEqual(forms.toSorted((a, b) => Number(a === other) - Number(b === other)));
    expect(new Set(forms).size).toBe(2);
  });
}

test('stopped at any step by whoever asked for it, it is whole as well, with no next start between', async () => {
  const start = makeWorkspace();
  const before = await readHeld(start, PASSPHRASE);
  const offThread = createOffThread();
  const forms: string[] = [];
  for (let step = 1; ; step += 3) {
    const folder = join(createTestFolder(), 'workspace');
    cpSync(start, folder, { recursive: true });
    const held = holdWorkspace(folder);
    const made = await makeVault({ passphrase: PASSPHRASE, keystore: undefined, nowMs: 0, cost: TEST_COST });
    const move = moveWorkspace(held.path, { fromKey: undefined, into: made }, { offThread });
    let isOver = false;
    for (let n = 0; n < step && !isOver; n += 1) isOver = (await move.next()).done ?? false;
    await move.return();
    held.release();
    expect(findLeft(folder, existsSync(join(folder, 'vault.json')) ? 'sealed' : 'plain', 'plain')).toEqual([]);
    const now = await readHeld(folder, PASSPHRASE);
    expect(contentOf(now)).toEqual(contentOf(before));
    forms.push(now.form);
    if (isOver) break;
  }
  await offThread.close();
  expect([forms[0], forms.at(-1)]).toEqual(['plain', 'sealed']);
});
