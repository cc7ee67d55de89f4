import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createTestFolder } from '../testing.ts';
import { makeWorkspaceKey, type WorkspaceKey } from '../vault/workspace-key.ts';
import { type Conversion, convertFiles, sizeOfFiles } from './convert-files.ts';
import { createWorkspaceFiles } from './create-files.ts';
import { readWhole } from './whole-file.ts';
import { bytesOf } from './workspace-files.case.ts';

const CONTENT: Readonly<Record<string, Buffer>> = {
  'media/aa.webm': bytesOf(300_000, 1),
  'media/bb.jpg': bytesOf(500, 2),
  'artifacts/cc.pdf': bytesOf(65_536, 3),
  'exports/order.csv': Buffer.from('for others'),
  'live/recording-1/plan.json': Buffer.from('{}'),
  'live/recording-1/journal.jsonl': Buffer.from('{"what":"mark"}\n'),
  'live/recording-1/screen-0001.webm.part': bytesOf(90_000, 4),
  'live/recording-1/screen-0001.index': Buffer.from('{"cause":"start"}\n'),
  'live/recording-1/frames/0000000000_screen_2x2.jpg': bytesOf(50, 5),
  'egress.jsonl': Buffer.from('\n{"id":"a"}\n'),
  'egress.jsonl.head': Buffer.from('abc'),
};

async function convert(conversion: Conversion, stop?: AbortSignal): Promise<number[]> {
  const told: number[] = [];
  for await (const { done } of convertFiles(conversion, stop)) told.push(done);
  return told;
}

function makePlain(): string {
  const root = createTestFolder();
  for (const [path, content] of Object.entries(CONTENT)) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  // Half-made, and not of the files.
  for (const path of ['live/recording-1/screen-0001.webm.draft', 'mirror.db']) writeFileSync(join(root, path), 'no');
  return root;
}

async function readAll(root: string, key: WorkspaceKey | undefined): Promise<Record<string, Buffer>> {
  const files = createWorkspaceFiles(root, key);
  const found = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = found.map(({ parentPath, name }) => join(parentPath, name));
  const read = await Promise.all(
    paths.map(async (path) => [path.slice(root.length + 1), await readWhole(files, path)]),
  );
  return Object.fromEntries(read) as Record<string, Buffer>;
}

test('sealed and unsealed again, every file is what it was; what grows goes on growing', async () => {
  const [plain, sealed, back] = [makePlain(), join(createTestFolder(), 'new'), join(createTestFolder(), 'new')];
  const key = makeWorkspaceKey();
  const told = await convert({ from: plain, to: sealed, fromKey: undefined, toKey: key });
  expect(told).toEqual([...told.keys()]);
  expect(await readAll(sealed, key)).toEqual(CONTENT);
  expect(readFileSync(join(sealed, 'media/bb.jpg')).includes(CONTENT['media/bb.jpg']!)).toBe(false);
  const part = join(sealed, 'live/recording-1/screen-0001.webm.part');
  const growing = await createWorkspaceFiles(sealed, key).grow(part, { goesOn: true, cutTo: 80_000 });
  await growing.append(Buffer.from('more'));
  await growing.close();
  await convert({ from: sealed, to: back, fromKey: key, toKey: undefined });
  const cut = Buffer.concat([
    CONTENT['live/recording-1/screen-0001.webm.part']!.subarray(0, 80_000),
    Buffer.from('more'),
  ]);
  expect(await readAll(back, undefined)).toEqual({ ...CONTENT, 'live/recording-1/screen-0001.webm.part': cut });
  const bytes = Object.values(CONTENT).reduce((sum, { length }) => sum + length, 0);
  expect(await sizeOfFiles(plain)).toBe(bytes);
});

test('run again over what a killed run has left, it is whole; a file that was changed stops it by name', async () => {
  const [plain, sealed] = [makePlain(), createTestFolder()];
  const key = makeWorkspaceKey();
  const stop = new AbortController();
  const running = convertFiles({ from: plain, to: sealed, fromKey: undefined, toKey: key }, stop.signal);
  for (let step = 0; step < 4; step += 1) await running.next();
  stop.abort(new Error('stopped'));
  await expect(running.next()).rejects.toThrow('stopped');
  await convert({ from: plain, to: sealed, fromKey: undefined, toKey: key });
  expect(await readAll(sealed, key)).toEqual(CONTENT);
  const file = join(sealed, 'artifacts/cc.pdf');
  const bytes = readFileSync(file);
  bytes[1000]! ^= 1;
  writeFileSync(file, bytes);
  await expect(convert({ from: sealed, to: createTestFolder(), fromKey: key, toKey: undefined })).rejects.toThrow(
    'artifacts/cc.pdf: this sealed file of the workspace is refused',
  );
});
