// What every way of keeping the files of a workspace has to do. Content is compared with what plain arrays say it must be.
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../lib/random.ts';
import { createTestFolder } from '../testing.ts';
import {
  appendOnce,
  copyWhole,
  hashContent,
  readPieces,
  readTextIfThere,
  readWhole,
  writeWhole,
} from './whole-file.ts';
import type { GrowingFile, WorkspaceFiles } from './workspace-files.ts';

/** Sizes at which something may go wrong: around a slot, around what is read at once. */
const SIZES = [0, 1, 65_535, 65_536, 65_537, 131_072, 200_000, 1_048_576, 1_200_001];

export function describeFiles(name: string, make: (root: string) => WorkspaceFiles): void {
  const open = (): { files: WorkspaceFiles; file: (path: string) => string } => {
    const root = createTestFolder();
    for (const folder of ['media', '.incoming', 'live']) mkdirSync(join(root, folder));
    return { files: make(root), file: (path) => join(root, path) };
  };

  // oxlint-disable-next-line vitest/valid-title -- of whoever implements it
  describe(name, () => {
    test.each(SIZES)('a file of %i bytes is read as it was written, whole and in part', async (size) => {
      const { files, file } = open();
      const content = bytesOf(size);
      await writeWhole(files, file('media/a.bin'), content);
      expect(await files.sizeOf(file('media/a.bin'))).toBe(size);
      expect((await readWhole(files, file('media/a.bin'))).equals(content)).toBe(true);
      expect(await hashContent(files, file('media/a.bin'))).toBe(createHash('sha256').update(content).digest('hex'));
      const opened = await files.open(file('media/a.bin'));
      const random = createRandom(size + 1);
      for (let time = 0; time < 30; time += 1) {
        const [at, length] = [Math.floor(random() * (size + 10)), Math.floor(random() * 150_000)];
        const into = new Uint8Array(length);
        const read = await opened.read(into, at);
        expect(Buffer.from(into.subarray(0, read)).equals(content.subarray(at, at + length))).toBe(true);
      }
      await opened.close();
    });

    test('what a draft holds is what was written last at each place, and zeros where nobody wrote', async () => {
      const { files, file } = open();
      const random = createRandom(7);
      let model = Buffer.alloc(0);
      for (let round = 0; round < 6; round += 1) {
        const draft = await files.draft(file('.incoming/d'), { goesOn: round > 0 });
        for (let time = 0; time < 25; time += 1) {
          if (random() < 0.2) {
            const size = Math.floor(random() * 700_000);
            await draft.truncate(size);
            model = Buffer.concat([model, Buffer.alloc(Math.max(0, size - model.length))]).subarray(0, size);
          } else {
            const [at, part] = [Math.floor(random() * 600_000), bytesOf(Math.floor(random() * 150_000), time)];
            await draft.write(part, at);
            const grown = Buffer.alloc(Math.max(model.length, at + part.length));
            model.copy(grown);
            part.copy(grown, at);
            model = grown;
          }
          if (random() < 0.1) await draft.sync();
        }
        await draft.close();
        expect((await readWhole(files, file('.incoming/d'))).equals(model)).toBe(true);
      }
    });

    test('a draft larger than what is held of it in memory is whole, written back to front', async () => {
      const { files, file } = open();
      const content = bytesOf(9_000_000);
      const draft = await files.draft(file('.incoming/d'));
      for (let at = content.length - 1_000_000; at >= 0; at -= 1_000_000)
        await draft.write(content.subarray(at, at + 1_000_000), at);
      await draft.write(content.subarray(0, 100), 0);
      await draft.close();
      expect((await readWhole(files, file('.incoming/d'))).equals(content)).toBe(true);
    });

    test('a growing file can be read while it grows, goes on where it ends, and is cut where it is told to', async () => {
      const { files, file } = open();
      const path = file('live/part');
      const parts = [bytesOf(44, 1), bytesOf(70_000, 2), bytesOf(0, 3), bytesOf(600_000, 4), bytesOf(9, 5)];
      const first = await files.grow(path);
      for (const part of parts.slice(0, 3)) await appendAndSync(first, part);
      expect((await readWhole(files, path)).equals(Buffer.concat(parts.slice(0, 3)))).toBe(true);
      await first.close();
      const second = await files.grow(path, { goesOn: true });
      expect(second.sizeBytes).toBe(70_044);
      for (const part of parts.slice(3)) await appendAndSync(second, part);
      await second.close();
      const all = Buffer.concat(parts);
      expect([await files.sizeOf(path), (await readWhole(files, path)).equals(all)]).toEqual([all.length, true]);
      for (const cutTo of [670_044, 400_000, 70_044, 100, 0]) {
        const cut = await files.grow(path, { goesOn: true, cutTo });
        expect(cut.sizeBytes).toBe(cutTo);
        await cut.close();
        expect((await readWhole(files, path)).equals(all.subarray(0, cutTo))).toBe(true);
      }
      await appendOnce(files, path, Buffer.from('more'));
      expect(await readTextIfThere(files, path)).toBe('more');
      await (await files.grow(path)).close();
      expect(await files.sizeOf(path)).toBe(0);
    });

    test('a renamed or copied file is the same at its new place, and gone or still there at its old one', async () => {
      const { files, file } = open();
      const content = bytesOf(100_000);
      await writeWhole(files, file('.incoming/Kundin Berger.pdf'), content);
      await files.rename(file('.incoming/Kundin Berger.pdf'), file('media/b.pdf'));
      await copyWhole(files, file('media/b.pdf'), file('media/c.pdf'));
      if (!(await files.link(file('media/b.pdf'), file('media/d.pdf'))))
        await copyWhole(files, file('media/b.pdf'), file('media/d.pdf'));
      for (const name of ['b', 'c', 'd'])
        expect((await readWhole(files, file(`media/${name}.pdf`))).equals(content)).toBe(true);
      expect(await files.sizeOf(file('.incoming/Kundin Berger.pdf'))).toBe(undefined);
      await files.remove(file('media/b.pdf'));
      await files.remove(file('media/b.pdf'));
      expect([await files.sizeOf(file('media/b.pdf')), await files.sizeOf(file('media/c.pdf'))]).toEqual([
        undefined,
        100_000,
      ]);
    });

    test('what is not there is told as the system tells it', async () => {
      const { files, file } = open();
      await expect(files.open(file('media/none'))).rejects.toMatchObject({ code: 'ENOENT' });
      expect([await readTextIfThere(files, file('media/none')), files.now.sizeOf(file('egress.jsonl'))]).toEqual([
        undefined,
        undefined,
      ]);
    });

    test('without waiting: lines are added and read anywhere, a small file is replaced', () => {
      const { files, file } = open();
      const lines = Array.from({ length: 50 }, (_, at) => Buffer.from(`\n{"line":${at}}\n`));
      for (const line of lines) files.now.append(file('egress.jsonl'), line);
      const all = Buffer.concat(lines);
      const opened = files.now.open(file('egress.jsonl'));
      const into = Buffer.alloc(200);
      expect([opened.sizeBytes, opened.read(into, 150), into.equals(all.subarray(150, 350))]).toEqual([
        all.length,
        200,
        true,
      ]);
      expect(opened.read(into, all.length)).toBe(0);
      opened.close();
      for (const text of ['one', 'another']) files.now.write(file('egress.jsonl.head'), Buffer.from(text));
      const head = files.now.open(file('egress.jsonl.head'));
      expect([head.sizeBytes, head.read(into, 0), into.toString('latin1', 0, 7)]).toEqual([7, 7, 'another']);
      head.close();
    });

    test('what lies outside the workspace, or is for others, is as it is', async () => {
      const { files } = open();
      const path = join(createTestFolder(), 'mine.txt');
      await writeWhole(files, path, Buffer.from('as it is'));
      const parts: Buffer[] = [];
      for await (const part of readPieces(files, path, { from: 3, to: 5 })) parts.push(part);
      expect(Buffer.concat(parts).toString()).toBe('it');
    });
  });
}

async function appendAndSync(file: GrowingFile, bytes: Uint8Array): Promise<void> {
  await file.append(bytes);
  await file.sync();
}

/** The same every time. */
export function bytesOf(size: number, seed = 1): Buffer {
  const random = createRandom(seed);
  return Buffer.from(Uint32Array.from({ length: Math.ceil(size / 4) }, () => random() * 2 ** 32).buffer, 0, size);
}
