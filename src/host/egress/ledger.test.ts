// The ledger's chain of hashes: whoever writes at the same time, whatever a crash leaves, and whatever somebody changes.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { appendFileSync, existsSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createRandom } from '../../lib/random.ts';
import { createTestFolder } from '../testing.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { findEntryPayload } from './read-ledger.ts';
import { verifyLedger } from './verify-ledger.ts';

const START = { startedMs: 1, host: 'api.example.com', purpose: 'a question', isBeyond: true };
const END = { endedMs: 9, sentBytes: 2, receivedBytes: 7, outcome: '200' };
const PLAIN = { model: null, agreedBy: null, payloadSha256: null, tokens: null, costUsd: null };
const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');

test('each line names the hash of the one before it, and its own', async () => {
  const { file, ledger } = open();
  fill(ledger, 1);
  const [first, second] = readLines(file);
  const { hash, ...unsealed } = JSON.parse(first!) as Record<string, unknown>;
  expect(unsealed).toEqual({
    ...START,
    id: 'id-1',
    model: 'large',
    agreedBy: 'Ida',
    payload: '{"n":1,"text":"ü\\n"}',
    payloadSha256: sha256('{"n":1,"text":"ü\\n"}'),
    prev: sha256('\n'),
  });
  expect(hash).toBe(sha256(first!.replace(/,"hash":"[0-9a-f]{64}"/, '')));
  expect(JSON.parse(second!)).toMatchObject({ ends: 'id-1', prev: hash });
  const newest = (JSON.parse(readLines(file).at(-1)!) as { hash: string }).hash;
  expect(readFileSync(`${file}.head`, 'latin1')).toBe(`${newest} ${statSync(file).size}\n`);
  expect(await verifyLedger(file)).toEqual({
    isWhole: true,
    lines: 3,
    chained: 3,
    chainedFrom: 2,
    cut: [],
    faults: [],
    newest,
  });
});

test('entries are told without payloads, the newest first; a payload is given as it was sent', () => {
  const { file, ledger } = open();
  fill(ledger, 3);
  const payload = '{"n":2,"text":"ü\\n"}';
  expect(ledger.list(2).map(({ id }) => id)).toEqual(['id-3', 'id-2']);
  expect(ledger.list(2)[1]).toEqual({
    ...START,
    ...END,
    id: 'id-2',
    model: 'large',
    agreedBy: 'Ida',
    payloadSha256: sha256(payload),
    tokens: { input: 2, output: 1 },
    costUsd: 0.5,
  });
  expect(findEntryPayload(file, 'id-2')).toEqual({ payload, sha256: sha256(payload) });
  for (const id of ['id-9', 'id-', '', '"']) expect(findEntryPayload(file, id)).toBe(undefined);
});

test('lines longer than what is read at once are read', async () => {
  const { file, ledger } = open();
  const payload = 'ü'.repeat(700_000);
  ledger.begin({ ...START, payload });
  ledger.begin(START);
  expect(ledger.list(9).map(({ id }) => id)).toEqual(['id-2', 'id-1']);
  expect(findEntryPayload(file, 'id-1')).toEqual({ payload, sha256: sha256(payload) });
  expect(await verifyLedger(file)).toMatchObject({ isWhole: true, chained: 2 });
});

test('a ledger from before the chain stays readable, and is watched over from then on', async () => {
  const { file, ledger } = open();
  const old = '\n{"id":"old","startedMs":1,"host":"hub.example","purpose":"a download","isBeyond":true}\n\n{"ends":"ol';
  writeFileSync(file, old);
  expect(await verifyLedger(file)).toMatchObject({ isWhole: true, lines: 2, chained: 0, chainedFrom: null, cut: [4] });
  ledger.begin(START);
  expect(ledger.list(9)).toMatchObject([{ id: 'id-1' }, { id: 'old', model: null, payloadSha256: null }]);
  expect(await verifyLedger(file)).toMatchObject({ isWhole: true, lines: 3, chained: 1, chainedFrom: 5, cut: [4] });
  writeFileSync(file, readFileSync(file, 'utf8').replace('a download', 'another one'));
  expect((await verifyLedger(file)).faults).toEqual([
    { line: 5, what: 'what stands before this line was changed or is missing' },
  ]);
});

test('a line that a crash has cut is told as that; what never ended says so', async () => {
  const { file, ledger } = open();
  ledger.begin(START);
  const whole = readFileSync(file);
  ledger.begin({ ...START, purpose: 'cut' });
  // As if the process had died within writing: before the note, and with a part of the line.
  const { head } = noteOf(file, whole);
  for (const kept of [1, 20, statSync(file).size - whole.length - 2]) {
    const stage = open('next');
    writeFileSync(stage.file, readFileSync(file).subarray(0, whole.length + kept));
    writeFileSync(`${stage.file}.head`, head);
    stage.ledger.begin({ ...START, purpose: 'next' }).end(END);
    expect(await verifyLedger(stage.file)).toMatchObject({ isWhole: true, faults: [], cut: kept === 1 ? [] : [4] });
    expect(stage.ledger.list(9)).toEqual([
      { ...START, ...PLAIN, ...END, id: 'next-1', purpose: 'next' },
      { ...START, ...PLAIN, id: 'id-1', endedMs: null, sentBytes: 0, receivedBytes: 0, outcome: null },
    ]);
  }
  // The whole line, and only the note is missing: it is the one before the next.
  writeFileSync(`${file}.head`, head);
  ledger.begin({ ...START, purpose: 'after' });
  expect(await verifyLedger(file)).toMatchObject({ isWhole: true, chained: 3, cut: [] });
});

test('several processes that write at once, some of them killed, leave one chain', async () => {
  const { file, ledger } = open();
  const writers = ['a', 'b', 'c', 'd'].map((name) => {
    const script = join(import.meta.dirname, 'testing', 'write-ledger.ts');
    const child = spawn(process.execPath, [script, file, name, name === 'd' ? '100000' : '40'], { stdio: 'inherit' });
    onTestFinished(() => void child.kill('SIGKILL'));
    return { child, exit: once(child, 'exit') };
  });
  const [killed, ...whole] = writers.toReversed();
  for (const { exit } of whole) expect(await exit).toEqual([0, null]);
  killed!.child.kill('SIGKILL');
  expect(await killed!.exit).toEqual([null, 'SIGKILL']);
  fill(ledger, 1);
  const verdict = await verifyLedger(file);
  expect(verdict).toMatchObject({ isWhole: true, faults: [] });
  const ids = ledger.list(1_000_000).map(({ id }) => id.slice(0, 1));
  expect(['a', 'b', 'c'].map((name) => ids.filter((id) => id === name).length)).toEqual([40, 40, 40]);
});

test('whatever byte is changed, it is found', async () => {
  const { file, ledger } = open();
  fill(ledger, 4);
  const bytes = readFileSync(file);
  const random = createRandom(11);
  for (let round = 0; round < 400; round += 1) {
    const changed = Buffer.from(bytes);
    const at = Math.floor(random() * bytes.length);
    changed[at] = (changed[at]! + 1 + Math.floor(random() * 255)) % 256;
    writeFileSync(file, changed);
    const verdict = await verifyLedger(file);
    expect([at, changed[at], verdict.isWhole]).toEqual([at, changed[at], false]);
  }
});

test('whatever lines are removed, doubled, moved, exchanged or added, it is found', async () => {
  const { file, ledger } = open();
  fill(ledger, 4);
  const lines = readLines(file);
  const random = createRandom(12);
  const pick = (): number => Math.floor(random() * lines.length);
  const other = open();
  fill(other.ledger, 4);
  const forged = readLines(other.file).map((line) => line.replace('api.example.com', 'own.example'));
  const tamperings: ((all: string[]) => void)[] = [
    (all) => void all.splice(pick(), 1 + Math.floor(random() * 3)),
    (all) => void all.splice(pick(), 0, all[pick()]!),
    (all) => void all.splice(pick(), 0, ...all.splice(pick() % (all.length - 1), 1), 'x'),
    (all) => all.reverse(),
    (all) => void ([all[1], all[2]] = [all[2]!, all[1]!]),
    (all) => void all.splice(pick(), 0, '{"id":"new","startedMs":1,"host":"a","purpose":"b","isBeyond":true}'),
    (all) => void all.splice(pick(), 1, forged[pick()]!),
    (all) => void all.push(JSON.stringify({ tells: 'id-1', tokens: null, costUsd: 0 })),
    (all) => void (all.length = 0),
  ];
  for (let round = 0; round < 300; round += 1) {
    const all = [...lines];
    tamperings[round % tamperings.length]!(all);
    writeFileSync(file, all.map((line) => `\n${line}\n`).join(''));
    if (all.filter((line) => line !== 'x').join() === lines.join()) continue;
    expect([all, (await verifyLedger(file)).isWhole]).toEqual([all, false]);
  }
});

test('the newest lines cannot be taken away unseen, and stay missed when others follow', async () => {
  const { file, ledger } = open();
  fill(ledger, 2);
  const size = statSync(file).size;
  fill(ledger, 1);
  truncateSync(file, size);
  const missed = 'the newest line that was written is missing or was changed';
  expect(await verifyLedger(file)).toMatchObject({ isWhole: false, faults: [{ line: null, what: missed }] });
  fill(ledger, 1);
  expect((await verifyLedger(file)).faults).toEqual([
    { line: 14, what: 'the line does not follow the one before it: one is missing, was changed, added or moved' },
  ]);
});

test('who rewrites both files is found by a hash that was noted elsewhere, and by nothing else', async () => {
  const { file, ledger } = open();
  fill(ledger, 2);
  const { newest } = await verifyLedger(file);
  fill(ledger, 1);
  expect(await verifyLedger(file, { noted: newest! })).toMatchObject({ isWhole: true });
  rmSync(file);
  rmSync(`${file}.head`);
  fill(ledger, 3);
  expect(await verifyLedger(file)).toMatchObject({ isWhole: true });
  expect(await verifyLedger(file, { noted: newest! })).toMatchObject({
    isWhole: false,
    faults: [{ line: null, what: 'the line with the noted hash is missing or was changed' }],
  });
});

test('without the file of the newest hash it is said that lines may be missing', async () => {
  const { file, ledger } = open();
  fill(ledger, 1);
  rmSync(`${file}.head`);
  expect((await verifyLedger(file)).faults).toEqual([
    { line: null, what: `${file}.head is missing: the newest lines may be, too` },
  ]);
});

test('a ledger that is not there yet is whole, and has nothing in it', async () => {
  const { file, ledger } = open();
  expect(ledger.list(9)).toEqual([]);
  expect(await verifyLedger(file)).toMatchObject({ isWhole: true, lines: 0, newest: null });
  expect(existsSync(file)).toBe(false);
});

test('what a crash filled with zeros is cut, and no fault', async () => {
  const { file, ledger } = open();
  fill(ledger, 1);
  appendFileSync(file, Buffer.alloc(4096));
  fill(ledger, 1);
  expect(await verifyLedger(file)).toMatchObject({ isWhole: true, faults: [], cut: [7], chained: 6 });
});

function open(name = 'id') {
  const file = join(createTestFolder(), 'egress.jsonl');
  let ids = 0;
  return { file, ledger: createLedger(file, () => `${name}-${(ids += 1)}`) };
}

/** Entries of three lines each. */
function fill(ledger: Ledger, entries: number): void {
  for (let n = 1; n <= entries; n += 1) {
    const payload = `{"n":${n},"text":"ü\\n"}`;
    const { end, tell } = ledger.begin({ ...START, model: 'large', agreedBy: 'Ida', payload });
    end(END);
    tell({ tokens: { input: n, output: 1 }, costUsd: 0.5 });
  }
}

const readLines = (file: string): string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');

/** The note that stood beside a ledger when it was as long as this. */
function noteOf(file: string, whole: Buffer): { readonly head: string } {
  const newest = JSON.parse(whole.toString().trim().split('\n').at(-1)!) as { hash: string };
  expect(existsSync(`${file}.head`)).toBe(true);
  return { head: `${newest.hash} ${whole.length}\n` };
}
