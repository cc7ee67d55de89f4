// The shared suite, and what only a sealed file promises: nothing in the open, and nothing changed goes unseen.
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MirrorError } from '../../domain/errors.ts';
import { createRandom } from '../../lib/random.ts';
import { createTestFolder } from '../testing.ts';
import { createSealedFiles } from './sealed-files.ts';
import { readWhole, writeWhole } from './whole-file.ts';
import { bytesOf, describeFiles } from './workspace-files.case.ts';
import type { WorkspaceFiles } from './workspace-files.ts';

const KEY = Buffer.alloc(32, 7);
describeFiles('sealed files', (root) => createSealedFiles(root, KEY));

function openSealed(key: Uint8Array = KEY): { root: string; files: WorkspaceFiles; file: (path: string) => string } {
  const root = createTestFolder();
  for (const folder of ['media', '.incoming', 'live']) mkdirSync(join(root, folder));
  return { root, files: createSealedFiles(root, key), file: (path) => join(root, path) };
}

/** What comes of reading: `same`, `start` for less of the same, or the code of the refusal. */
async function readAs(files: WorkspaceFiles, path: string, content: Buffer): Promise<string> {
  try {
    const read = await readWhole(files, path);
    if (read.equals(content)) return 'same';
    return content.subarray(0, read.length).equals(read) ? 'start' : 'other';
  } catch (error) {
    return error instanceof MirrorError ? error.code : String(error);
  }
}

test('neither content nor names that people gave stand in the folder', async () => {
  const { root, files, file } = openSealed();
  const said = Buffer.from('Ida Berger approves the invoice. '.repeat(5000));
  await writeWhole(files, file('.incoming/Berger invoice.txt'), said);
  await writeWhole(files, file('media/0a.txt'), said);
  const grown = await files.grow(file('live/part'));
  for (let at = 0; at < 5; at += 1) await grown.append(said.subarray(at * 40, at * 40 + 40));
  await grown.close();
  files.now.append(file('egress.jsonl'), said);
  files.now.write(file('egress.jsonl.head'), said.subarray(0, 100));
  const names = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const all = names.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1'));
  expect(names.length).toBe(5);
  for (const word of ['Berger', 'invoice', 'approves'])
    expect([names.some(({ name }) => name.includes(word)), all.some((each) => each.includes(word))]).toEqual([
      false,
      false,
    ]);
});

test('each changed byte of a whole file is refused, and each cut', async () => {
  const { files, file } = openSealed();
  const path = file('media/a.bin');
  const content = bytesOf(66_000);
  await writeWhole(files, path, content);
  const sealed = readFileSync(path);
  const random = createRandom(3);
  const places = [...Array(64).keys(), ...Array.from({ length: 300 }, () => Math.floor(random() * sealed.length))];
  for (const place of [...places, 64 + 65_564 - 1, 64 + 65_564, sealed.length - 1]) {
    const changed = Buffer.from(sealed);
    changed[place]! ^= 1 + Math.floor(random() * 255);
    writeFileSync(path, changed);
    expect([place, await readAs(files, path, content)]).toEqual([place, 'file/changed-outside']);
  }
  for (const length of [0, 10, 64, 70, 64 + 65_564, 64 + 65_564 + 27, 64 + 65_564 + 28, sealed.length - 1]) {
    writeFileSync(path, sealed.subarray(0, length));
    expect([length, await readAs(files, path, content)]).toEqual([length, 'file/changed-outside']);
  }
  writeFileSync(path, Buffer.concat([sealed, Buffer.alloc(40)]));
  expect(await readAs(files, path, content)).toBe('file/changed-outside');
  writeFileSync(path, sealed);
  expect(await readAs(files, path, content)).toBe('same');
});

test('a file cut between two of its parts is refused when it is opened', async () => {
  const { files, file } = openSealed();
  const path = file('media/a.bin');
  await writeWhole(files, path, bytesOf(200_000));
  truncateSync(path, 64 + 2 * 65_564);
  await expect(files.open(path)).rejects.toThrow(
    'media/a.bin: this sealed file of the workspace is refused: its part 2 of 2 was changed, or the key is another.',
  );
});

test('parts and files that were exchanged, renamed, taken from elsewhere or not sealed are refused', async () => {
  const { files, file } = openSealed();
  const [a, b] = [file('media/a.bin'), file('media/b.bin')];
  const content = bytesOf(65_536 * 3);
  await writeWhole(files, a, content);
  await writeWhole(files, b, content);
  const [first, second] = [readFileSync(a), readFileSync(b)];
  const slot = (bytes: Buffer, at: number): Buffer => bytes.subarray(64 + at * 65_564, 64 + (at + 1) * 65_564);
  const build = (...parts: Buffer[]): Buffer => Buffer.concat([first.subarray(0, 64), ...parts]);
  const refused: Record<string, Buffer> = {
    order: build(slot(first, 1), slot(first, 0), slot(first, 2)),
    'of another file': build(slot(first, 0), slot(second, 1), slot(first, 2)),
    'header of another': Buffer.concat([second.subarray(0, 64), first.subarray(64)]),
    'another file': second,
    plain: content,
  };
  for (const [what, bytes] of Object.entries(refused)) {
    writeFileSync(a, bytes);
    expect([what, await readAs(files, a, content)]).toEqual([what, 'file/changed-outside']);
  }
  writeFileSync(a, first);
  expect(await readAs(files, a, content)).toBe('same');
  renameSync(a, file('media/c.bin'));
  await expect(readWhole(files, file('media/c.bin'))).rejects.toThrow(
    'media/c.bin: this sealed file of the workspace is refused: it is another file, or of another workspace.',
  );
});

test('the whole folder can be copied elsewhere, and another key opens nothing', async () => {
  const { root, files, file } = openSealed();
  const content = bytesOf(1000);
  await writeWhole(files, file('media/a.bin'), content);
  const other = createTestFolder();
  cpSync(root, other, { recursive: true });
  expect(await readAs(createSealedFiles(other, KEY), join(other, 'media/a.bin'), content)).toBe('same');
  const wrong = createSealedFiles(other, Buffer.alloc(32, 8));
  expect(await readAs(wrong, join(other, 'media/a.bin'), content)).toBe('file/changed-outside');
});

test('of a growing file each changed byte is refused, or costs the last addition at most; a torn end is left out', async () => {
  const { files, file } = openSealed();
  const path = file('live/part');
  const additions = [bytesOf(100, 1), bytesOf(3000, 2), bytesOf(50, 3)];
  const grown = await files.grow(path);
  for (const part of additions) await grown.append(part);
  await grown.close();
  const content = Buffer.concat(additions);
  const sealed = readFileSync(path);
  const lastAt = sealed.length - 44 - 50;
  for (let place = 0; place < sealed.length; place += place < lastAt - 100 && place > 300 ? 7 : 1) {
    const changed = Buffer.from(sealed);
    changed[place]! ^= 0x55;
    writeFileSync(path, changed);
    expect([place, await readAs(files, path, content)]).toEqual([
      place,
      place < lastAt ? 'file/changed-outside' : 'start',
    ]);
  }
  for (let length = lastAt; length < sealed.length; length += 1) {
    writeFileSync(path, sealed.subarray(0, length));
    const again = await files.grow(path, { goesOn: true });
    await again.append(Buffer.from('goes on'));
    await again.close();
    const expected = Buffer.concat([content.subarray(0, 3100), Buffer.from('goes on')]);
    expect([length, await readAs(files, path, expected)]).toEqual([length, 'same']);
  }
  // As a file system may leave what was not flushed when the power went.
  writeFileSync(path, Buffer.concat([sealed, Buffer.alloc(5000)]));
  expect(await readAs(files, path, content)).toBe('same');
  copyFileSync(path, file('live/other'));
  expect(await readAs(files, file('live/other'), content)).toBe('file/changed-outside');
});
