// The ledger of a sealed workspace: the same chain, with nothing of what was sent in the open.
import { readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createSealedFiles } from '../files/sealed-files.ts';
import { createTestFolder } from '../testing.ts';
import { copyLedger, readLedgerText } from './copy-ledger.ts';
import { createLedger } from './ledger.ts';
import { findEntryPayload } from './read-ledger.ts';
import { verifyLedger } from './verify-ledger.ts';

const START = { startedMs: 1, host: 'api.example.com', purpose: 'an answer', isBeyond: true };
const END = { sentBytes: 10, receivedBytes: 20, outcome: 'done', endedMs: 2 };

function makeLedger() {
  const root = createTestFolder();
  const file = join(root, 'egress.jsonl');
  const files = createSealedFiles(root, Buffer.alloc(32, 3));
  let ids = 0;
  const ledger = createLedger(file, () => `id-${(ids += 1)}`, files);
  for (let at = 1; at <= 3; at += 1) ledger.begin({ ...START, payload: `what Ida said, ${at}` }).end(END);
  return { root, file, files, ledger };
}

test('its chain holds, its entries and payloads are read, and nothing of them stands in the folder', async () => {
  const { root, file, files, ledger } = makeLedger();
  expect(await verifyLedger(file, { files })).toMatchObject({ isWhole: true, lines: 6, chained: 6, faults: [] });
  expect(ledger.list(2).map(({ id, outcome }) => [id, outcome])).toEqual([
    ['id-3', 'done'],
    ['id-2', 'done'],
  ]);
  expect(findEntryPayload(file, 'id-1', files.access)?.payload).toBe('what Ida said, 1');
  for (const name of ['egress.jsonl', 'egress.jsonl.head'])
    for (const word of ['Ida', 'example', 'prev']) expect(readFileSync(join(root, name)).includes(word)).toBe(false);
});

test('a copy for others is as it is, and can be verified without the key', async () => {
  const { file, files } = makeLedger();
  const copy = join(createTestFolder(), 'copy.jsonl');
  const { sizeBytes } = await copyLedger(file, copy, files);
  expect([sizeBytes, (await readLedgerText(file, files)).text]).toEqual([
    readFileSync(copy).length,
    readFileSync(copy, 'utf8'),
  ]);
  expect(await verifyLedger(copy, { isCopy: true })).toMatchObject({ isWhole: true, chained: 6 });
});

test('a line that a crash has torn is missed where it was noted, and the next writer goes on', async () => {
  const { file, files, ledger } = makeLedger();
  truncateSync(file, readFileSync(file).length - 5);
  expect((await verifyLedger(file, { files })).faults).toEqual([
    { line: null, what: 'the newest line that was written is missing or was changed' },
  ]);
  ledger.begin(START);
  expect(await verifyLedger(file, { files })).toMatchObject({ lines: 6, isWhole: false });
});
